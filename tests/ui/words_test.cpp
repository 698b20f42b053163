#include "ui/words.h"

#include <gtest/gtest.h>

#include "ui/commands.h"

using namespace ui;

TEST(HelpPage, PrintsTheKeysOfTheTable) {
    EXPECT_EQ(keysText(rowOf(CommandId::Black), "en"), "B / .");
    EXPECT_EQ(keysText(rowOf(CommandId::StartHere), "fr"), "Maj+F5");
    EXPECT_EQ(keysText(rowOf(CommandId::Skip), "en"), "Alt+→ / ↓ / Space / Enter / N / Page Down");
}

TEST(Words, AreThereInBothLanguages) {
    for (int i = 0; i <= static_cast<int>(Word::RightDragDoes); ++i) {
        EXPECT_FALSE(word(static_cast<Word>(i), "fr").empty()) << i;
        EXPECT_FALSE(word(static_cast<Word>(i), "en").empty()) << i;
    }
    EXPECT_EQ(word(Word::Step, "fr"), "Étape");
    EXPECT_EQ(word(Word::Step, "ha"), "Step") << "English for languages the overlay does not know";
}

TEST(Words, WritesTimesInMinutesAndSeconds) {
    EXPECT_EQ(clockText(0), "0:00");
    EXPECT_EQ(clockText(62.9), "1:02");
    EXPECT_EQ(clockText(600), "10:00");
    EXPECT_EQ(clockText(-1), "0:00");
}
