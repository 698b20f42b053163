#include "ui/key_input.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;
using small::Desk;

TEST(KeyInput, CountsPressesOfABouncingClickerOnce) {
    Desk desk;
    desk.pressAt(1.00, key(KeyName::PageDown));
    desk.pressAt(1.10, key(KeyName::PageDown));
    desk.pressAt(1.20, key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "b");
    desk.pressAt(1.36, key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "c");
}

TEST(KeyInput, CountsAllKeysOfNextAsOneClicker) {
    Desk desk;
    desk.pressAt(1.00, key(KeyName::PageDown));
    desk.pressAt(1.05, key(KeyName::Right));
    EXPECT_EQ(desk.cue(), "b");
}

TEST(KeyInput, LetsPreviousFollowNextAtOnce) {
    Desk desk;
    desk.pressAt(1.00, key(KeyName::Right));
    desk.pressAt(1.05, key(KeyName::Left));
    EXPECT_EQ(desk.cue(), "a");
}

TEST(KeyInput, IgnoresTheRepeatOfAHeldKey) {
    Desk desk;
    desk.pressAt(1, key(KeyName::Space));
    for (int i = 1; i < 50; ++i) desk.pressAt(1 + 0.3 * i, key(KeyName::Space), true);
    EXPECT_EQ(desk.cue(), "b");
    desk.pressAt(20, key('b'));
    desk.pressAt(21, key('b'), true);
    EXPECT_EQ(desk.session.blank, Blank::Black);
}

TEST(KeyInput, GoesOnZoomingWhileTheKeyIsHeld) {
    Desk desk;
    desk.pressAt(1, key('+'));
    const double once = desk.session.detour.value().widthKm;
    desk.pressAt(1.03, key('+'), true);
    EXPECT_LT(desk.session.detour.value().widthKm, once);
}

TEST(KeyInput, JumpsToTheCueWhoseNumberIsTyped) {
    Desk desk;
    desk.press(key('3'));
    EXPECT_EQ(desk.session.typedNumber, "3");
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 0}));
    EXPECT_TRUE(desk.session.typedNumber.empty());
}

TEST(KeyInput, IgnoresTheNumberOfACueThatIsNotThere) {
    for (const char* digits : {"0", "5", "99", "9999"}) {
        Desk desk;
        for (const char* digit = digits; *digit != 0; ++digit) desk.press(key(*digit));
        desk.press(key(KeyName::Enter));
        EXPECT_EQ(desk.cue(), "a") << digits;
        EXPECT_TRUE(desk.session.typedNumber.empty());
    }
}

TEST(KeyInput, ForgetsDigitsThatNoEnterFollows) {
    Desk desk;
    desk.press(key('4'));
    advance(desk.session, kTypedSeconds + 0.1);
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "b") << "Enter alone is the next step";
}

TEST(KeyInput, LeavesTheirKeysToFieldsOfText) {
    Desk desk;
    desk.session.typing = true;
    for (const Key& key : {key('n'), key('b'), key('3'), key(KeyName::Space), key(KeyName::Left),
                           key(KeyName::Enter), key(KeyName::Backspace), key(KeyName::Home)}) {
        desk.press(key);
    }
    EXPECT_EQ(desk.cue(), "a");
    EXPECT_EQ(desk.session.blank, Blank::None);
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "b") << "the clicker goes on";
    desk.press(key('q', kControl));
    EXPECT_TRUE(desk.session.quit);
}

TEST(Keys, AreLabelledInTheLanguage) {
    EXPECT_EQ(label(key(KeyName::F5, kShift), "fr"), "Maj+F5");
    EXPECT_EQ(label(key(KeyName::F5, kShift), "en"), "Shift+F5");
    EXPECT_EQ(label(key('b'), "en"), "B");
    EXPECT_EQ(label(key('?'), "fr"), "?");
}

TEST(KeyInput, AKeyThatBouncesAfterItHasChosenDoesNotGoOn) {
    Desk desk;
    desk.pressAt(1, key('o'));
    desk.pressAt(2, key(KeyName::Right));
    desk.pressAt(3, key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "b");
    desk.pressAt(3.05, key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "b");
    desk.pressAt(4, key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "c");
}

TEST(KeyInput, ANumberAndEnterJumpBesideTheInspectorToo) {
    Desk desk;
    desk.press(key('i'));
    ASSERT_TRUE(desk.session.writing.open);
    const std::string before = desk.cue();
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), before) << "it begins to type in the inspector";
    desk.press(key('2'));
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "b");
}
