#include "ui/commands.h"

#include <gtest/gtest.h>

#include <set>

#include "small_film.h"

using namespace ui;
using small::Desk;

TEST(CommandTable, GivesItsCommandForEveryKey) {
    Desk desk;
    for (const CommandRow& row : commandTable()) {
        for (const Key& key : row.keys) {
            const CommandRow* found = rowFor(key, desk.session);
            ASSERT_NE(found, nullptr) << label(key, "en");
            EXPECT_EQ(found->name, row.name) << label(key, "en");
        }
    }
}

TEST(CommandTable, GivesNoKeyTwice) {
    std::set<std::string> seen, seenInDetour;
    for (const CommandRow& row : commandTable()) {
        for (const Key& key : row.keys) EXPECT_TRUE(seen.insert(label(key, "en")).second) << label(key, "en");
        for (const Key& key : row.detourKeys) {
            EXPECT_TRUE(seenInDetour.insert(label(key, "en")).second) << label(key, "en");
        }
    }
}

TEST(CommandTable, HasOneRowForEveryCommandWithItsOwnName) {
    std::set<CommandId> ids;
    std::set<std::string_view> names;
    for (const CommandRow& row : commandTable()) {
        EXPECT_TRUE(ids.insert(row.id).second) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_NE(row.act, nullptr);
    }
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(CommandId::FilterActor) + 1);
}

TEST(CommandTable, ExplainsEveryKeyInBothLanguages) {
    for (const CommandRow& row : commandTable()) {
        if (row.keys.empty()) continue;
        EXPECT_NE(row.section, Section::Hidden) << row.name;
        EXPECT_FALSE(row.fr.empty()) << row.name;
        EXPECT_FALSE(row.en.empty()) << row.name;
    }
}

TEST(CommandTable, HasTheKeysThatPresentersKnow) {
    Desk desk;
    using K = KeyName;
    const auto means = [&](const Key& key) { return rowFor(key, desk.session)->id; };
    for (const Key& key :
         {key(K::Right), key(K::Down), key(K::Space), key(K::Enter), key('n'), key(K::PageDown)}) {
        EXPECT_EQ(means(key), CommandId::Next);
    }
    for (const Key& key : {key(K::Left), key(K::Up), key(K::Backspace), key('p'), key(K::PageUp)}) {
        EXPECT_EQ(means(key), CommandId::Previous);
    }
    EXPECT_EQ(means(key('.')), CommandId::Black);
    EXPECT_EQ(means(key(',')), CommandId::White);
    EXPECT_EQ(means(key(K::F5)), CommandId::Start);
    EXPECT_EQ(means(key(K::F5, kShift)), CommandId::StartHere);
    EXPECT_EQ(means(key(K::PageDown, kAlt)), CommandId::Skip);
    EXPECT_EQ(rowFor(key('z'), desk.session), nullptr);
    EXPECT_EQ(rowFor(key('n', kControl), desk.session), nullptr);
}

TEST(Commands, NextGoesToTheBeginningOfTheNextCueEvenWhileThisOneFlies) {
    Desk desk;
    advance(desk.session, 0.7);
    desk.press(key(KeyName::Right));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 0}));
}

TEST(Commands, NextStaysOnTheLastCueAndPreviousOnTheFirst) {
    Desk desk;
    desk.press(key(KeyName::End));
    advance(desk.session, 5);
    desk.press(key(KeyName::Right));
    EXPECT_EQ(desk.session.playhead, (film::Moment{3, 5}));
    desk.press(key(KeyName::Home));
    desk.press(key(KeyName::Left));
    EXPECT_EQ(desk.session.playhead, (film::Moment{0, 0}));
}

TEST(Commands, PreviousGoesToTheBeginningOfTheCueBefore) {
    Desk desk;
    desk.session.playhead = {2, 6};
    desk.press(key(KeyName::PageUp));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 0}));
}

