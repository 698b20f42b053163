#include "ui/browse.h"

#include <gtest/gtest.h>

#include "small_film.h"
#include "ui/chapters.h"
#include "ui/find.h"
#include "ui/thumbnails.h"

using namespace ui;
using small::Desk;

namespace {

/// Cues "a" of no chapter, "b" "c" of "mali", "d" of "niger".
struct ChapterDesk : Desk {
    ChapterDesk() {
        film.chapters = {{"mali", small::both("Au Mali", "In Mali")},
                         {"niger", small::both("Au Niger", "In Niger")}};
        film.cues[1].chapter = film.cues[2].chapter = "mali";
        film.cues[3].chapter = "niger";
    }
};

const std::vector<CountryEntry>& countries() {
    static const std::vector<CountryEntry> list = {{"MLI", small::both("Mali", "Mali"), {-4, 17}, 2000},
                                                   {"NER", small::both("Niger", "Niger"), {9, 17}, 2200},
                                                   {"NGA", small::both("Nigeria", "Nigeria"), {8, 9}, 2000},
                                                   {"TCD", small::both("Tchad", "Chad"), {18, 15}, 2500}};
    return list;
}

std::vector<std::string> idsFound(const Desk& desk, const std::string& text) {
    const auto rows = eventRows(desk.film, desk.session.language);
    std::vector<std::string> ids;
    for (const Found& found : find({desk.film, &countries(), rows, desk.session.language}, text))
        ids.push_back(found.subject.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST(Chapters, AreRunsOfCuesInTheirOrder) {
    const ChapterDesk desk;
    const auto runs = chapterRuns(desk.film);
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].id, "");
    EXPECT_EQ(runs[1].first, 1U);
    EXPECT_EQ(runs[1].count, 2U);
    EXPECT_EQ(titleOf(desk.film, runs[2], "en"), "In Niger");
    EXPECT_EQ(chaptersOf(desk.film).size(), 2U);
}

TEST(Chapters, PageKeysWithControlGoFromOneToTheOther) {
    ChapterDesk desk;
    const Key next = key(KeyName::PageDown, kControl), previous = key(KeyName::PageUp, kControl);
    desk.press(next);
    EXPECT_EQ(desk.cue(), "b");
    desk.press(next);
    EXPECT_EQ(desk.cue(), "d");
    desk.press(next);
    EXPECT_EQ(desk.cue(), "d");
    desk.press(previous);
    EXPECT_EQ(desk.cue(), "b");
    desk.session.playhead = {2, 1};
    desk.press(previous);
    EXPECT_EQ(desk.cue(), "b") << "first to the beginning of its own";
    desk.press(previous);
    EXPECT_EQ(desk.cue(), "b");
}

TEST(Chapters, ListIsGoneThroughByArrowsAndChosenByEnter) {
    ChapterDesk desk;
    desk.session.playhead = {2, 3};
    desk.press(key('g'));
    EXPECT_EQ(desk.session.browse.open, Browser::Chapters);
    EXPECT_EQ(desk.session.browse.marked, 0U) << "the chapter on screen";
    desk.press(key(KeyName::Down));
    desk.press(key(KeyName::Down));
    EXPECT_EQ(desk.session.browse.marked, 1U);
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "d");
    EXPECT_EQ(desk.session.browse.open, Browser::None);
}

TEST(Chapters, NothingHappensInAFilmWithoutThem) {
    Desk desk;
    desk.press(key('g'));
    desk.press(key(KeyName::Down));
    desk.press(key(KeyName::Enter));
    desk.press(key(KeyName::PageDown, kControl));
    EXPECT_EQ(desk.cue(), "a");
}

TEST(Overview, ArrangesCuesByChapterInRows) {
    const ChapterDesk desk;
    const auto rows = overviewRows(desk.film, 2);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].first, 1U);
    EXPECT_EQ(rows[1].count, 2U);
    EXPECT_TRUE(rows[1].heads);
    film::Film plain = small::film();
    const auto narrow = overviewRows(plain, 3);
    ASSERT_EQ(narrow.size(), 2U);
    EXPECT_FALSE(narrow[1].heads);
    EXPECT_EQ(narrow[1].count, 1U);
}

TEST(Overview, HasFewerColumnsInHigherWindows) {
    EXPECT_EQ(overviewColumns({1920, 1080}), 5);
    EXPECT_EQ(overviewColumns({1080, 1080}), 3);
    EXPECT_EQ(overviewColumns({1080, 1920}), 2);
    EXPECT_EQ(overviewColumns({0, 0}), 2);
}

