#include "ui/writing.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/wrapped_text.h"

using namespace ui;
using small::Desk;

namespace {

const film::EditTarget kTitle{"events", "E1", "title", "en"};

Command about(CommandId id, const film::EditTarget& target, const std::string& text) {
    Command command{id, 0, text, {}};
    command.target = target;
    return command;
}

void goTo(Desk& desk, std::size_t cue) {
    desk.session.playhead = {cue, 0};
}

}  // namespace

TEST(Writing, CCopiesTheViewReadyToPaste) {
    Desk desk;
    desk.press(key('c'));
    EXPECT_EQ(desk.session.writing.copied, "camera = { center = [5, 15], width_km = 3000 }");
    desk.apply({CommandId::Look, 0, {}, geo::Camera{{2.123456, 14}, 300, 12.34, 30}});
    desk.press(key('c'));
    EXPECT_EQ(desk.session.writing.copied,
              "camera = { center = [2.1235, 14], width_km = 300, bearing = 12.3, pitch = 30 }");
}

TEST(Writing, ShiftCCopiesThePointedPlaceWithTheNearestKnownOne) {
    Desk desk;
    const CommandRow* row = rowFor(key('c', kShift), desk.session);
    ASSERT_NE(row, nullptr);
    Command command{row->id, 0, {}, {}};
    command.ground = base::LonLat{2.2, 13.6};
    desk.apply(command);
    const std::string& copied = desk.session.writing.copied;
    EXPECT_EQ(copied,
              "# 16 km de Niamey (niamey)\n[places.new-place]\nname = \"New place\"\nlon = 2.2\nlat = "
              "13.6\nkind = \"city\"\n");
    desk.press(key('c', kShift));
    EXPECT_NE(desk.session.writing.copied.find("lon = 5\n"), std::string::npos)
        << "without a pointer, the centre";
}

TEST(Writing, ALetterWithShiftIsTheLetterUnlessItMeansMore) {
    Desk desk;
    EXPECT_EQ(rowFor(key('l', kShift), desk.session)->id, CommandId::Language);
    EXPECT_EQ(rowFor(key('c', kShift), desk.session)->id, CommandId::CopyPlace);
    EXPECT_EQ(rowFor(key('v', kShift), desk.session), nullptr);
}

TEST(Inspector, ShowsTheCuesFirstEventOrTheOneChosen) {
    Desk desk;
    EXPECT_EQ(inspectedEvent(desk.session), nullptr);
    goTo(desk, 2);
    EXPECT_EQ(inspectedEvent(desk.session)->id, "E2");
    desk.apply({CommandId::Inspect, 0, "E1", {}});
    EXPECT_EQ(inspectedEvent(desk.session)->id, "E1");
    goTo(desk, 3);
    EXPECT_EQ(inspectedEvent(desk.session)->id, "E3");
    desk.apply({CommandId::JumpToEvent, 0, "E1", {}});
    EXPECT_EQ(desk.cue(), "b");
    EXPECT_EQ(inspectedEvent(desk.session)->id, "E1");
    desk.apply({CommandId::JumpToEvent, 0, "E4", {}});  // in no cue: it can be changed all the same
    EXPECT_EQ(inspectedEvent(desk.session)->id, "E4");
}

TEST(Inspector, WhatIsTypedIsSavedWhenTheFieldIsLeft) {
    Desk desk;
    desk.press(key('i'));
    EXPECT_TRUE(desk.session.writing.open);
    desk.apply(about(CommandId::DraftText, kTitle, "D"));
    desk.apply(about(CommandId::DraftText, kTitle, "De"));
    EXPECT_EQ(fieldValue(desk.session, kTitle), "De");
    EXPECT_TRUE(desk.session.writing.wishes.empty());
    desk.apply(CommandId::KeepText);
    EXPECT_EQ(desk.session.writing.wishes, (std::vector<WriteWish>{{WriteAsk::Edit, kTitle, "De"}}));
    EXPECT_FALSE(desk.session.writing.draft);
    desk.apply(CommandId::KeepText);
    EXPECT_EQ(desk.session.writing.wishes.size(), 1u);
}

TEST(Inspector, WhatIsTypedBackToWhatItWasIsNotSaved) {
    Desk desk;
    desk.apply(about(CommandId::DraftText, kTitle, "Departur"));
    desk.apply(about(CommandId::DraftText, kTitle, "Departure"));
    desk.apply(CommandId::KeepText);
    EXPECT_TRUE(desk.session.writing.wishes.empty());
}

