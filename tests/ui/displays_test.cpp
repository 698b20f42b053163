#include "ui/displays.h"

#include <gtest/gtest.h>

using namespace ui;

namespace {

using Names = std::vector<std::string>;

const Names kOne{"laptop"}, kTwo{"laptop", "projector"}, kThree{"laptop", "projector", "wall"};

PlacementWish wish(const Names& names, const DisplayChoice& choice = {}, const std::string& showNow = "") {
    PlacementWish w;
    w.names = names;
    w.choice = choice;
    w.showNow = showNow;
    w.notesOpen = true;
    w.fullScreen = true;
    return w;
}

}  // namespace

TEST(DisplayNames, AreToldApart) {
    EXPECT_EQ(distinctNames({"DELL", "EPSON", "DELL", "DELL"}),
              (Names{"DELL", "EPSON", "DELL (2)", "DELL (3)"}));
    EXPECT_EQ(distinctNames({}), Names{});
}

TEST(DisplayNames, AreFoundByNumberOrAPartOfTheName) {
    EXPECT_EQ(findDisplay(kThree, "2"), 1U);
    EXPECT_EQ(findDisplay(kThree, "PROJ"), 1U);
    EXPECT_EQ(findDisplay(kThree, "4"), std::nullopt);
    EXPECT_EQ(findDisplay(kThree, "0"), std::nullopt);
    EXPECT_EQ(findDisplay(kThree, "beamer"), std::nullopt);
    EXPECT_EQ(findDisplay({"Écran 3", "DELL"}, "ecran"), 0U);
}

TEST(DisplayNames, ThatAreNotThereAreAnsweredWithThoseThatAre) {
    const base::Problem problem = noSuchDisplay("beamer", kTwo);
    EXPECT_EQ(problem.trouble, base::Trouble::Usage);
    EXPECT_NE(problem.advice.find("1 \"laptop\", 2 \"projector\""), std::string::npos) << problem.advice;
}

TEST(Placement, GivesBothTheDisplaysThatWereChosen) {
    const Placement both = place(wish(kThree, {"wall", "laptop"}));
    EXPECT_EQ(both, (Placement{2, 0, NotesPlace::Display}));
}

TEST(Placement, GivesTheNotesAnyOtherDisplayThanTheShows) {
    EXPECT_EQ(place(wish(kTwo, {}, "projector")), (Placement{1, 0, NotesPlace::Display}));
    EXPECT_EQ(place(wish(kTwo, {}, "laptop")), (Placement{0, 1, NotesPlace::Display}));
    EXPECT_EQ(place(wish(kTwo, {"projector", "projector"})), (Placement{1, 0, NotesPlace::Display}));
}

TEST(Placement, LeavesTheShowAloneWhileTheNotesAreClosed) {
    PlacementWish w = wish(kTwo, {"projector", "laptop"});
    w.notesOpen = false;
    EXPECT_EQ(place(w), (Placement{1, 0, NotesPlace::Closed}));
}

TEST(Placement, PutsTheNotesBesideTheShowWhereThereIsOneDisplay) {
    EXPECT_EQ(place(wish(kOne)), (Placement{0, 0, NotesPlace::Window}));
}

TEST(Placement, MovesTheShowWhenItsDisplayIsGone) {
    PlacementWish w = wish({"laptop"}, {"projector", "laptop"}, "projector");
    w.notesWereApart = true;
    EXPECT_EQ(place(w), (Placement{0, 0, NotesPlace::Closed}))
        << "the notes do not cover a show in full screen";
    w.fullScreen = false;
    EXPECT_EQ(place(w), (Placement{0, 0, NotesPlace::Window}));
}

TEST(Placement, MovesTheShowToADisplayThatTheNotesDoNotWant) {
    const PlacementWish w = wish({"laptop", "wall"}, {"projector", "laptop"}, "projector");
    EXPECT_EQ(place(w), (Placement{1, 0, NotesPlace::Display}));
}

TEST(Placement, TakesTheShowBackWhenItsDisplayReturns) {
    EXPECT_EQ(place(wish(kTwo, {"projector", "laptop"}, "laptop")), (Placement{1, 0, NotesPlace::Display}));
}

TEST(Placement, LeavesTheShowWhereItIsWhenTheNotesLoseTheirDisplay) {
    PlacementWish w = wish({"projector"}, {"projector", "laptop"}, "projector");
    w.notesWereApart = true;
    EXPECT_EQ(place(w), (Placement{0, 0, NotesPlace::Closed}));
    w.names = {"projector", "wall"};
    EXPECT_EQ(place(w), (Placement{0, 1, NotesPlace::Display}));
}

TEST(Placement, StaysWhenADisplayIsAddedThatNobodyChose) {
    EXPECT_EQ(place(wish(kThree, {"laptop", "projector"}, "laptop")), (Placement{0, 1, NotesPlace::Display}));
    EXPECT_EQ(place(wish({"wall", "laptop"}, {}, "laptop")).show, 1U);
}

TEST(Swap, ExchangesTheTwoDisplays) {
    const DisplayChoice choice{"projector", "laptop"};
    const Placement now{1, 0, NotesPlace::Display};
    const DisplayChoice after = swapped(choice, now, kTwo);
    EXPECT_EQ(after, (DisplayChoice{"laptop", "projector"}));
    EXPECT_EQ(place(wish(kTwo, after, "projector")), (Placement{0, 1, NotesPlace::Display}));
}

TEST(Swap, TakesTheShowToTheNextDisplayWithoutNotes) {
    EXPECT_EQ(swapped({}, {2, 0, NotesPlace::Closed}, kThree).show, "laptop");
    EXPECT_EQ(swapped({}, {0, 0, NotesPlace::Window}, kTwo), (DisplayChoice{"projector", "laptop"}));
}

TEST(Swap, DoesNothingOnOneDisplay) {
    const DisplayChoice choice{"projector", "laptop"};
    EXPECT_EQ(swapped(choice, {0, 0, NotesPlace::Window}, kOne), choice);
}

TEST(Memory, KeepsWhatWasUsedOnTwoDisplaysAndForgetsNothingOnOne) {
    EXPECT_EQ(remembered({}, {1, 0, NotesPlace::Display}, kTwo), (DisplayChoice{"projector", "laptop"}));
    const DisplayChoice choice{"projector", "laptop"};
    EXPECT_EQ(remembered(choice, {0, 0, NotesPlace::Window}, kOne), choice);
    EXPECT_EQ(remembered(choice, {1, 0, NotesPlace::Closed}, kTwo), choice);
}

TEST(Memory, HoldsAChoiceThatIsNotHereNow) {
    const DisplayChoice choice{"projector", "laptop"};
    EXPECT_EQ(remembered(choice, {1, 0, NotesPlace::Display}, {"laptop", "wall"}), choice);
}