TEST(Commands, AltAndNextJumpsOverTheAnimationAndThenToTheNextCuesEnd) {
    Desk desk;
    desk.session.playhead = {1, 0.5};
    desk.press(key(KeyName::Right, kAlt));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 9}));
    desk.press(key(KeyName::Right, kAlt));
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 9}));
}

TEST(Commands, NextLetsStoppedTimeRunAgain) {
    Desk desk;
    desk.press(key('k'));
    advance(desk.session, 3);
    EXPECT_EQ(desk.session.playhead, (film::Moment{0, 0}));
    desk.press(key(KeyName::Right));
    advance(desk.session, 3);
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 3}));
}

TEST(Commands, OnlyResumeKeysActWhileTheScreenIsBlack) {
    Desk desk;
    desk.session.playhead = {1, 2};
    desk.press(key('b'));
    EXPECT_EQ(modeOf(desk.session), Mode::Black);
    for (const Key& key :
         {key(KeyName::Right), key(KeyName::Left), key('l'), key('t'), key(KeyName::Tab), key('+')}) {
        desk.press(key);
    }
    advance(desk.session, 60);
    EXPECT_EQ(modeOf(desk.session), Mode::Black);
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 2}));
    EXPECT_EQ(desk.session.language, "fr");
    EXPECT_EQ(desk.session.theme, "night");
    EXPECT_FALSE(desk.session.list);
    desk.press(key('.'));
    EXPECT_EQ(modeOf(desk.session), Mode::Play);
}

TEST(Commands, WhiteReplacesBlackAndEscapeEndsEither) {
    Desk desk;
    desk.press(key('b'));
    desk.press(key(','));
    EXPECT_EQ(modeOf(desk.session), Mode::White);
    desk.press(key(KeyName::Escape));
    EXPECT_EQ(desk.session.blank, Blank::None);
    EXPECT_FALSE(desk.session.quit);
}

TEST(Commands, ADetourReturnsToTheExactCueAndMoment) {
    for (const Key& back : {key('r'), key(KeyName::Backspace), key(KeyName::Escape)}) {
        Desk desk;
        desk.session.playhead = {1, 2.625};
        desk.press(key('+'));
        desk.press(key(KeyName::Left, kShift));
        EXPECT_EQ(modeOf(desk.session), Mode::Detour);
        advance(desk.session, 42.0);
        EXPECT_EQ(modeOf(desk.session), Mode::Detour);
        desk.press(back);
        EXPECT_EQ(desk.session.playhead, (film::Moment{1, 2.625}));
        EXPECT_FALSE(desk.session.detour);
        advance(desk.session, kFlightSeconds / 2);
        advance(desk.session, kFlightSeconds / 2);
        EXPECT_FALSE(desk.session.flight);
        EXPECT_EQ(desk.session.playhead, (film::Moment{1, 2.625}));
        EXPECT_EQ(modeOf(desk.session), Mode::Play);
    }
}

TEST(Commands, BackspaceIsPreviousWithoutADetour) {
    Desk desk;
    desk.session.playhead = {2, 1};
    desk.press(key(KeyName::Backspace));
    EXPECT_EQ(desk.cue(), "b");
}

TEST(Commands, NextDuringADetourGoesOnFromTheCueWhereItBegan) {
    Desk desk;
    desk.session.playhead = {1, 5};
    desk.press(key('-'));
    advance(desk.session, 20);
    desk.press(key(KeyName::Right));
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 0}));
    EXPECT_FALSE(desk.session.detour);
    ASSERT_TRUE(desk.session.flight);
    advance(desk.session, 0.25);
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 0.25})) << "the story does not wait for the camera";
}

TEST(Commands, LanguagesAndThemesGoRound) {
    Desk desk;
    EXPECT_EQ(desk.session.language, "fr");
    desk.press(key('l'));
    EXPECT_EQ(desk.session.language, "en");
    desk.press(key('l'));
    EXPECT_EQ(desk.session.language, "fr");
    for (const char* theme : {"paper", "plain", "night"}) {
        desk.press(key('t'));
        EXPECT_EQ(desk.session.theme, theme);
    }
}

