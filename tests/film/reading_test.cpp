// How long a caption takes.
#include "film/reading.h"

#include <gtest/gtest.h>

namespace film {
namespace {

TEST(Reading, CountsWordsByTheSpacesBetweenThem) {
    EXPECT_EQ(wordCount(""), 0);
    EXPECT_EQ(wordCount("  \n "), 0);
    EXPECT_EQ(wordCount("Russian instructors land\nin Niamey"), 5);
    EXPECT_EQ(wordCount("l’état-major n’a rien dit"), 4);
    EXPECT_EQ(wordCount("Ἀθῆναι и Москва"), 3);
}

TEST(Reading, TakesNoMarkThatStandsAloneForAWord) {
    EXPECT_EQ(wordCount("Source\u00a0: Le Journal\u00a0; La Tribune"), 5);
    EXPECT_EQ(wordCount("«\u202fdocuments\u202f» – rien\u202f!"), 2);
    EXPECT_EQ(wordCount("BAMAKO · NIAMEY"), 2);
}

TEST(Reading, TakesNoNumberOfASourceForAWord) {
    EXPECT_EQ(wordCount("Source: [12]\u00a0Journal, April 2024; [3] [4]…"), 4);
    EXPECT_EQ(wordCount("[sic] [1"), 2);
}

TEST(Reading, TakesAGroupedNumberForOneWord) {
    EXPECT_EQ(wordCount("1\u202f500 soldats"), 2);
    EXPECT_EQ(wordCount("2\u00a0400\u00a0soldats"), 2);
    EXPECT_EQ(wordCount("10 avril 2024"), 3);
}

TEST(Reading, SaysAHundredAndSixtyWordsAMinuteAndReadsTwoHundredAndThirtyEight) {
    EXPECT_DOUBLE_EQ(secondsFor(16, kAloudWordsPerMinute), 6);
    EXPECT_DOUBLE_EQ(secondsFor(119, kSilentWordsPerMinute), 30);
}

TEST(Reading, HasTheEndOfTheFlightThePlayAndTheHold) {
    Cue cue;
    cue.flySeconds = 2;
    cue.playSeconds = 4;
    cue.holdSeconds = 3;
    EXPECT_DOUBLE_EQ(readableSeconds(cue), 7.4);
}

}  // namespace
}  // namespace film
