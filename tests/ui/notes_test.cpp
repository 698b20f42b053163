// The presenter's notes: their commands, and what they show of a step.
#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/event_facts.h"
#include "ui/notes_memory.h"
#include "ui/notes_panel.h"
#include "ui/screens.h"

using namespace ui;
using small::Desk;

TEST(Notes, OpenAndCloseWithTheirKeyAlsoUnderABlackScreen) {
    Desk desk;
    desk.press(key('s'));
    EXPECT_TRUE(desk.session.notes.open);
    desk.press(key('b'));
    desk.press(key('s'));
    EXPECT_FALSE(desk.session.notes.open);
}

TEST(Notes, AskedForAfterTheirDisplayIsGoneAreNoLongerParked) {
    Desk desk;
    desk.session.notes.parked = true;
    desk.press(key('s'));
    EXPECT_TRUE(desk.session.notes.open);
    EXPECT_FALSE(desk.session.notes.parked);
}

TEST(Notes, AskForASwapWithControlS) {
    Desk desk;
    desk.press(key('s', kControl));
    EXPECT_TRUE(desk.session.notes.swap);
    EXPECT_FALSE(desk.session.notes.open);
}

TEST(Notes, GrowAndShrinkWithinLimits) {
    Desk desk;
    const double before = desk.session.notes.letters;
    desk.apply(Screens::meantForNotes({CommandId::ZoomIn, 0, {}, {}}));
    EXPECT_GT(desk.session.notes.letters, before);
    EXPECT_FALSE(desk.session.detour.has_value());
    for (int i = 0; i < 50; ++i) desk.apply(Screens::meantForNotes({CommandId::ZoomOut, 0, {}, {}}));
    EXPECT_DOUBLE_EQ(desk.session.notes.letters, kSmallestNotes);
    for (int i = 0; i < 50; ++i) desk.apply(CommandId::NotesLarger);
    EXPECT_DOUBLE_EQ(desk.session.notes.letters, kLargestNotes);
}

TEST(Notes, LeaveOtherKeysAsTheyAre) {
    EXPECT_EQ(Screens::meantForNotes({CommandId::Next, 0, {}, {}}).id, CommandId::Next);
}

TEST(Notes, StayWithTheStoryDuringADetour) {
    Desk desk;
    desk.press(key(KeyName::PageDown));
    desk.press(key('+'));
    EXPECT_EQ(stepOfNotes(desk.session), 1U);
}

TEST(EventFacts, SayWhenHowManyWhoSaysSoAndWhere) {
    film::Film film = small::film();
    film::Event& event = film.events.front();
    event.status = film::ClaimStatus::Reported;
    event.countStatus = film::CountStatus::Approx;
    event.count = film::Count{100, 100};
    event.saidBy = small::both("Télé Sahel", "Télé Sahel");
    film.sources.front().date = base::parseEdtf("2024-04").date;
    const auto facts = factsOf(film, 2, "fr");
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].id, "E2");
    EXPECT_EQ(facts[0].date, "10 avril 2024");
    EXPECT_EQ(facts[0].certainty, "rapporté, environ 100");
    EXPECT_EQ(facts[0].saidBy, "Télé Sahel");
    EXPECT_EQ(facts[0].sources, (std::vector<std::string>{"RFI, avril 2024", "RFI", "AFP"}));
    EXPECT_EQ(facts[1].certainty, "confirmé");
    EXPECT_TRUE(factsOf(film, 0, "fr").empty());
    EXPECT_TRUE(factsOf(film, 99, "fr").empty());
}

TEST(NotesMemory, ComesBackAsItWas) {
    NotesDesk before, after;
    before.choice = {"projector", "laptop"};
    before.letters = 2.5;
    Settings settings;
    settings.hintsSeen = true;
    remember(before, settings);
    EXPECT_TRUE(settings.hintsSeen);
    recall(after, settings);
    EXPECT_EQ(after.choice, before.choice);
    EXPECT_DOUBLE_EQ(after.letters, 2.5);
    recall(after, Settings{});
    EXPECT_DOUBLE_EQ(after.letters, kPlainNotes);
}
