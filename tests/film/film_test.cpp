#include "film/film.h"

#include <gtest/gtest.h>

namespace film {
namespace {

Event eventOf(EventKind kind, const std::string& from, const std::string& to) {
    Event event;
    event.kind = kind;
    event.from = from;
    event.to = to;
    return event;
}

TEST(Event, IsAMovementWhenItsKindMovesAndHasBothEnds) {
    for (const auto kind :
         {EventKind::Arrival, EventKind::Departure, EventKind::Visit, EventKind::Call, EventKind::Delivery}) {
        EXPECT_TRUE(eventOf(kind, "unknown", "niamey").isMovement()) << toString(kind);
        EXPECT_TRUE(eventOf(kind, "niamey", "unknown").isMovement()) << toString(kind);
        EXPECT_FALSE(eventOf(kind, "", "niamey").isMovement()) << toString(kind);
    }
    for (const auto kind :
         {EventKind::Coup, EventKind::Agreement, EventKind::Denunciation, EventKind::Alliance,
          EventKind::Exit, EventKind::Announcement, EventKind::Presence}) {
        EXPECT_FALSE(eventOf(kind, "a", "b").isMovement()) << toString(kind);
    }
}

TEST(NameInCapitals, FollowsTheLanguageInWhichItIsWritten) {
    Film film;
    film.languages = {"tr", "fr"};
    base::LocalText both, english, plain("Illinois");
    both.byLanguage = {{"en", "Syria"}, {"tr", "Suriye ili"}};
    english.byLanguage = {{"en", "Georgia"}};
    EXPECT_EQ(nameInCapitals(film, both, "tr"), "SURİYE İLİ");
    EXPECT_EQ(nameInCapitals(film, english, "tr"), "GEORGIA");
    EXPECT_EQ(nameInCapitals(film, both, "fr"), "SURİYE İLİ") << "the film's first language";
    EXPECT_EQ(nameInCapitals(film, plain, "tr"), "ILLİNOİS") << "one that is the same in all";
}

TEST(Event, SetsAWidthWithOneEstablishedNumberThatNobodyDisputes) {
    Event event;
    for (const auto status : {CountStatus::Exact, CountStatus::Approx}) {
        event.countStatus = status;
        event.count = Count{100, 100};
        EXPECT_TRUE(setsWidth(event));
        event.count = Count{60, 100};
        EXPECT_FALSE(setsWidth(event)) << "a range";
        event.count.reset();
        EXPECT_FALSE(setsWidth(event)) << "no count";
    }
    event.count = Count{100, 100};
    for (const auto claim : {ClaimStatus::Confirmed, ClaimStatus::Reported, ClaimStatus::Announced}) {
        event.status = claim;
        EXPECT_TRUE(setsWidth(event)) << toString(claim);
    }
    event.status = ClaimStatus::Disputed;
    EXPECT_FALSE(setsWidth(event));
    event.status = ClaimStatus::Confirmed;
    for (const auto status : {CountStatus::None, CountStatus::Range, CountStatus::Presence,
                              CountStatus::Cumulative, CountStatus::Disputed, CountStatus::Unknown}) {
        event.countStatus = status;
        EXPECT_FALSE(setsWidth(event)) << toString(status);
    }
}

TEST(Film, FindsItsEntriesById) {
    Film film;
    film.actors = {{"a", {}, {}}, {"b", {}, {}}};
    EXPECT_EQ(findActor(film, "b"), &film.actors[1]);
    EXPECT_EQ(findActor(film, "c"), nullptr);
    EXPECT_EQ(findPlace(film, "unknown"), nullptr);
    EXPECT_EQ(findEvent(film, ""), nullptr);
    EXPECT_EQ(findSource(film, ""), nullptr);
}

TEST(Film, NumbersItsSources) {
    Film film;
    film.sources.resize(2);
    film.sources[0].id = "a";
    film.sources[1].id = "b";
    EXPECT_EQ(sourceNumber(film, "a"), 1);
    EXPECT_EQ(sourceNumber(film, "b"), 2);
    EXPECT_EQ(sourceNumber(film, "c"), 0);
}

Film wholeAndPart() {
    Film film;
    film.events = {eventOf(EventKind::Departure, "gao", "unknown"),
                   eventOf(EventKind::Departure, "gao", "niger")};
    film.events[0].id = "whole";
    film.events[1].id = "part";
    film.events[1].partOf = "whole";
    film.cues.resize(2);
    film.cues[0].chapter = "one";
    film.cues[1].chapter = "two";
    film.cues[1].events = {"part"};
    return film;
}

TEST(Film, DrawsAPartAsAnArrowOnlyWhereNoCueShowsTheWhole) {
    Film film = wholeAndPart();
    EXPECT_TRUE(isDrawnAsArrow(film, film.events[0]));
    EXPECT_TRUE(isDrawnAsArrow(film, film.events[1]));
    film.cues[0].events = {"whole"};
    EXPECT_TRUE(isDrawnAsArrow(film, film.events[0]));
    EXPECT_FALSE(isDrawnAsArrow(film, film.events[1]));
    film.events[0].kind = EventKind::Coup;
    EXPECT_FALSE(isDrawnAsArrow(film, film.events[0]));
}

TEST(Film, LosesWithAChapterWhatOnlyThatChapterShows) {
    Film film = wholeAndPart();
    film.cues[0].events = {"whole"};
    film.chapters = {{"one", {}, true, true}, {"two", {}, false, true}};
    film.presences = {{"france", "MLI", {"whole"}, "part"},
                      {"france", "NER", {"part"}, ""},
                      {"france", "BFA", {"whole", "part"}, ""}};
    film.alliances.resize(1);
    film.alliances[0].renamedBy = "whole";
    film.alliances[0].members = {{"MLI", "part", "", ""}, {"NER", "", "whole", ""}};
    const Film left = withoutChapters(film, {"one"});
    ASSERT_EQ(left.events.size(), 1u);
    EXPECT_EQ(left.events[0].id, "part");
    EXPECT_EQ(left.events[0].partOf, "");
    ASSERT_EQ(left.cues.size(), 1u);
    ASSERT_EQ(left.chapters.size(), 1u);
    ASSERT_EQ(left.presences.size(), 2u);
    EXPECT_EQ(left.presences[0].country, "NER");
    EXPECT_EQ(left.presences[1].events, std::vector<std::string>{"part"});
    ASSERT_EQ(left.alliances[0].members.size(), 1u);
    EXPECT_EQ(left.alliances[0].members[0].country, "MLI");
    EXPECT_EQ(left.alliances[0].renamedBy, "");
}

TEST(Film, KeepsAnEventThatAnotherChapterShowsOrNoneDoes) {
    Film film = wholeAndPart();
    film.cues[0].events = {"part"};
    EXPECT_EQ(withoutChapters(film, {"one"}).events.size(), 2u);
    EXPECT_EQ(withoutChapters(film, {}), film);
}

TEST(Film, TellsWhatIsOutsideItsArticles) {
    Film film;
    Source article, other;
    article.id = "article";
    article.article = true;
    other.id = "other";
    film.sources = {article, other};
    Event event;
    event.sources = {"other"};
    EXPECT_TRUE(isOutsideArticles(film, event));
    event.sources = {"other", "article"};
    EXPECT_FALSE(isOutsideArticles(film, event));
    film.sources = {other};
    event.sources = {"other"};
    EXPECT_FALSE(isOutsideArticles(film, event));
}

TEST(Words, AreThoseOfTheFilmFile) {
    EXPECT_EQ(toString(EventKind::Denunciation), "denunciation");
    EXPECT_EQ(toString(CountStatus::Cumulative), "cumulative");
    EXPECT_EQ(toString(CountStatus::None), "none");
    EXPECT_EQ(toString(ClaimStatus::Announced), "announced");
    EXPECT_EQ(toString(PlaceKind::Symbol), "symbol");
}

TEST(Film, ListsTheArrowsThatItsCuesDraw) {
    const auto idsOf = [](const Film& film) {
        std::vector<std::string> ids;
        for (const Event* event : arrowsOf(film)) ids.push_back(event->id);
        return ids;
    };
    Film film = wholeAndPart();
    film.cues[0].events = {"whole"};
    EXPECT_EQ(idsOf(film), std::vector<std::string>{"whole"});
    film.cues[0].events.clear();
    EXPECT_EQ(idsOf(film), std::vector<std::string>{"part"});
    film.cues[1].events.clear();
    EXPECT_EQ(idsOf(film), std::vector<std::string>{}) << "what no cue shows is not drawn";
}

}  // namespace
}  // namespace film
