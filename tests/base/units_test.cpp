#include "base/units.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Box, TouchingBoxesDoNotIntersect) {
    const Box box = {10, 10, 20, 20};
    EXPECT_FALSE(box.intersects({30, 10, 5, 5}));
    EXPECT_TRUE(box.intersects({29.5, 10, 5, 5}));
    EXPECT_TRUE(box.intersects({15, 15, 1, 1}));
}

TEST(Box, GrowsOnEverySide) {
    EXPECT_EQ((Box{10, 10, 20, 20}.grown(5)), (Box{5, 5, 30, 30}));
    EXPECT_EQ((Box{10, 10, 20, 20}.center()), (Vec2{20, 20}));
    EXPECT_TRUE((Box{10, 10, 20, 20}.contains({30, 30})));
}

TEST(Smoothstep, BeginsAndEndsAtRest) {
    EXPECT_EQ(smoothstep(-1), 0);
    EXPECT_EQ(smoothstep(0), 0);
    EXPECT_EQ(smoothstep(0.5), 0.5);
    EXPECT_EQ(smoothstep(1), 1);
    EXPECT_EQ(smoothstep(2), 1);
    EXPECT_LT(smoothstep(0.01), 0.001);
}

TEST(Ramp, IsAStepWhenItHasNoLength) {
    EXPECT_EQ(ramp(2, 4, 3), 0.5);
    EXPECT_EQ(ramp(2, 4, 9), 1);
    EXPECT_EQ(ramp(2, 2, 1.9), 0);
    EXPECT_EQ(ramp(2, 2, 2), 1);
}

TEST(Angles, GoThereAndBack) {
    EXPECT_DOUBLE_EQ(degrees(radians(137)), 137);
    EXPECT_DOUBLE_EQ(radians(180), std::numbers::pi);
}

}  // namespace
}  // namespace base
