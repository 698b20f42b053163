#include "ui/pace.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/words.h"

using namespace ui;
using small::Desk;

TEST(StoryPace, GoesThroughTheSpeedsAndStopsAtBothEnds) {
    Desk desk;
    const auto speed = [&] { return desk.session.pace.speed; };
    for (const double expected : {1.5, 2.0, 4.0, 4.0}) {
        desk.press(key('>'));
        EXPECT_EQ(speed(), expected);
    }
    for (const double expected : {2.0, 1.5, 1.0, 0.5, 0.25, 0.25}) {
        desk.press(key('<'));
        EXPECT_EQ(speed(), expected);
    }
}

TEST(StoryPace, SpeedScalesTheStorysTimeAndNotTheWayHome) {
    Desk desk;
    desk.session.playhead = {1, 1};
    desk.press(key('>'));
    desk.press(key('>'));
    advance(desk.session, 0.75);
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 2.5}));
    desk.press(key('+'));
    desk.press(key('r'));
    advance(desk.session, kFlightSeconds / 2);
    EXPECT_TRUE(desk.session.flight) << "twice the speed does not halve the flight";
}

TEST(StoryPace, IsToldForAMoment) {
    Desk desk;
    desk.press(key('>'));
    EXPECT_EQ(desk.session.pace.news, PaceNews::Speed);
    advance(desk.session, kPaceSeconds / 2);
    EXPECT_EQ(desk.session.pace.news, PaceNews::Speed);
    advance(desk.session, kPaceSeconds / 2);
    EXPECT_EQ(desk.session.pace.news, PaceNews::None);
}

TEST(StoryPace, SpeedIsWrittenAsTheLanguageDoes) {
    EXPECT_EQ(speedText(2, "fr"), "2\u00a0×");
    EXPECT_EQ(speedText(0.25, "fr"), "0,25\u00a0×");
    EXPECT_EQ(speedText(1.5, "en"), "1.5\u00a0×");
}

TEST(AutoPlay, GoesFromCueToCueAndFromTheLastToTheFirst) {
    Desk desk;
    desk.press(key('a'));
    std::string seen;
    for (int second = 0; second < 45; ++second) {
        if (desk.session.playhead.seconds < 1) seen += desk.cue();
        advance(desk.session, 1);
    }
    EXPECT_EQ(seen, "abcda");
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 0})) << "45 s are five cues of 9 s";
}

TEST(AutoPlay, IsSwitchedOffByTheSameKey) {
    Desk desk;
    desk.press(key('a'));
    desk.press(key('a'));
    advance(desk.session, 100);
    EXPECT_EQ(desk.cue(), "a");
}

TEST(AutoPlay, TakesNextByHandAndGoesOn) {
    Desk desk;
    desk.session.pace.autoPlay = true;
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 0}));
    advance(desk.session, 9.25);
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 0.25}));
}

TEST(AutoPlay, StandsWhilePausedCoveredOrLookedAt) {
    for (const Key& pressed : {key('k'), key('b'), key('o'), key('+'), key('f', kControl), key('g')}) {
        Desk desk;
        desk.session.pace.autoPlay = true;
        desk.session.playhead = {1, 8};
        desk.press(pressed);
        advance(desk.session, 20);
        EXPECT_EQ(desk.cue(), "b") << label(pressed, "en");
    }
}

TEST(AutoPlay, GoesOnWhenAVisitorHasLeft) {
    for (const Key& pressed : {key('+'), key('o'), key('g')}) {
        Desk desk;
        desk.session.pace.autoPlay = true;
        desk.session.playhead = {1, 8.5};
        desk.press(pressed);
        for (int i = 0; i < 130; ++i) advance(desk.session, 0.5);
        EXPECT_EQ(desk.session.browse.open, Browser::None) << label(pressed, "en");
        EXPECT_FALSE(desk.session.detour);
        EXPECT_NE(desk.cue(), "b") << label(pressed, "en");
    }
}

TEST(AutoPlay, WhatACueHasLastedTooLongIsNotTheNextOnes) {
    Desk desk;
    desk.session.playhead = {1, 60};
    desk.press(key('a'));
    advance(desk.session, 0.1);
    EXPECT_EQ(desk.cue(), "c");
    EXPECT_LE(desk.session.playhead.seconds, 0.1);
}

TEST(AutoPlay, SurvivesAFilmWithoutCuesAndCuesWithoutLength) {
    film::Film empty;
    Session session = makeSession(empty, {});
    session.pace.autoPlay = true;
    advance(session, 1);
    EXPECT_EQ(session.playhead.cue, 0U);
    Desk desk;
    for (film::Cue& cue : desk.film.cues) cue.flySeconds = cue.playSeconds = cue.holdSeconds = 0;
    desk.session.pace.autoPlay = true;
    for (int i = 0; i < 10; ++i) advance(desk.session, 1);
    EXPECT_LT(desk.session.playhead.cue, 4U);
}
