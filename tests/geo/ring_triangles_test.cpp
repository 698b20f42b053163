#include "geo/ring_triangles.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/units.h"

namespace geo {
namespace {

using base::Vec2;
using Rings = std::vector<std::vector<Vec2>>;

double turn(Vec2 a, Vec2 b, Vec2 p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool inTriangle(Vec2 a, Vec2 b, Vec2 c, Vec2 p) {
    const bool left = turn(a, b, p) > 0;
    return left == (turn(b, c, p) > 0) && left == (turn(c, a, p) > 0) && turn(a, b, c) != 0;
}

// Even-odd: the crossings of a ray to the right.
bool isInside(const Rings& rings, Vec2 p) {
    bool inside = false;
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
                inside = !inside;
        }
    }
    return inside;
}

void expectEveryPixelOddOrEven(const Rings& rings) {
    std::vector<Vec2> points;
    std::vector<std::uint32_t> triangles;
    for (const auto& ring : rings) {
        const auto first = static_cast<std::uint32_t>(points.size());
        points.insert(points.end(), ring.begin(), ring.end());
        appendRingTriangles(first, static_cast<std::uint32_t>(ring.size()), triangles);
    }
    for (int y = -2; y < 102; ++y) {
        for (int x = -2; x < 102; ++x) {
            const Vec2 p{x + 0.5017, y + 0.4951};  // on no edge of the shapes below
            bool odd = false;
            for (std::size_t i = 0; i < triangles.size(); i += 3) {
                odd ^=
                    inTriangle(points[triangles[i]], points[triangles[i + 1]], points[triangles[i + 2]], p);
            }
            ASSERT_EQ(odd, isInside(rings, p)) << x << " " << y;
        }
    }
}

std::vector<Vec2> star(double inner, double outer, int points) {
    std::vector<Vec2> ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points, radius = i % 2 ? inner : outer;
        ring.push_back({50 + radius * std::cos(angle), 50 + radius * std::sin(angle)});
    }
    return ring;
}

TEST(RingTriangles, AreTwoFewerThanThePoints) {
    for (std::uint32_t count : {0u, 1u, 2u, 3u, 4u, 5u, 100u, 1001u}) {
        std::vector<std::uint32_t> triangles;
        appendRingTriangles(7, count, triangles);
        EXPECT_EQ(triangles.size(), count < 3 ? 0u : 3u * (count - 2));
        for (const std::uint32_t index : triangles) EXPECT_TRUE(index >= 7 && index < 7 + count);
    }
}

TEST(RingTriangles, AreTheSameForEachRun) {
    std::vector<std::uint32_t> triangles;
    appendRingTriangles(10, 5, triangles);
    EXPECT_EQ(triangles, (std::vector<std::uint32_t>{10, 12, 14, 10, 11, 12, 12, 13, 14}));
}

TEST(RingTriangles, FillAConvexRing) {
    expectEveryPixelOddOrEven({star(40, 40, 37)});
}
TEST(RingTriangles, FillAConcaveRing) {
    expectEveryPixelOddOrEven({star(8, 48, 40)});
    expectEveryPixelOddOrEven({{{0, 0}, {90, 3}, {91, 20}, {12, 22}, {13, 60}, {95, 61}, {94, 99}, {1, 98}}});
}
TEST(RingTriangles, FillInBothDirections) {
    auto ring = star(15, 45, 24);
    expectEveryPixelOddOrEven({{ring.rbegin(), ring.rend()}});
}
TEST(RingTriangles, LeaveAHoleOpen) {
    expectEveryPixelOddOrEven({star(45, 48, 60), star(10, 30, 14)});
}
TEST(RingTriangles, FillARingThatTouchesItself) {
    expectEveryPixelOddOrEven({{{0, 0}, {50, 50}, {0, 97}, {97, 97}, {50, 50}, {97, 1}}});
}
TEST(RingTriangles, FillARingThatCrossesItselfByTheEvenOddRule) {
    std::vector<Vec2> pentagram;
    for (int i = 0; i < 5; ++i) {
        const double angle = 4 * std::numbers::pi * i / 5;
        pentagram.push_back({50 + 45 * std::cos(angle), 50 + 45 * std::sin(angle)});
    }
    expectEveryPixelOddOrEven({pentagram});
}
TEST(RingTriangles, FillNeighboursWithoutASeam) {
    expectEveryPixelOddOrEven({{{0, 0}, {50, 0}, {55, 31}, {47, 60}, {50, 97}, {0, 97}},
                               {{50, 0}, {97, 0}, {97, 97}, {50, 97}, {47, 60}, {55, 31}}});
}

TEST(RingTriangles, DrawLittleTwice) {
    const auto ring = star(40, 40, 1024);
    std::vector<std::uint32_t> triangles;
    appendRingTriangles(0, 1024, triangles);
    double area = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        area += std::abs(turn(ring[triangles[i]], ring[triangles[i + 1]], ring[triangles[i + 2]])) / 2;
    }
    EXPECT_NEAR(area, std::numbers::pi * 40 * 40, 1) << "a convex ring is covered once";
}

}  // namespace
}  // namespace geo
