#include "base/color.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Color, IsReadInThreeSixOrEightDigits) {
    EXPECT_EQ(parseColor("#f00"), (Color{1, 0, 0, 1}));
    EXPECT_EQ(parseColor("#00ff00"), (Color{0, 1, 0, 1}));
    EXPECT_EQ(parseColor("#0000FF00"), (Color{0, 0, 1, 0}));
}

TEST(Color, IsNothingWhenItIsWrittenInAnotherWay) {
    for (const char* text :
         {"", "#", "red", "ff6b3a", "#ff6b3", "#ff6b3g", "#ff6b3a8", "#ff6b3a800", " #fff"}) {
        EXPECT_FALSE(parseColor(text)) << text;
    }
}

TEST(Color, WritesWhatItReads) {
    EXPECT_EQ(toString(*parseColor("#ff6b3a")), "#ff6b3a");
    EXPECT_EQ(toString(*parseColor("#ff6b3a80")), "#ff6b3a80");
}

TEST(Color, MixesFromTheFirstToTheSecond) {
    const Color a = {0, 0, 0, 0}, b = {1, 0.5f, 0, 1};
    EXPECT_EQ(mix(a, b, 0), a);
    EXPECT_EQ(mix(a, b, 1), b);
    EXPECT_EQ(mix(a, b, 0.5), (Color{0.5f, 0.25f, 0, 0.5f}));
}

TEST(Color, HasTheContrastThatTheStandardGives) {
    const Color black = {0, 0, 0, 1}, white = {1, 1, 1, 1};
    EXPECT_NEAR(contrast(black, white), 21, 1e-6);
    EXPECT_EQ(contrast(white, white), 1);
    EXPECT_EQ(contrast(black, white), contrast(white, black));
    EXPECT_NEAR(contrast(*parseColor("#767676"), white), 4.54, 0.005);
}

}  // namespace
}  // namespace base