TEST(Inspector, GoingToAnotherFieldOrClosingSavesTheFirst) {
    Desk desk;
    desk.press(key('i'));
    desk.apply(about(CommandId::DraftText, kTitle, "One"));
    desk.apply(about(CommandId::DraftText, {"events", "E1", "date", ""}, "2023"));
    EXPECT_EQ(desk.session.writing.wishes.size(), 1u);
    desk.press(key(KeyName::Escape));
    EXPECT_FALSE(desk.session.writing.open);
    EXPECT_EQ(desk.session.writing.wishes.size(), 2u);
}

TEST(Inspector, TakesTheViewOnScreenForTheCueALeftDetourToo) {
    Desk desk;
    goTo(desk, 1);
    desk.apply({CommandId::Look, 0, {}, geo::Camera{{2, 14}, 300, 0, 0}});
    desk.apply(CommandId::TakeView);
    ASSERT_EQ(desk.session.writing.wishes.size(), 1u);
    EXPECT_EQ(desk.session.writing.wishes[0].target, (film::EditTarget{"cues", "b", "camera", ""}));
    EXPECT_EQ(desk.session.writing.wishes[0].value, "{ center = [2, 14], width_km = 300 }");
}

TEST(Inspector, UndoAndRedoAreWishesWhileItIsOpen) {
    Desk desk;
    desk.press(key('z', kControl));
    EXPECT_TRUE(desk.session.writing.wishes.empty());
    desk.press(key('i'));
    desk.press(key('z', kControl));
    desk.press(key('z', kControlShift));
    desk.press(key('y', kControl));
    ASSERT_EQ(desk.session.writing.wishes.size(), 3u);
    EXPECT_EQ(desk.session.writing.wishes[0].ask, WriteAsk::Undo);
    EXPECT_EQ(desk.session.writing.wishes[1].ask, WriteAsk::Redo);
    EXPECT_EQ(desk.session.writing.wishes[2].ask, WriteAsk::Redo);
}

TEST(Inspector, ArrowsAndEnterAreItsOwnAndPageKeysTheFilms) {
    Desk desk;
    desk.press(key('i'));
    for (const KeyName name : {KeyName::Right, KeyName::Space, KeyName::Enter, KeyName::Tab})
        desk.press(key(name));
    EXPECT_EQ(desk.cue(), "a");
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "b");
    desk.session.typing = true;
    desk.press(key(KeyName::Enter, kControl));
    EXPECT_FALSE(desk.session.exporting.open);
    desk.press(key('z', kControl));
    EXPECT_TRUE(desk.session.writing.wishes.empty());
}

TEST(Inspector, SaysWhatIsWrongWhileItIsTyped) {
    Desk desk;
    EXPECT_EQ(objection(desk.session, {"events", "E1", "date", ""}, "2024-04"), "");
    EXPECT_NE(objection(desk.session, {"events", "E1", "date", ""}, "2024-13"), "");
    EXPECT_EQ(objection(desk.session, {"events", "E1", "to", ""}, "unknown"), "");
    EXPECT_NE(objection(desk.session, {"events", "E1", "to", ""}, "nowhere"), "");
    EXPECT_NE(objection(desk.session, {"events", "E1", "via", ""}, "gao, nowhere"), "");
    EXPECT_EQ(objection(desk.session, kTitle, "anything"), "");
}

TEST(WrappedText, ComesBackAsItWas) {
    const auto widthOf = [](std::string_view text) { return static_cast<float>(text.size()); };
    EXPECT_EQ(wrapped("one two three", 8, widthOf), "one two\r\nthree");
    EXPECT_EQ(wrapped("one two\nthree four", 10, widthOf), "one two\nthree four");
    EXPECT_EQ(wrapped("unbreakable", 3, widthOf), "unbreakable");
    for (const std::string text :
         {"", " ", "a", "a b c d e f", "  two  spaces  ", "a\n\nb\n", "long words everywhere here", "end "}) {
        for (const float width : {1.0F, 3.0F, 7.0F, 100.0F}) {
            EXPECT_EQ(unwrapped(wrapped(text, width, widthOf)), text) << width;
        }
    }
    EXPECT_EQ(unwrapped("a\rb"), "a b");
}

