// Where lines may break, in any language that a film may name.
#include "base/line_breaks.h"

#include <gtest/gtest.h>

TEST(LineBreaksTest, ALanguageThatNobodyKnowsBreaksByTheRulesOfAll) {
    // So long a tag is no locale for ICU, which then makes no breaker.
    std::string tag = "en";
    for (int i = 0; i < 17; ++i) tag += "-abcdefgh";
    const auto parts = base::lineParts("one two", tag + "-x");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].text, "one");
}
