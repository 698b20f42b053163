#include "ui/talk.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/notes_clock.h"

using namespace ui;
using small::Desk;

// The small film: four cues of 9 s, so a plan of 27 s from the second on.

TEST(Talk, BeginsAtTheFirstNext) {
    Desk desk;
    Talk& talk = desk.session.notes.talk;
    pass(talk, 60);
    EXPECT_EQ(talk.elapsed, 0) << "people are coming in";
    desk.press(key(KeyName::PageDown));
    pass(talk, 4);
    EXPECT_TRUE(talk.started);
    EXPECT_DOUBLE_EQ(talk.elapsed, 4);
    EXPECT_DOUBLE_EQ(paceOf(talk, desk.film, 1).remaining, 23);
}

TEST(Talk, BeginsWithAJumpToTheNextStepButNotWithOneInTheOpening) {
    Desk desk;
    desk.press(key(KeyName::PageDown, kAlt));
    EXPECT_FALSE(desk.session.notes.talk.started);
    desk.press(key(KeyName::PageDown, kAlt));
    EXPECT_TRUE(desk.session.notes.talk.started);
}

TEST(Talk, GoesOnWhileTheStoryStandsAndTheScreenIsBlack) {
    Desk desk;
    desk.press(key(KeyName::PageDown));
    desk.press(key('k'));
    desk.press(key('b'));
    pass(desk.session.notes.talk, 5);
    EXPECT_DOUBLE_EQ(desk.session.notes.talk.elapsed, 5);
}

TEST(Talk, IsStoppedAndSetToZeroByHand) {
    Desk desk;
    Talk& talk = desk.session.notes.talk;
    desk.press(key('t', kControl));
    EXPECT_TRUE(talk.started) << "the key starts it too";
    pass(talk, 3);
    desk.press(key('t', kControl));
    pass(talk, 3);
    EXPECT_DOUBLE_EQ(talk.elapsed, 3);
    desk.press(key('t', kControl));
    pass(talk, 1);
    EXPECT_DOUBLE_EQ(talk.elapsed, 4);
    talk.length = 600;
    desk.press(key('r', kControl));
    EXPECT_EQ(talk, (Talk{.length = 600}));
}

TEST(Talk, BeginsAnewWithTheShow) {
    Desk desk;
    desk.press(key(KeyName::PageDown));
    pass(desk.session.notes.talk, 3);
    desk.press(key(KeyName::F5));
    EXPECT_FALSE(desk.session.notes.talk.started);
}

TEST(Pace, IsWithinTheTimeOfAStepAheadBeforeItAndBehindAfterIt) {
    const film::Film film = small::film();
    Talk talk;
    begin(talk, film, 1);
    talk.elapsed = 8;  // cue 1 has 0 to 9 s, cue 2 has 9 to 18 s
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 1).ahead, 0);
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 2).ahead, 1);
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 3).ahead, 10);
    talk.elapsed = 20;
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 1).ahead, -11);
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 2).ahead, -2);
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 0).ahead, 0) << "the opening has no time of its own";
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 3).remaining, 7);
}

TEST(Pace, IsStretchedToThePlannedLength) {
    const film::Film film = small::film();
    Talk talk;
    talk.length = 270;
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 0).remaining, 270) << "before it has begun";
    begin(talk, film, 1);
    talk.elapsed = 80;
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 2).ahead, 10);
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 1).remaining, 190);
}

TEST(Pace, CountsFromTheStepThatARehearsalBeginsWith) {
    const film::Film film = small::film();
    Talk talk;
    begin(talk, film, 2);
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 2).remaining, 18);
    talk.elapsed = 12;
    EXPECT_DOUBLE_EQ(paceOf(talk, film, 2).ahead, -3);
}

TEST(Pace, IsSaidInWords) {
    Talk talk;
    EXPECT_EQ(paceText(talk, {}, "en"), "Starts at the first next step");
    talk.started = true;
    EXPECT_EQ(paceText(talk, {3, 0}, "fr"), "Dans les temps");
    EXPECT_EQ(paceText(talk, {80, 0}, "en"), "1:20 ahead");
    EXPECT_EQ(paceText(talk, {-65, 0}, "fr"), "1:05 de retard");
    talk.stopped = true;
    EXPECT_EQ(paceText(talk, {-65, 0}, "en"), "Clock stopped");
}

TEST(Pace, WritesWhatIsLeftAndWhatIsOver) {
    EXPECT_EQ(remainingText(61.2), "1:02") << "counts down to nought";
    EXPECT_EQ(remainingText(0), "0:00");
    EXPECT_EQ(remainingText(-12.5), "−0:12");
    EXPECT_EQ(timeText({9, 5}), "9:05");
}
