#include "film/frame_numbers.h"

#include <gtest/gtest.h>

#include <limits>

namespace {

using Range = std::pair<std::int64_t, std::int64_t>;

TEST(FrameRange, IsReadInEachOfItsThreeForms) {
    EXPECT_EQ(film::parseFrameRange("7"), Range(7, 7));
    EXPECT_EQ(film::parseFrameRange("7-250"), Range(7, 250));
    EXPECT_EQ(film::parseFrameRange("7-"), Range(7, std::numeric_limits<std::int64_t>::max()));
}

TEST(FrameRange, IsNothingWhenItIsNoRange) {
    for (const char* text :
         {"", "-", "-3", "0", "0-4", "9-8", "1-2-3", "a", "1-b", "1 -2", "+1", "99999999999999999999"})
        EXPECT_FALSE(film::parseFrameRange(text)) << text;
}

}  // namespace
