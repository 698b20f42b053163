#include "render/touched_tiles.h"

#include <gtest/gtest.h>

using base::Box;
using render::TouchedTiles;

TEST(TouchedTilesTest, NothingIsTouchedAtFirst) {
    EXPECT_TRUE(TouchedTiles({100, 50}, 10).boxes().empty());
}

TEST(TouchedTilesTest, NeighboursInARowAreOneBox) {
    TouchedTiles tiles({100, 50}, 10);
    tiles.touch({12, 5}, {38, 5}, 1);
    EXPECT_EQ(tiles.boxes(), (std::vector<Box>{{10, 0, 30, 10}}));
}

TEST(TouchedTilesTest, TheReachTouchesTheNextSquare) {
    TouchedTiles tiles({100, 50}, 10);
    tiles.touch({15, 18}, {15, 18}, 3);
    EXPECT_EQ(tiles.boxes(), (std::vector<Box>{{10, 10, 10, 10}, {10, 20, 10, 10}}));
}

TEST(TouchedTilesTest, BoxesEndWithTheFrame) {
    TouchedTiles tiles({25, 15}, 10);
    tiles.touch({-50, -50}, {200, 200}, 0);
    EXPECT_EQ(tiles.boxes(), (std::vector<Box>{{0, 0, 25, 10}, {0, 10, 25, 5}}));
}

TEST(TouchedTilesTest, WhatLiesOutsideTouchesNothing) {
    TouchedTiles tiles({100, 50}, 10);
    tiles.touch({-30, 5}, {-20, 5}, 10);
    tiles.touch({5, 70}, {9, 90}, 10);
    EXPECT_TRUE(tiles.boxes().empty());
}
