#include "render/ribbon.h"

#include <gtest/gtest.h>

using base::Vec2;
using render::AlongPoint;
using render::makeRibbon;

namespace {

std::vector<AlongPoint> lineOf(const std::vector<Vec2>& points, double before = 0) {
    return render::alongPoints(points, points, before);
}

}  // namespace

TEST(Ribbon, CoversItsStretchStraightOnBeyondBothEnds) {
    const auto vertices = makeRibbon(lineOf({{0, 0}, {60, 0}, {100, 0}}), {-10, 120, 5, 20});
    ASSERT_EQ(vertices.size() % 8, 0u);
    EXPECT_FLOAT_EQ(vertices[0], -10);
    EXPECT_FLOAT_EQ(vertices[2], -10);
    EXPECT_FLOAT_EQ(vertices[3], -5);
    EXPECT_FLOAT_EQ(vertices[vertices.size() - 4], 120);
    EXPECT_FLOAT_EQ(vertices[vertices.size() - 2], 120);
    EXPECT_FLOAT_EQ(vertices.back(), 20);
}

TEST(Ribbon, OfAPieceCountsFromTheWholeWaysStart) {
    const auto vertices = makeRibbon(lineOf({{0, 0}, {50, 0}}, 300), {300, 330, 5, 5});
    ASSERT_EQ(vertices.size(), 16u);
    EXPECT_FLOAT_EQ(vertices[2], 300);
    EXPECT_FLOAT_EQ(vertices[8], 30);
    EXPECT_FLOAT_EQ(vertices[10], 330);
}

TEST(Ribbon, OfNothingIsEmpty) {
    EXPECT_TRUE(makeRibbon({}, {0, 10, 5, 5}).empty());
    EXPECT_TRUE(makeRibbon(lineOf({{1, 1}}), {0, 10, 5, 5}).empty());
    EXPECT_TRUE(makeRibbon(lineOf({{1, 1}, {1, 1}}), {0, 10, 5, 5}).empty());
    EXPECT_TRUE(makeRibbon(lineOf({{0, 0}, {50, 0}}), {20, 20, 5, 5}).empty());
}

TEST(Ribbon, IsAsWideAtItsEndsAsBetweenWhicheverWayItRuns) {
    for (int angle = 0; angle < 360; angle += 15) {
        const Vec2 forward{std::cos(base::radians(angle)), std::sin(base::radians(angle))};
        const auto vertices =
            makeRibbon(lineOf({{0, 0}, forward * 5.0, forward * 10.0, forward * 15.0}), {2, 14, 20, 20});
        ASSERT_EQ(vertices.size() % render::kRibbonRow, 0u);
        for (std::size_t i = 3; i < vertices.size(); i += 4)
            EXPECT_FLOAT_EQ(std::abs(vertices[i]), 20) << angle << ", vertex " << i / 4;
    }
}

TEST(Ribbon, NeverFoldsOverOnTheInsideOfATightBend) {
    std::vector<Vec2> bend;
    constexpr double kRadius = 30;
    for (int i = 0; i <= 30; ++i) bend.push_back({kRadius * std::cos(i * 0.1), kRadius * std::sin(i * 0.1)});
    const auto line = lineOf(bend);
    const auto vertices = makeRibbon(line, {0, line.back().along, 60, 60});
    for (std::size_t i = 0; i + 8 < vertices.size(); i += 8) {
        for (const std::size_t side : {0, 4}) {
            const Vec2 step{vertices[i + 8 + side] - vertices[i + side],
                            vertices[i + 9 + side] - vertices[i + 1 + side]};
            const double angle = static_cast<double>(i) / 8 * 0.1;
            EXPECT_GT(base::dot(step, {-std::sin(angle), std::cos(angle)}), 0) << i / 8;
        }
    }
}
