#include "render/mipmap.h"

#include <gtest/gtest.h>

using base::Image;
using render::halved;

TEST(MipmapTest, EvenSidesGiveTheMeanOfFour) {
    EXPECT_EQ(halved(Image{4, 2, 1, {0, 10, 200, 200, 20, 31, 100, 101}}), (Image{2, 1, 1, {15, 150}}));
}

TEST(MipmapTest, OddSidesAreRoundedDownAndReadAtEvenSteps) {
    // Of five samples: between the first two, and between the last two.
    EXPECT_EQ(halved(Image{5, 1, 1, {0, 100, 7, 100, 0}}), (Image{2, 1, 1, {75, 75}}));
}

TEST(MipmapTest, OneSampleStaysOne) {
    EXPECT_EQ(halved(Image{1, 1, 1, {77}}), (Image{1, 1, 1, {77}}));
    EXPECT_EQ(halved(Image{1, 4, 1, {10, 20, 200, 100}}), (Image{1, 2, 1, {15, 150}}));
}

TEST(MipmapTest, FlatGroundStaysFlat) {
    const Image flat{9, 7, 1, std::vector<std::uint8_t>(63, 128)};
    EXPECT_EQ(halved(flat), (Image{4, 3, 1, std::vector<std::uint8_t>(12, 128)}));
}