TEST(Inspector, WhatCouldNotBeSavedStaysInItsFieldAndIsTriedAgain) {
    Desk desk;
    WritingDesk& writing = desk.session.writing;
    desk.press(key('i'));
    desk.apply(about(CommandId::DraftText, kTitle, "Mine"));
    desk.apply({CommandId::KeepText, 0, {}, {}});
    ASSERT_EQ(writing.wishes.size(), 1U);
    const WriteWish wish = std::exchange(writing.wishes, {}).front();
    noteEdit(writing, wish, false);
    EXPECT_EQ(fieldValue(desk.session, kTitle), "Mine");

    film::EditTarget other = kTitle;
    other.language = "fr";
    desk.apply(about(CommandId::DraftText, other, "À moi"));
    desk.apply({CommandId::KeepText, 0, {}, {}});
    ASSERT_EQ(writing.wishes.size(), 2U);
    EXPECT_EQ(writing.wishes[0], wish);
    EXPECT_EQ(writing.wishes[1].value, "À moi");
    noteEdit(writing, wish, true);
    EXPECT_TRUE(writing.refused.empty());
}

namespace {

/// The inspector over cue "b", whose date is a text that could not be saved.
struct RefusedDesk : Desk {
    const film::EditTarget date{"events", "E1", "date", ""};
    RefusedDesk() {
        goTo(*this, 1);
        press(key('i'));
        apply(about(CommandId::DraftText, date, "2021-13"));
        apply(CommandId::KeepText);
        noteEdit(session.writing, std::exchange(session.writing.wishes, {}).front(), false);
        session.writing.trouble = "no date";
    }
};

}  // namespace

TEST(Inspector, WhatIsTypedAfterARefusedTextNeverReachesTheShow) {
    RefusedDesk desk;
    ASSERT_TRUE(refusedHere(desk.session));
    for (const char c : {'b', '+', '3', 'x'}) desk.press(key(c));
    desk.press(key('p', kControl));
    EXPECT_EQ(desk.session.blank, Blank::None);
    EXPECT_FALSE(desk.session.detour);
    EXPECT_EQ(desk.session.typedNumber, "");
    EXPECT_EQ(desk.session.ink.hold, InkHold::Nothing);
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "c") << "the clicker goes on";
    goTo(desk, 3);
    EXPECT_FALSE(refusedHere(desk.session));
    desk.press(key('b'));
    EXPECT_EQ(desk.session.blank, Blank::Black);
}

TEST(Inspector, ARefusedTextWaitsInItsFieldAndIsNotTriedAgainInFrontOfTheRoom) {
    RefusedDesk desk;
    desk.press(key(KeyName::PageDown));
    desk.press(key(KeyName::PageDown));
    ASSERT_FALSE(refusedHere(desk.session));
    desk.press(key(KeyName::Escape));
    ASSERT_FALSE(desk.session.writing.open);
    EXPECT_TRUE(desk.session.writing.wishes.empty()) << "what fails again would be told over the map";
    goTo(desk, 1);
    desk.press(key('i'));
    ASSERT_EQ(desk.session.writing.wishes.size(), 1U) << "it is tried again where it can be seen";
    noteEdit(desk.session.writing, desk.session.writing.wishes.front(), false);
    EXPECT_TRUE(refusedHere(desk.session));
    EXPECT_EQ(fieldValue(desk.session, desk.date), "2021-13");
}

TEST(Inspector, ARefusedTextIsTakenBackByEscapeOrUndo) {
    for (const Key& back : {key(KeyName::Escape), key('z', kControl)}) {
        RefusedDesk desk;
        EXPECT_EQ(fieldValue(desk.session, desk.date), "2021-13");
        if (back == key(KeyName::Escape))
            desk.press(back);
        else
            desk.apply(CommandId::Undo);
        EXPECT_EQ(fieldValue(desk.session, desk.date), "2023-12");
        EXPECT_EQ(desk.session.writing.trouble, "");
        EXPECT_TRUE(desk.session.writing.wishes.empty());
        EXPECT_TRUE(desk.session.writing.open);
    }
}

TEST(Inspector, AFieldIsInspectedWhileItsCueIsOnScreen) {
    Desk desk;
    goTo(desk, 1);
    const film::EditTarget cue{"cues", "b", "notes", "en"};
    EXPECT_TRUE(isInspected(desk.session, cue));
    EXPECT_TRUE(isInspected(desk.session, kTitle));
    goTo(desk, 2);
    EXPECT_FALSE(isInspected(desk.session, cue));
    EXPECT_FALSE(isInspected(desk.session, kTitle));
}
