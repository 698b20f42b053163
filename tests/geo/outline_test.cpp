#include "geo/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

using base::LonLat;
using Points = std::vector<LonLat>;

TEST(Outline, LeavesShortEdgesAlone) {
    const Points line{{0, 0}, {0.5, 0.5}, {0.7, 0.1}};
    EXPECT_EQ(subdivided(line, Closing::Open), line);
}

TEST(Outline, SubdividesLongEdgesToHalfADegree) {
    const Points ring = subdivided(Points{{0, 0}, {10, 0}, {10, 3.3}}, Closing::Closed);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
        EXPECT_LE(std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat)), 0.5 + 1e-12);
    }
    EXPECT_EQ(subdivided(Points{{0, 0}, {1, 0}}, Closing::Open), (Points{{0, 0}, {0.5, 0}, {1, 0}}));
}

TEST(Outline, SubdividesAnEdgeTheSameFromBothSides) {
    for (int i = 0; i < 200; ++i) {
        const LonLat a{std::sin(i) * 170, std::cos(i * 3) * 80},
            b{std::sin(i * 7 + 1) * 170, std::cos(i * 5 + 2) * 80};
        Points there = subdivided(Points{a, b}, Closing::Open);
        const Points back = subdivided(Points{b, a}, Closing::Open);
        std::reverse(there.begin(), there.end());
        ASSERT_EQ(there, back) << i;
    }
    EXPECT_EQ(subdivided(Points{{5, 1}, {5, 9}}, Closing::Open).size(), 17u) << "along a meridian";
}

TEST(Outline, CutsARingIntoTwoThatCoverTheSame) {
    const Points ring{{160, 60}, {175, 75}, {179, 58}, {174, 62}, {172, 50}};
    const auto pieces = cutRing(ring, 170);
    ASSERT_EQ(pieces.size(), 2u);
    for (double lon = 160.03; lon < 180; lon += 0.37) {
        for (double lat = 49.01; lat < 76; lat += 0.29) {
            const double moved = lon < 170 ? lon + 360 : lon;
            const bool inside = contains(pieces[0], {moved, lat}) != contains(pieces[1], {moved, lat});
            EXPECT_EQ(inside, contains(ring, {lon, lat})) << lon << " " << lat;
        }
    }
}

TEST(Outline, KeepsThePiecesBetweenTheCutAndOneTurnOn) {
    for (const Points& piece : cutRing(Points{{-10, 0}, {20, 5}, {-8, 9}}, 3)) {
        for (const LonLat p : piece) EXPECT_TRUE(p.lon >= 3 && p.lon <= 363);
    }
}

TEST(Outline, DropsAPieceThatOnlyTouchesTheCut) {
    EXPECT_EQ(cutRing(Points{{3, 0}, {20, 5}, {3, 9}}, 3).size(), 1u);
}

TEST(Outline, CutsALineWhereItCrosses) {
    const auto pieces = cutLine(Points{{0, 0}, {4, 4}, {0, 8}}, 2);
    ASSERT_EQ(pieces.size(), 3u);
    EXPECT_EQ(pieces[0], (Points{{360, 0}, {362, 2}}));
    EXPECT_EQ(pieces[1], (Points{{2, 2}, {4, 4}, {2, 6}}));
    EXPECT_EQ(pieces[2], (Points{{362, 6}, {360, 8}}));
}

TEST(Outline, CutsALineAtAPointOnTheCut) {
    const auto pieces = cutLine(Points{{0, 0}, {2, 1}, {4, 2}}, 2);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[0], (Points{{360, 0}, {362, 1}}));
    EXPECT_EQ(pieces[1], (Points{{2, 1}, {4, 2}}));
}

TEST(Outline, CutsSharedEdgesAtTheSamePoint) {
    const LonLat a{-3.1234567, 10.7654321}, b{7.3214567, -4.1357911};
    const auto there = cutLine(Points{a, b}, 1.7), back = cutLine(Points{b, a}, 1.7);
    ASSERT_EQ(there.size(), 2u);
    ASSERT_EQ(back.size(), 2u);
    EXPECT_EQ(there[1].front(), back[0].back());
}

TEST(Outline, KnowsWhatIsInside) {
    const Points square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    EXPECT_TRUE(contains(square, {5, 5}));
    EXPECT_FALSE(contains(square, {15, 5}));
    EXPECT_FALSE(contains(Points{}, {5, 5}));
}

}  // namespace
}  // namespace geo
