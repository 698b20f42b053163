#include "ui/panel_memory.h"

#include <gtest/gtest.h>

#include "small_film.h"

using namespace ui;
using small::Desk;

TEST(Panels, AreRememberedAsTheyAreInTheWindow) {
    Desk desk;
    desk.press(key(KeyName::Tab));
    EXPECT_TRUE(wasOpen(desk.session.settings, "list"));
    desk.press(key(KeyName::Tab));
    EXPECT_FALSE(wasOpen(desk.session.settings, "list"));
}

TEST(Panels, ComeBackAtTheNextStart) {
    Desk desk;
    desk.session.settings.open = {"list", "panel-of-tomorrow"};
    openRemembered(desk.session);
    EXPECT_TRUE(desk.session.list);
    desk.press(key(KeyName::Right));
    EXPECT_TRUE(wasOpen(desk.session.settings, "panel-of-tomorrow"));
}

TEST(Panels, AreClosedForTheRoomAndComeBackAfterIt) {
    Desk desk;
    desk.press(key(KeyName::Tab));
    desk.press(key(KeyName::F5));
    EXPECT_FALSE(desk.session.list);
    EXPECT_TRUE(wasOpen(desk.session.settings, "list"));
    desk.press(key(KeyName::Escape));
    EXPECT_FALSE(desk.session.fullScreen);
    EXPECT_TRUE(desk.session.list);
}

TEST(Panels, AreAllGoneWhenThePictureIsShownAlone) {
    Desk desk;
    desk.press(key(KeyName::Tab));
    desk.press(key('?'));
    desk.press(key('e', kControl));
    desk.session.hints.open = true;
    desk.press(key(KeyName::Escape));
    desk.press(key(KeyName::Escape));
    desk.press(key('?'));
    desk.press(key('h'));
    EXPECT_FALSE(desk.session.list || desk.session.help || desk.session.exporting.open ||
                 desk.session.hints.open || desk.session.panels);
    desk.press(key('h'));
    EXPECT_TRUE(desk.session.panels);
    EXPECT_TRUE(desk.session.list) << "as before";
    EXPECT_FALSE(desk.session.help);
}

TEST(Panels, TakeTheKeyboardWhenAsked) {
    Desk desk;
    desk.press(key(KeyName::F6));
    EXPECT_EQ(desk.session.panelWithKeys, "") << "none is open";
    desk.press(key(KeyName::Tab));
    desk.press(key(KeyName::F6));
    EXPECT_STREQ(windowWithKeys(desk.session), "events");
    desk.press(key(KeyName::Right));
    desk.press(key(KeyName::Space));
    EXPECT_EQ(desk.cue(), "a") << "arrows and Space are the panel's";
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "b") << "the clicker's keys never are";
    desk.press(key(KeyName::Escape));
    EXPECT_EQ(windowWithKeys(desk.session), nullptr);
    EXPECT_TRUE(desk.session.list);
    desk.press(key(KeyName::F6));
    desk.press(key(KeyName::F6));
    EXPECT_EQ(windowWithKeys(desk.session), nullptr);
    desk.press(key(KeyName::Right));
    EXPECT_EQ(desk.cue(), "c");
}

TEST(Hints, GoWithTheFirstKeyThatDoesSomething) {
    Desk desk;
    desk.session.hints.open = true;
    desk.press(key('l'));
    EXPECT_TRUE(desk.session.hints.open) << "to be read in another language";
    desk.apply({CommandId::Look, 0, {}, desk.filmCamera});
    EXPECT_TRUE(desk.session.hints.open) << "dragging, as the hint says";
    desk.press(key(KeyName::PageDown));
    EXPECT_FALSE(desk.session.hints.open);
}

TEST(Hints, GoByThemselvesAndWithEscape) {
    Desk desk;
    desk.session.hints.open = true;
    advance(desk.session, kHintSeconds - 0.1);
    EXPECT_TRUE(desk.session.hints.open);
    EXPECT_GT(opacityOf(desk.session.hints), 0);
    EXPECT_LT(opacityOf(desk.session.hints), 1);
    advance(desk.session, 0.2);
    EXPECT_FALSE(desk.session.hints.open);
    desk.session.hints = {true, 0};
    desk.press(key(KeyName::Escape));
    EXPECT_FALSE(desk.session.hints.open);
    EXPECT_FALSE(desk.session.quit);
}

TEST(Hints, AreNeverInFrontOfARoom) {
    Desk desk;
    desk.session.hints.open = true;
    desk.press(key('f'));
    EXPECT_FALSE(desk.session.hints.open);
}

TEST(Panels, TheInspectorComesBackToo) {
    Desk desk;
    desk.press(key('i'));
    EXPECT_TRUE(wasOpen(desk.session.settings, "inspector"));
    desk.press(key(KeyName::F5));
    EXPECT_FALSE(desk.session.writing.open);
    desk.press(key(KeyName::Escape));
    EXPECT_TRUE(desk.session.writing.open);
}
