#include "geo/line_detail.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

using base::Vec2;

// A coast of many sizes of detail.
LineLevel wavyLines(int lines, int points) {
    LineLevel level;
    for (int l = 0; l < lines; ++l) {
        Polyline line;
        line.first = static_cast<std::uint32_t>(level.points.size());
        line.count = static_cast<std::uint32_t>(points);
        line.kind = LineKind::River;
        line.toKm = l % 6 + 1;
        for (int i = 0; i < points; ++i) {
            const double y =
                20000 * std::sin(i * 0.01 + l) + 3000 * std::sin(i * 0.13) + 500 * std::sin(i * 1.7);
            level.points.push_back({static_cast<float>(i * 700), static_cast<float>(y)});
        }
        level.lines.push_back(line);
    }
    return level;
}

double distance(Vec2 p, Vec2 a, Vec2 b) {
    const double along = base::dot(b - a, b - a);
    const double t = along > 0 ? base::clamp01(base::dot(p - a, b - a) / along) : 0;
    return base::length(p - base::lerp(a, b, t));
}

Vec2 vec(PlanePoint p) {
    return {p.x, p.y};
}

TEST(LineDetail, KeepsEveryLineInOrderWithItsEnds) {
    const LineLayer layer = withLevels(wavyLines(5, 3000));
    ASSERT_EQ(layer.levels.size(), 9u);
    const LineLevel& full = layer.levels[0];
    EXPECT_EQ(full.tolerance, 0);
    for (const LineLevel& level : layer.levels) {
        ASSERT_EQ(level.lines.size(), 5u);
        for (std::size_t i = 0; i < level.lines.size(); ++i) {
            const Polyline &line = level.lines[i], &whole = full.lines[i];
            EXPECT_GE(line.count, 2u);
            EXPECT_EQ(line.toKm, whole.toKm);
            EXPECT_EQ(level.points[line.first], full.points[whole.first]);
            EXPECT_EQ(level.points[line.first + line.count - 1], full.points[whole.first + whole.count - 1]);
        }
    }
}

TEST(LineDetail, StaysWithinTheTolerance) {
    const LineLayer layer = withLevels(wavyLines(2, 5000));
    const LineLevel& full = layer.levels[0];
    for (std::size_t l = 1; l < layer.levels.size(); ++l) {
        const LineLevel& level = layer.levels[l];
        EXPECT_LT(level.points.size(), layer.levels[l - 1].points.size());
        for (std::size_t i = 0; i < level.lines.size(); ++i) {
            std::uint32_t at = level.lines[i].first;
            for (std::uint32_t j = 0; j < full.lines[i].count; ++j) {
                const PlanePoint p = full.points[full.lines[i].first + j];
                if (at + 2 < level.lines[i].first + level.lines[i].count && p == level.points[at + 1]) ++at;
                EXPECT_LE(distance(vec(p), vec(level.points[at]), vec(level.points[at + 1])),
                          level.tolerance);
            }
        }
    }
}

TEST(LineDetail, KeepsTwoPointsOfAClosedLine) {
    LineLevel level;
    for (int i = 0; i <= 100; ++i) {
        const double angle = i % 100 * 0.0628318;
        level.points.push_back(
            {static_cast<float>(50 * std::cos(angle)), static_cast<float>(50 * std::sin(angle))});
    }
    level.lines.push_back({0, 101, LineKind::Coast, -1, -1, 0, 0, {}});
    const LineLayer layer = withLevels(level);
    for (std::size_t l = 1; l < layer.levels.size(); ++l) EXPECT_EQ(layer.levels[l].lines[0].count, 2u);
}

TEST(LineDetail, TakesNoLongTimeOverTheWorstLine) {
    LineLevel level;
    for (int i = 0; i < 200'000; ++i)
        level.points.push_back({static_cast<float>(i), i % 2 ? 1e6f : -1e6f + static_cast<float>(i)});
    level.lines.push_back({0, 200'000, LineKind::Coast, -1, -1, 0, 0, {}});
    EXPECT_EQ(withLevels(level).levels.size(), 9u);
}

TEST(LineDetail, GivesTheCoarsestLevelThatIsFineEnough) {
    const LineLayer layer = withLevels(wavyLines(1, 100));
    EXPECT_EQ(layer.levelFor(1).tolerance, 0);
    EXPECT_EQ(layer.levelFor(500).tolerance, 0);
    EXPECT_EQ(layer.levelFor(501).tolerance, 200);
    EXPECT_EQ(layer.levelFor(1001).tolerance, 400);
    EXPECT_EQ(layer.levelFor(4001).tolerance, 1600);
    EXPECT_EQ(layer.levelFor(16001).tolerance, 6400);
    EXPECT_EQ(layer.levelFor(1e6).tolerance, 25600);
}

TEST(LineDetail, MeasuresAlongTheFullLineAtEveryLevel) {
    const LineLayer layer = withLevels(wavyLines(1, 3000));
    const LineLevel& full = layer.levels[0];
    for (const LineLevel& level : layer.levels) {
        ASSERT_EQ(level.along.size(), level.points.size());
        EXPECT_EQ(level.along.front(), 0);
        EXPECT_EQ(level.along.back(), full.along.back());
        EXPECT_TRUE(std::is_sorted(level.along.begin(), level.along.end()));
    }
}

TEST(LineDetail, WorksOnNoLines) {
    EXPECT_EQ(withLevels({}).levels.size(), 9u);
}

}  // namespace
}  // namespace geo
