#include "film/cue_summary.h"

#include <gtest/gtest.h>

#include "film/film_file.h"

namespace film {
namespace {

Film completeFilm() {
    return readFilm(std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/films/complete.toml", {})->film;
}

std::vector<Event> eventsOn(const std::vector<std::string>& dates) {
    std::vector<Event> events(dates.size());
    for (std::size_t i = 0; i < dates.size(); ++i) events[i].date = *base::parseEdtf(dates[i]).date;
    return events;
}

std::string whole(const std::vector<std::string>& dates) {
    const std::vector<Event> events = eventsOn(dates);
    std::vector<const Event*> pointers;
    for (const Event& event : events) pointers.push_back(&event);
    const auto date = wholeDate(pointers);
    return date ? date->toString() : "";
}

TEST(CueSummary, TitleAndTextAreTheCuesOwnOrItsFirstEvents) {
    Film film = completeFilm();
    EXPECT_EQ(titleOfCue(film, film.cues[1]).in("en"), "Two arrivals");
    EXPECT_EQ(textOfCue(film, film.cues[1]).in("en"), "Un texte");
    film.cues[1].title = film.cues[1].text = {};
    EXPECT_EQ(titleOfCue(film, film.cues[1]).in("en"), "Goods arrive");
    EXPECT_EQ(textOfCue(film, film.cues[1]).in("en"), "A plane.\nIt lands.");
    EXPECT_EQ(textOfCue(film, film.cues[0]).in("en"), "");
}

TEST(CueSummary, ACueWithoutEventsHasItsOwnDate) {
    Film film = completeFilm();
    Cue cue = film.cues[0];
    cue.date = base::parseEdtf("2022-06").date;
    EXPECT_EQ(dateOfCue(cue, {})->toString(), "2022-06");
    EXPECT_EQ(dateOfCue(cue, {&film.events[0]})->toString(), film.events[0].date.toString());
}

TEST(CueSummary, DatesAreOneDateOrTheSpanOfAll) {
    EXPECT_EQ(whole({}), "");
    EXPECT_EQ(whole({"2024-05~"}), "2024-05~");
    EXPECT_EQ(whole({"2024-05", "2024-05"}), "2024-05");
    EXPECT_EQ(whole({"2024-05-02", "2023-10", "2024-01"}), "2023-10/2024-05-02");
    EXPECT_EQ(whole({"2023-10-10/2023-12-22", "2023-11"}), "2023-10-10/2023-12-22");
}

TEST(CueSummary, PlacesAreGoalsAndStartsInOrder) {
    const Film film = completeFilm();
    const auto events = eventsShown(film, film.cues[1]);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(placeLine(film, events, "en"), "Niamey · Bamako");
    Event visit = *events[1];
    visit.kind = EventKind::Visit;
    visit.to = "niamey";
    EXPECT_EQ(placeLine(film, {&visit}, "en"), "Bamako – Niamey");
    EXPECT_EQ(placeLine(film, {}, "en"), "");
}

TEST(CueSummary, SourcesAreThoseOfWhatTheCuesShow) {
    Film film = completeFilm();
    film.sources.push_back({"other", "", "Other", std::nullopt, "", false});
    for (const std::string& id : sourcesShown(film)) EXPECT_NE(id, "other");
    for (Cue& cue : film.cues) cue.events.clear();
    EXPECT_EQ(sourcesShown(film).size(), film.sources.size())
        << "a film that shows no event credits them all";
}

}  // namespace
}  // namespace film
