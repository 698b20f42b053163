#include "render/square_grid.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using render::ClassMap;
using render::PaintedPatch;
using render::Painting;

constexpr base::Size kFrame{128, 64};

// Land in the left part, up to `edge` pixels.
ClassMap landUpTo(double edge) {
    ClassMap map(render::whole(kFrame));
    map.turnOver(std::vector<base::Vec2>{{-5, -5}, {edge, -5}, {edge, 70}, {-5, 70}}, render::kLandBit);
    map.finish();
    return map;
}

std::vector<PaintedPatch> cut(const ClassMap& map, const render::TouchedTiles& lit) {
    const render::SquareGrid grid(map, lit, render::whole(kFrame));
    std::vector<PaintedPatch> parts;
    for (const int x : {0, 64}) grid.cut({x, 0, 64, {}}, parts);
    return parts;
}

int pixels(const std::vector<PaintedPatch>& parts, Painting painting) {
    int sum = 0;
    for (const PaintedPatch& p : parts) sum += p.painting == painting ? p.patch.side * p.patch.side : 0;
    return sum;
}

}  // namespace

TEST(SquareGrid, LeavesWholeWhatIsOfOneKind) {
    const auto parts = cut(landUpTo(64), render::TouchedTiles(kFrame, ClassMap::kSide));
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].kind, render::kLandBit);
    EXPECT_EQ(parts[1].kind, 0);
}

TEST(SquareGrid, LooksUpOnlyTheSquaresOnACoast) {
    const auto parts = cut(landUpTo(70), render::TouchedTiles(kFrame, ClassMap::kSide));
    EXPECT_EQ(pixels(parts, Painting::Marked), 4 * 16 * 16);
    EXPECT_EQ(pixels(parts, Painting::Even), 128 * 64 - 4 * 16 * 16);
}

TEST(SquareGrid, LightIsOnTheSeaAndNotOnTheLand) {
    render::TouchedTiles lit(kFrame, ClassMap::kSide);
    lit.touch({0, 8}, {127, 8}, 0);
    const auto parts = cut(landUpTo(64), lit);
    EXPECT_EQ(pixels(parts, Painting::Lit), 64 * 16);
    for (const PaintedPatch& p : parts) {
        if (p.painting == Painting::Lit) {
            EXPECT_EQ(p.kind, 0);
        }
    }
}

TEST(SquareGrid, LeavesOutWhatLiesOutsideOfTheFrame) {
    const render::SquareGrid grid(landUpTo(10), render::TouchedTiles(kFrame, ClassMap::kSide),
                                  render::whole(kFrame));
    std::vector<PaintedPatch> parts;
    grid.cut({128, 0, 64, {}}, parts);
    EXPECT_TRUE(parts.empty());
}
