#include "render/stroke.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using base::Vec2;
using render::appendStroke;
using render::kStrokeFloats;

std::vector<float> strokeOf(const std::vector<Vec2>& points, double width = 2) {
    std::vector<render::StrokePoint> line;
    for (const Vec2 p : points) line.push_back({p, width, 0});
    std::vector<float> vertices;
    appendStroke(line, vertices);
    return vertices;
}

Vec2 position(const std::vector<float>& v, std::size_t i) {
    return {v[i * kStrokeFloats], v[i * kStrokeFloats + 1]};
}

// Twice the area of the strip's triangles, all counted positive.
double area(const std::vector<float>& v) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < v.size() / kStrokeFloats; ++i) {
        const Vec2 a = position(v, i), b = position(v, i + 1) - a, c = position(v, i + 2) - a;
        sum += std::abs(b.x * c.y - b.y * c.x) / 2;
    }
    return sum;
}

}  // namespace

TEST(Stroke, IsAsWideAsTheLineAndItsSmoothEdge) {
    const std::vector<float> v = strokeOf({{0, 0}, {100, 0}});
    ASSERT_EQ(v.size(), 4u * kStrokeFloats);
    EXPECT_NEAR(area(v), 101 * 3.5, 1e-3);
}

TEST(Stroke, MeetsInAMitreWithoutGapOrOverlap) {
    // The two halves of a right angle: what the inside loses the outside gains.
    EXPECT_NEAR(area(strokeOf({{0, 0}, {100, 0}, {100, 100}})), 201 * 3.5, 0.1);
}

TEST(Stroke, NeverReachesFarFromItsLine) {
    for (int degrees = 0; degrees < 360; degrees += 7) {
        const double a = base::radians(degrees);
        const std::vector<float> v = strokeOf({{0, 0}, {50, 0}, {50 + 50 * std::cos(a), 50 * std::sin(a)}});
        for (std::size_t i = 0; i < v.size() / kStrokeFloats; ++i) {
            const Vec2 p = position(v, i);
            const double near = std::min({base::length(p), base::length(p - Vec2{50, 0}),
                                          base::length(p - Vec2{50 + 50 * std::cos(a), 50 * std::sin(a)})});
            EXPECT_LT(near, 3.6) << degrees;
        }
    }
}

TEST(Stroke, JoinsLinesByTrianglesWithoutArea) {
    std::vector<render::StrokePoint> a{{{0, 0}, 2, 0}, {{10, 0}, 2, 0}},
        b{{{500, 300}, 2, 0}, {{510, 300}, 2, 0}};
    std::vector<float> both;
    appendStroke(a, both);
    appendStroke(b, both);
    EXPECT_NEAR(area(both), 2 * 11 * 3.5, 1e-3);
}

TEST(Stroke, OfNothingIsNothing) {
    EXPECT_TRUE(strokeOf({}).empty());
    EXPECT_TRUE(strokeOf({{1, 1}}).empty());
    EXPECT_TRUE(strokeOf({{1, 1}, {1, 1}, {1, 1}}).empty());
}
