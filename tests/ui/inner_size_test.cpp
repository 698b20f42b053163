#include "ui/inner_size.h"

#include <gtest/gtest.h>

using ui::InnerSize;
using ui::kSmoothSeconds;

namespace {

void take(InnerSize& size, int pictures, double seconds) {
    for (int i = 0; i < pictures; ++i) size.took(seconds);
}

}  // namespace

TEST(InnerSize, StaysWholeWhileThatIsSmooth) {
    InnerSize size;
    take(size, 100, kSmoothSeconds * 0.99);
    EXPECT_EQ(size.factor(), 1);
}

TEST(InnerSize, OneSlowPictureChangesNothing) {
    InnerSize size;
    for (int i = 0; i < 20; ++i) {
        take(size, 4, kSmoothSeconds / 2);
        size.took(1);
    }
    EXPECT_EQ(size.factor(), 1);
}

TEST(InnerSize, ShrinksInStepsAndNoFarther) {
    InnerSize size;
    take(size, 5, 2 * kSmoothSeconds);
    EXPECT_EQ(size.factor(), 0.75);
    take(size, 5, 2 * kSmoothSeconds);
    EXPECT_EQ(size.factor(), 0.5);
    take(size, 100, 2 * kSmoothSeconds);
    EXPECT_EQ(size.factor(), 0.5);
}

TEST(InnerSize, GrowsOnlyWhenTheLargerSizeWillBeSmoothToo) {
    InnerSize size;
    take(size, 5, 2 * kSmoothSeconds);
    take(size, 200, 0.5 * kSmoothSeconds);  // whole: 0.89 of the time there is
    EXPECT_EQ(size.factor(), 0.75);
    take(size, 30, 0.4 * kSmoothSeconds);
    EXPECT_EQ(size.factor(), 1);
}