TEST(Overview, ArrowsGoToTheNeighbourThatIsSeenThere) {
    const ChapterDesk desk;
    const auto from = [&](std::size_t cue, const char* direction) {
        return neighbourInOverview(desk.film, 2, cue, direction);
    };
    EXPECT_EQ(from(0, "down"), 1U);
    EXPECT_EQ(from(2, "down"), 3U) << "the row below is shorter";
    EXPECT_EQ(from(3, "down"), 3U);
    EXPECT_EQ(from(2, "up"), 0U);
    EXPECT_EQ(from(0, "up"), 0U);
    EXPECT_EQ(from(0, "left"), 0U);
    EXPECT_EQ(from(3, "right"), 3U);
    EXPECT_EQ(from(1, "last"), 3U);
    EXPECT_EQ(from(99, "first"), 0U);
}

TEST(Overview, StopsTimeAndSaysSo) {
    Desk desk;
    desk.session.playhead = {1, 2};
    desk.press(key('o'));
    EXPECT_EQ(modeOf(desk.session), Mode::Overview);
    EXPECT_EQ(toString(Mode::Overview), "overview");
    EXPECT_TRUE(isIdle(desk.session));
    advance(desk.session, 10);
    desk.press(key('o'));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 2}));
    EXPECT_EQ(modeOf(desk.session), Mode::Play);
}

TEST(Overview, ChoosesByArrowsAndEnter) {
    Desk desk;
    desk.session.playhead = {1, 2};
    desk.press(key('o'));
    EXPECT_EQ(desk.session.browse.marked, 1U);
    desk.press(key(KeyName::Right));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 2})) << "arrows mark, they do not go on";
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.session.playhead, (film::Moment{2, 0}));
    EXPECT_EQ(modeOf(desk.session), Mode::Play);
}

TEST(Overview, ChoosesByClick) {
    Desk desk;
    desk.press(key('o'));
    desk.apply({CommandId::BrowseMark, 3, {}, {}});
    desk.apply(CommandId::BrowseChoose);
    EXPECT_EQ(desk.cue(), "d");
}

TEST(Overview, IsLeftByEscapeByTheClickerAndByANumber) {
    Desk desk;
    desk.press(key('o'));
    desk.press(key(KeyName::Escape));
    EXPECT_EQ(desk.session.browse.open, Browser::None);
    EXPECT_FALSE(desk.session.quit);
    desk.press(key('o'));
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "b");
    EXPECT_EQ(modeOf(desk.session), Mode::Play);
    desk.press(key('o'));
    desk.press(key('4'));
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "d");
    desk.press(key('o'));
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.session.browse.open, Browser::None) << "also where there is no next step";
}

TEST(Overview, SleepsUnderABlackScreen) {
    Desk desk;
    desk.press(key('o'));
    desk.press(key('b'));
    EXPECT_EQ(modeOf(desk.session), Mode::Black);
    desk.press(key(KeyName::Right));
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.session.browse.marked, 0U);
    desk.press(key('b'));
    EXPECT_EQ(modeOf(desk.session), Mode::Overview);
}

TEST(Overview, EndsADetour) {
    Desk desk;
    desk.session.playhead = {2, 4};
    desk.press(key('+'));
    desk.press(key('o'));
    EXPECT_EQ(desk.session.browse.marked, 2U);
    desk.press(key(KeyName::Left));
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 0}));
    EXPECT_FALSE(desk.session.detour);
}

TEST(Thumbnails, AreMadeFromTheMarkedOneOutwards) {
    std::vector<bool> made(5, false);
    std::vector<std::size_t> order;
    while (const auto next = nextToMake(made, 3)) {
        order.push_back(*next);
        made[*next] = true;
    }
    EXPECT_EQ(order, (std::vector<std::size_t>{3, 4, 2, 1, 0}));
    EXPECT_FALSE(nextToMake({}, 0));
    EXPECT_EQ(nextToMake({false, true}, 9), 0U);
}