TEST(Commands, JumpToTheFirstCueThatShowsAnEvent) {
    Desk desk;
    desk.apply({CommandId::JumpToEvent, 0, "E1", {}});
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 0}));
    desk.apply({CommandId::JumpToEvent, 0, "E3", {}});
    EXPECT_EQ(desk.session.playhead, (film::Moment{3, 0}));
    desk.apply({CommandId::JumpToEvent, 0, "E4", {}});
    EXPECT_EQ(desk.session.playhead, (film::Moment{3, 0})) << "no cue shows E4";
}

TEST(Commands, ScrubbingThereAndBackShowsTheSameMoment) {
    Desk desk;
    desk.session.paused = true;
    desk.apply({CommandId::Scrub, 10.25, {}, {}});
    const film::Moment there = desk.session.playhead;
    EXPECT_EQ(there, (film::Moment{1, 1.25}));
    desk.apply({CommandId::Scrub, 30, {}, {}});
    EXPECT_EQ(desk.cue(), "d");
    desk.apply({CommandId::Scrub, 10.25, {}, {}});
    EXPECT_EQ(desk.session.playhead, there);
    desk.apply({CommandId::Scrub, -5, {}, {}});
    EXPECT_EQ(desk.session.playhead, (film::Moment{0, 0}));
    desk.apply({CommandId::Scrub, 1e9, {}, {}});
    EXPECT_EQ(desk.cue(), "d");
}

TEST(Commands, EscapeLeavesOneLevelAfterTheOtherAndThenTheProgram) {
    Desk desk;
    Session& session = desk.session;
    session.fullScreen = true;
    desk.press(key('+'));
    session.list = session.help = true;
    session.blank = Blank::White;
    const auto escape = [&] { desk.press(key(KeyName::Escape)); };
    escape();
    EXPECT_EQ(session.blank, Blank::None);
    EXPECT_TRUE(session.help);
    escape();
    EXPECT_FALSE(session.help);
    EXPECT_TRUE(session.list);
    session.typing = true;
    escape();
    EXPECT_FALSE(session.typing);
    EXPECT_TRUE(session.list);
    escape();
    EXPECT_FALSE(session.list);
    EXPECT_TRUE(session.detour);
    escape();
    EXPECT_FALSE(session.detour);
    EXPECT_TRUE(session.fullScreen);
    escape();
    EXPECT_FALSE(session.fullScreen);
    EXPECT_FALSE(session.quit);
    escape();
    EXPECT_TRUE(session.quit);
}

TEST(Commands, F5PresentsFromTheBeginningAndWithShiftFromHere) {
    Desk desk;
    desk.session.playhead = {2, 4};
    desk.session.list = true;
    desk.press(key(KeyName::F5, kShift));
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 0}));
    EXPECT_TRUE(desk.session.fullScreen);
    EXPECT_FALSE(desk.session.list);
    desk.press(key(KeyName::F5));
    EXPECT_EQ(desk.session.playhead, (film::Moment{0, 0}));
}

TEST(Commands, HideEveryPanelTakesTheOverlayWithIt) {
    Desk desk;
    desk.press(key(KeyName::Tab));
    EXPECT_TRUE(desk.session.list);
    desk.press(key('h'));
    EXPECT_FALSE(desk.session.panels);
    EXPECT_FALSE(desk.session.list);
    desk.press(key('h'));
    EXPECT_TRUE(desk.session.panels);
}

TEST(Commands, NothingBreaksOnAFilmWithoutCues) {
    film::Film empty;
    Desk desk;
    desk.session = makeSession(empty, {});
    for (const CommandRow& row : commandTable()) desk.apply({row.id, 1, "E1", desk.filmCamera});
    advance(desk.session, 1);
    EXPECT_EQ(desk.session.playhead.cue, 0U);
}
