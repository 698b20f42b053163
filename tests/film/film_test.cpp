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

TEST(Film, FindsItsEntriesById) {
    Film film;
    film.actors = {{"a", {}, {}}, {"b", {}, {}}};
    EXPECT_EQ(findActor(film, "b"), &film.actors[1]);
    EXPECT_EQ(findActor(film, "c"), nullptr);
    EXPECT_EQ(findPlace(film, "unknown"), nullptr);
    EXPECT_EQ(findEvent(film, ""), nullptr);
    EXPECT_EQ(findSource(film, ""), nullptr);
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

}  // namespace
}  // namespace film
