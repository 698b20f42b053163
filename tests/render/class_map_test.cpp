#include "render/class_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace {

using base::Vec2;
using render::ClassMap;

using Ring = std::vector<Vec2>;

// Even-odd at a pixel's middle, the slow way.
bool isInside(const Ring& ring, Vec2 p) {
    bool inside = false;
    Vec2 a = ring.back();
    for (const Vec2 b : ring) {
        if ((a.y > p.y) != (b.y > p.y) && p.x > a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
        a = b;
    }
    return inside;
}

Ring star(Vec2 middle, double radius, int points) {
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = i * 2.4 * 2, r = radius * (0.4 + 0.6 * (i % 3) / 2);
        ring.push_back({middle.x + r * std::cos(angle) + 0.137, middle.y + r * std::sin(angle) + 0.071});
    }
    return ring;
}

}  // namespace

TEST(ClassMap, FillsByTheEvenOddRuleWhateverTheShapeAndWhereverItIs) {
    const base::Size size{100, 70};
    for (const Vec2 middle : {Vec2{50, 35}, Vec2{0, 0}, Vec2{99, 69}, Vec2{-20, 40}}) {
        const Ring ring = star(middle, 60, 23);
        ClassMap map(render::whole(size));
        map.turnOver(ring, render::kLandBit);
        map.finish();
        for (int y = 0; y < size.h; ++y) {
            for (int x = 0; x < size.w; ++x) {
                ASSERT_EQ(map.at(x, y) != 0, isInside(ring, {x + 0.5, y + 0.5})) << x << " " << y;
            }
        }
    }
}

TEST(ClassMap, NeighboursLeaveNeitherGapNorOverlap) {
    ClassMap map(render::whole({64, 64}));
    const Ring border{{30.3, 0}, {35.1, 20.7}, {28.9, 40.2}, {31.7, 64}};
    Ring west = border, east(border.rbegin(), border.rend());
    west.insert(west.end(), {{0, 64}, {0, 0}});
    east.insert(east.end(), {{64, 0}, {64, 64}});
    map.turnOver(west, render::kLandBit);
    map.turnOver(east, render::kLandBit);
    map.finish();
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) ASSERT_EQ(map.at(x, y), render::kLandBit) << x << " " << y;
    }
}

TEST(ClassMap, TellsSquaresOfOneKind) {
    ClassMap map(render::whole({40, 40}));
    map.turnOver(Ring{{0, 0}, {20, 0}, {20, 40}, {0, 40}}, render::kLandBit);
    map.finish();
    EXPECT_EQ(map.square(0, 0), render::kLandBit);
    EXPECT_EQ(map.square(1, 1), std::nullopt);
    EXPECT_EQ(map.square(2, 2), 0);
    EXPECT_EQ(map.square(3, 0), std::nullopt) << "outside of the frame";
    EXPECT_FALSE(map.has(3, 0));
}

TEST(ClassMap, AHorizontalEdgeBetweenTwoRowsPartsASquare) {
    ClassMap map(render::whole({32, 16}));
    map.turnOver(Ring{{-10, -10}, {50, -10}, {50, 8}, {-10, 8}}, render::kLandBit);
    map.finish();
    EXPECT_EQ(map.square(0, 0), std::nullopt);
    EXPECT_EQ(map.square(1, 0), std::nullopt);
}