TEST(Find, LooksForPlacesCountriesAndEventsWithoutAccents) {
    const Desk desk;
    EXPECT_EQ(idsFound(desk, "niger"), (Ids{"NER", "NGA"}));
    EXPECT_EQ(idsFound(desk, "niamey"), (Ids{"niamey", "E2", "E3", "E4"}));
    EXPECT_EQ(idsFound(desk, "TELE sahel"), (Ids{"E2"}));
    EXPECT_EQ(idsFound(desk, "dép"), (Ids{"E1"}));
    EXPECT_EQ(idsFound(desk, "chad"), (Ids{"TCD"})) << "names of other languages count";
    EXPECT_TRUE(idsFound(desk, "").empty());
    EXPECT_TRUE(idsFound(desk, "  ").empty());
    EXPECT_TRUE(idsFound(desk, "xyzzy").empty());
}

TEST(Find, KnowsTheGazetteerAndPutsNamesThatBeginSoFirst) {
    Desk desk;
    desk.film.gazetteer = {small::place("beni", small::both("Béni-Essa", "Beni Essa"), {1, 20}),
                           small::place("tessalit", small::both("Tessalit", "Tessalit"), {1, 20}),
                           small::place("essaouira", small::both("Essaouira", "Essaouira"), {-9, 31})};
    EXPECT_EQ(idsFound(desk, "essa"), (Ids{"essaouira", "beni"}));
}

TEST(Find, PutsWhatTheFilmIsAboutBeforeWhatIsElsewhere) {
    Desk desk;
    desk.film.focus = {"NER"};
    desk.film.gazetteer = {small::place("nice", small::both("Nice", "Nice"), {7.3, 43.7})};
    desk.film.gazetteer.front().rank = 0;
    Ids found = idsFound(desk, "ni");
    found.resize(4);
    EXPECT_EQ(found, (Ids{"NER", "niamey", "nice", "NGA"}));
}

TEST(Search, FliesToAPlaceAsADetour) {
    Desk desk;
    desk.session.browse.countries = &countries();
    desk.session.playhead = {1, 3};
    desk.press(key('f', kControl));
    EXPECT_EQ(desk.session.browse.open, Browser::Search);
    desk.apply({CommandId::SearchText, 0, "gao", {}});
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.session.browse.open, Browser::None);
    ASSERT_TRUE(desk.session.detour);
    EXPECT_EQ(desk.session.detour->center, (base::LonLat{-0.04, 16.27}));
    EXPECT_TRUE(desk.session.flight) << "it flies";
    EXPECT_EQ(desk.session.browse.found, "gao");
    desk.press(key('r'));
    EXPECT_EQ(desk.session.playhead, (film::Moment{1, 3}));
    EXPECT_EQ(desk.session.browse.found, "");
}

TEST(Search, JumpsToTheCueOfAnEventAndShowsTheCardOfOneThatNoCueShows) {
    Desk desk;
    desk.press(key('f', kControl));
    desk.apply({CommandId::SearchText, 0, "trajet", {}});
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.session.playhead, (film::Moment{3, 0}));
    desk.press(key('f', kControl));
    EXPECT_EQ(desk.session.browse.searched, "") << "it begins anew";
    desk.apply({CommandId::SearchText, 0, "hors film", {}});
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "d");
    ASSERT_TRUE(desk.session.browse.card);
    EXPECT_EQ(desk.session.browse.card->subject.id, "E4");
}

TEST(Search, LeavesLettersToItsFieldAndTakesUpAndDown) {
    Desk desk;
    desk.press(key('f', kControl));
    desk.apply({CommandId::SearchText, 0, "niamey", {}});
    for (const Key& typed : {key('n'), key(KeyName::Space), key(KeyName::Right), key('4')}) desk.press(typed);
    EXPECT_EQ(desk.cue(), "a");
    EXPECT_EQ(desk.session.typedNumber, "");
    desk.press(key(KeyName::Down));
    desk.press(key(KeyName::Down));
    EXPECT_EQ(desk.session.browse.marked, 2U);
    desk.press(key(KeyName::Enter));
    EXPECT_EQ(desk.cue(), "d") << "the second event is E3";
}

TEST(Search, EscapeClosesItAndTheClickerGoesOn) {
    Desk desk;
    desk.session.list = true;
    desk.press(key('f', kControl));
    desk.session.typing = true;
    desk.press(key(KeyName::Escape));
    EXPECT_EQ(desk.session.browse.open, Browser::None);
    EXPECT_TRUE(desk.session.list);
    desk.press(key('f', kControl));
    desk.press(key(KeyName::PageDown));
    EXPECT_EQ(desk.cue(), "b");
    EXPECT_EQ(desk.session.browse.open, Browser::None);
}
