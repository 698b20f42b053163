#include "picture/arrow_track.h"

#include <gtest/gtest.h>

#include "picture/stage.h"

using base::Vec2;
using picture::Track;

namespace {

std::vector<Track> tracksOf(const film::Film& film) {
    std::vector<const film::Event*> events;
    for (const film::Event& event : film.events) events.push_back(&event);
    return picture::layTracks(film, events, world().projection);
}

film::Event move(const std::string& id, const std::string& from, const std::string& to) {
    film::Event event;
    event.id = id;
    event.from = from;
    event.to = to;
    event.kind = film::EventKind::Arrival;
    return event;
}

double headingAtEnd(const Track& t) {
    const Vec2 d = t.points.back() - t.points[t.points.size() - 4];
    return base::degrees(std::atan2(d.y, d.x));
}

// Greatest turn between neighbouring pieces, in degrees.
double sharpestTurn(const std::vector<Vec2>& line) {
    double sharpest = 0;
    for (std::size_t i = 2; i < line.size(); ++i) {
        const Vec2 a = line[i - 1] - line[i - 2], b = line[i] - line[i - 1];
        const double turn = base::degrees(
            std::acos(std::clamp(base::dot(a, b) / (base::length(a) * base::length(b)), -1.0, 1.0)));
        sharpest = std::max(sharpest, turn);
    }
    return sharpest;
}

}  // namespace

TEST(ArrowTrackTest, ATrackBeginsAndEndsAtItsPlaces) {
    film::Film film = smallFilm();
    film.events = {move("A", "moscow", "niamey")};
    const auto tracks = tracksOf(film);
    ASSERT_EQ(tracks.size(), 1u);
    const Vec2 from = *world().projection.forward({37.6156, 55.7522}),
               to = *world().projection.forward({2.1098, 13.5137});
    EXPECT_LT(base::length(tracks[0].points.front() - from), 1);
    EXPECT_LT(base::length(tracks[0].points.back() - to), 1);
    EXPECT_TRUE(tracks[0].startKnown && tracks[0].endKnown);
}

TEST(ArrowTrackTest, OppositeDirectionsRunSideBySide) {
    film::Film film = smallFilm();
    film.events = {move("A", "moscow", "niamey"), move("B", "niamey", "moscow")};
    const auto tracks = tracksOf(film);
    ASSERT_EQ(tracks.size(), 2u);
    const Vec2 there = tracks[0].points[128], back = tracks[1].points[128];
    EXPECT_GT(base::length(there - back), 300e3);
}

TEST(ArrowTrackTest, ManyIntoOneCityFanOut) {
    film::Film film = smallFilm();
    film.events = {move("A", "moscow", "niamey"), move("B", "moscow", "niamey"),
                   move("C", "moscow", "niamey")};
    const auto tracks = tracksOf(film);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        for (std::size_t j = i + 1; j < tracks.size(); ++j) {
            const double apart =
                std::abs(std::remainder(headingAtEnd(tracks[i]) - headingAtEnd(tracks[j]), 360.0));
            EXPECT_GE(apart, picture::kMinimumFan - 2) << i << " and " << j;
        }
    }
}

TEST(ArrowTrackTest, NoTrackHasAKink) {
    film::Film film = smallFilm();
    film.events = {move("A", "moscow", "niamey"), move("B", "bamako", "ouagadougou"),
                   move("C", "niamey", "unknown")};
    film.events[2].via = {"ouagadougou"};
    for (const Track& track : tracksOf(film)) EXPECT_LT(sharpestTurn(track.points), 4) << track.event;
}

TEST(ArrowTrackTest, AnEndThatIsNotGivenIsNoPlace) {
    film::Film film = smallFilm();
    film.events = {move("A", "bamako", "unknown"), move("B", "unknown", "niamey")};
    const auto tracks = tracksOf(film);
    ASSERT_EQ(tracks.size(), 2u);
    EXPECT_FALSE(tracks[0].endKnown);
    EXPECT_FALSE(tracks[1].startKnown);
    for (const film::Place& place : film.places) {
        const Vec2 at = *world().projection.forward(place.at);
        EXPECT_GT(base::length(tracks[0].points.back() - at), 100e3) << place.id;
        EXPECT_GT(base::length(tracks[1].points.front() - at), 100e3) << place.id;
    }
}

TEST(ArrowTrackTest, EventsThatMoveNobodyHaveNoTrack) {
    film::Film film = smallFilm();
    film.events = {move("A", "", "niamey")};
    film.events[0].kind = film::EventKind::Coup;
    EXPECT_TRUE(tracksOf(film).empty());
}
