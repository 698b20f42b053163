// Arrows across the edge of a map, at 180 degrees or at the globe's horizon.
#include "picture/projected_curve.h"

#include <gtest/gtest.h>

using base::LonLat;
using base::Vec2;
using picture::ArrowCurve;
using picture::ProjectedCurve;

namespace {

constexpr LonLat kMoscow{37.6, 55.75}, kHonolulu{-157.86, 21.31}, kTokyo{139.7, 35.7},
    kWashington{-77.04, 38.9}, kNiamey{2.11, 13.51}, kFiji{178.4, -18.1}, kSamoa{-171.8, -13.8};

geo::Projection projection(const std::string& definition) {
    return std::move(*geo::Projection::make(definition));
}

double longestStep(const ProjectedCurve& line) {
    double longest = 0;
    std::size_t next = 0;
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        if (next < line.breaks.size() && line.breaks[next] == i) {
            ++next;
            continue;
        }
        longest = std::max(longest, base::length(line.points[i] - line.points[i - 1]));
    }
    return longest;
}

struct Case {
    std::string map;
    LonLat from, to;
    std::size_t breaks;
};

}  // namespace

TEST(ProjectedCurve, IsSplitCleanlyWhereTheMapIsCutAndNowhereElse) {
    const std::string europe = "+proj=laea +lat_0=24 +lon_0=9", pacific = "+proj=laea +lat_0=10 +lon_0=180";
    for (const Case& c : std::vector<Case>{{"EPSG:3857", kMoscow, kHonolulu, 1},
                                           {"EPSG:3857", kTokyo, kWashington, 1},
                                           {"EPSG:3857", kFiji, kSamoa, 1},
                                           {"EPSG:3857", kMoscow, kNiamey, 0},
                                           {"+proj=eqearth", kTokyo, kWashington, 1},
                                           {"+proj=eqearth +lon_0=150", kTokyo, kWashington, 0},
                                           {"+proj=eqearth +lon_0=150", kMoscow, kNiamey, 0},
                                           {"+proj=robin", kFiji, kSamoa, 1},
                                           {europe, kTokyo, kWashington, 0},
                                           {europe, kMoscow, kHonolulu, 0},
                                           {pacific, kTokyo, kWashington, 0},
                                           {"+proj=igh", kTokyo, kWashington, 1}}) {
        const geo::Projection map = projection(c.map);
        const ArrowCurve curve({c.from, c.to}, {15, 15});
        const ProjectedCurve line = picture::projectCurve(curve, map);
        const std::string what = c.map + " from " + std::to_string(c.from.lon);
        ASSERT_GE(line.points.size(), 100u) << what;
        EXPECT_EQ(line.breaks.size(), c.breaks) << what;
        EXPECT_EQ(line.shares.front(), 0) << what;
        EXPECT_EQ(line.shares.back(), 1) << what;
        EXPECT_LT(longestStep(line), 2.5e6) << what;
        for (const std::size_t at : line.breaks) {
            // Both sides of the cut are the same place on the ground.
            EXPECT_LT(line.shares[at] - line.shares[at - 1], 1e-6) << what;
            EXPECT_GT(base::length(line.points[at] - line.points[at - 1]), 1e6) << what;
        }
    }
}

TEST(ProjectedCurve, EndsAtTheHorizonOfAGlobeAndBeginsThere) {
    const geo::Projection globe = projection("+proj=ortho +lat_0=20 +lon_0=20");
    const ProjectedCurve away = picture::projectCurve(ArrowCurve({kMoscow, kHonolulu}, {15, 15}), globe);
    ASSERT_GT(away.points.size(), 20u);
    EXPECT_TRUE(away.breaks.empty());
    EXPECT_EQ(away.shares.front(), 0);
    EXPECT_LT(away.shares.back(), 0.9);
    EXPECT_NEAR(base::length(away.points.back()), 6371e3, 30e3);
    const ProjectedCurve back = picture::projectCurve(ArrowCurve({kHonolulu, kMoscow}, {15, 15}), globe);
    EXPECT_GT(back.shares.front(), 0.1);
    EXPECT_EQ(back.shares.back(), 1);
    const ProjectedCurve behind =
        picture::projectCurve(ArrowCurve({{-170, -30}, kHonolulu}, {15, 15}), globe);
    EXPECT_TRUE(behind.points.empty());
}

TEST(ProjectedCurve, OverThePoleIsCutWhereMercatorEnds) {
    const ProjectedCurve line =
        picture::projectCurve(ArrowCurve({{0, 60}, {180, 60}}, {0, 0}), projection("EPSG:3857"));
    ASSERT_EQ(line.breaks.size(), 1u);
    EXPECT_GT(line.shares[line.breaks[0]] - line.shares[line.breaks[0] - 1], 0.05);
    for (const Vec2 p : line.points) EXPECT_LT(p.y, 2.1e7);
}
