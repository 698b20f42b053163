#include "ui/rest.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/frame_times.h"

using namespace ui;
using small::Desk;

TEST(Rest, NothingChangesByItselfWithNothingOpen) {
    Desk desk;
    EXPECT_EQ(secondsToChange(desk.session), kNever);
}

TEST(Rest, WakesForTheFirstThingThatGoes) {
    Desk desk;
    warn(desk.session, "line 3");
    EXPECT_EQ(secondsToChange(desk.session), 0) << "it fades in";
    advance(desk.session, 1);
    const double toast = secondsToChange(desk.session);
    EXPECT_GT(toast, kTypedSeconds);
    EXPECT_LT(toast, kNever);
    desk.press(key('4'));
    EXPECT_EQ(secondsToChange(desk.session), kTypedSeconds);
    advance(desk.session, kTypedSeconds);
    EXPECT_NEAR(secondsToChange(desk.session), toast - kTypedSeconds, 1e-9);
}

TEST(Rest, TheScrubberGoesWithTime) {
    Desk desk;
    desk.press(key(KeyName::Tab));
    EXPECT_EQ(secondsToChange(desk.session), 0);
    desk.press(key('k'));
    EXPECT_EQ(secondsToChange(desk.session), kNever);
    desk.press(key('k'));
    desk.press(key('b'));
    EXPECT_EQ(secondsToChange(desk.session), kNever) << "it is covered";
}

TEST(FrameTimes, TellFlyingFromRestAndHowSoonAKeyIsSeen) {
    FrameTimes times;
    times.shown(0, 0.010, true);
    times.shown(1, 1.030, true);
    times.shown(2, 2.020, true);
    times.heard(3);
    times.heard(3.5);
    times.shown(3, 3.050, false);
    times.shown(4, 4.040, false);
    EXPECT_EQ(
        times.text(),
        "5 frames; camera moving: 3, median 20.0 ms, 95 % within 20.0 ms, worst 30.0 ms; camera at rest: "
        "2, median 40.0 ms, 95 % within 40.0 ms, worst 50.0 ms; from key or mouse to picture: 1, median "
        "50.0 ms, 95 % within 50.0 ms, worst 50.0 ms");
}
