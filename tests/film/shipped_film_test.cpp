// The film and the places that ship, and the example of the manual, are read without an error.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/file.h"
#include "film/film_file.h"
#include "film/timeline.h"

namespace film {
namespace {

std::string inRepository(const std::string& path) {
    return std::string(HARMATTAN_SOURCE_DIR) + "/" + path;
}

template <class T>
void expectOk(const base::Result<T>& result) {
    if (result) return;
    for (const auto& problem : result.problems()) ADD_FAILURE() << base::toString(problem);
}

void expectNone(const base::Problems& warnings) {
    for (const auto& warning : warnings) ADD_FAILURE() << base::toString(warning);
}

std::vector<Place> shippedGazetteer() {
    const auto places = readGazetteer(inRepository("geodata/places.toml"));
    expectOk(places);
    return places ? *places : std::vector<Place>{};
}

const std::vector<std::string> kFilms = {"assets/films/sahel.toml", "assets/films/sahel-90s.toml"};

Film shippedFilm(const std::string& path = kFilms.front()) {
    const auto file = readFilm(inRepository(path), shippedGazetteer());
    expectOk(file);
    return file ? file->film : Film{};
}

std::vector<const Event*> eventsWhere(const Film& film, const std::function<bool(const Event&)>& test) {
    std::vector<const Event*> found;
    for (const Event& event : film.events) {
        if (test(event)) found.push_back(&event);
    }
    return found;
}

TEST(ShippedFilm, IsReadWithoutAWarning) {
    for (const std::string& path : kFilms) {
        const auto file = readFilm(inRepository(path), shippedGazetteer());
        expectOk(file);
        if (file) expectNone(file->warnings);
    }
}

TEST(ShippedFilm, TellsAllItsEventsInSixToNineMinutesAndInNinetySeconds) {
    const Film film = shippedFilm();
    EXPECT_EQ(film.events.size(), 48u);
    for (const Event& event : film.events) {
        const bool isShown = std::any_of(film.cues.begin(), film.cues.end(), [&](const Cue& cue) {
            return std::find(cue.events.begin(), cue.events.end(), event.id) != cue.events.end();
        });
        EXPECT_TRUE(isShown) << event.id;
    }
    EXPECT_GT(duration(film), 360);
    EXPECT_LT(duration(film), 540);
    EXPECT_EQ(shippedFilm(kFilms[1]).events, film.events) << "both films share their events";
    EXPECT_GT(duration(shippedFilm(kFilms[1])), 85);
    EXPECT_LE(duration(shippedFilm(kFilms[1])), 90.0001);
}

TEST(ShippedFilm, HasNotesForEveryCueInBothLanguages) {
    for (const Cue& cue : shippedFilm().cues) {
        EXPECT_FALSE(cue.notes.empty()) << cue.id;
        EXPECT_EQ(cue.notes.byLanguage.size(), 2u) << cue.id;
    }
}

TEST(ShippedFilm, CanDoWithoutItsOptionalChapter) {
    const Film film = withoutChapters(shippedFilm(), {"also"});
    EXPECT_EQ(film.events.size(), 44u);
    for (const char* id : {"E05", "E33", "E42", "E43"}) EXPECT_EQ(findEvent(film, id), nullptr) << id;
}

TEST(ShippedFilm, NamesASourceForEveryEvent) {
    for (const Event& event : shippedFilm().events) EXPECT_FALSE(event.sources.empty()) << event.id;
}

TEST(ShippedFilm, MarksWhatIsInNoneOfTheArticles) {
    const Film film = shippedFilm();
    std::string outside;
    for (const Event* event : eventsWhere(film, [&](const Event& e) { return isOutsideArticles(film, e); }))
        outside += event->id + " ";
    EXPECT_EQ(outside,
              "E03 E05 E06 E07 E09 E10 E14 E15 E17 E22 E25 E26 E33 E36 E37 E38 E39 E40 E41 E42 E43 E44 ");
}

TEST(ShippedFilm, NeverDrawsAWithdrawalBesideItsParts) {
    const Film film = shippedFilm();
    for (const char* id : {"E07", "E15", "E23", "E38", "E40", "E41"})
        EXPECT_FALSE(isDrawnAsArrow(film, *findEvent(film, id))) << id;
    for (const char* id : {"E06", "E16", "E37"})
        EXPECT_TRUE(isDrawnAsArrow(film, *findEvent(film, id))) << id;
}

TEST(ShippedFilm, HasThreeRussianCargoFlightsToNiameyInTheSpringAndNoStopover) {
    const Film film = shippedFilm();
    const base::Day from = base::dayOf({2024, 4, 10}), to = base::dayOf({2024, 5, 4});
    const auto flights = eventsWhere(film, [&](const Event& e) {
        return e.actor == "russia" && isDrawnAsArrow(film, e) && e.to == "niamey_ab101" &&
               e.date.firstDay() >= from && e.date.lastDay() <= to;
    });
    EXPECT_EQ(flights.size(), 3u);
    for (const Event* event : eventsWhere(film, [](const Event& e) { return e.actor == "russia"; })) {
        EXPECT_TRUE(event->via.empty()) << event->id;
    }
}

TEST(ShippedFilm, TellsTheDecemberTourFromBamakoToNiameyToMoscow) {
    const Film film = shippedFilm();
    const Event *first = findEvent(film, "E19"), *second = findEvent(film, "E20"),
                *third = findEvent(film, "E22");
    EXPECT_EQ(first->to, "bamako");
    EXPECT_EQ(second->from + " " + second->to, "bamako niamey");
    EXPECT_EQ(third->from + " " + third->to, "niamey moscow");
    EXPECT_LE(first->date.firstDay(), second->date.firstDay());
    EXPECT_LT(second->date.firstDay(), third->date.firstDay());
}

TEST(ShippedFilm, TakesNoWidthFromANumberThatIsNotEstablished) {
    const Film film = shippedFilm();
    for (const char* id : {"E03", "E17", "E25", "E29", "E31", "E34", "E35", "E38", "E40", "E45"})
        EXPECT_FALSE(setsWidth(*findEvent(film, id))) << id;
}

TEST(ShippedFilm, AnnouncesTheAirDefenceSystemAndNoMore) {
    const Event event = *findEvent(shippedFilm(), "E30");
    EXPECT_EQ(event.status, ClaimStatus::Announced);
    EXPECT_FALSE(event.isMovement());
}

TEST(Manual, HasAnExampleThatWorksWhenPasted) {
    const auto page = base::readFile(inRepository("docs/film-format.md"), 1 << 20);
    ASSERT_TRUE(page) << base::toString(page.problems()[0]);
    const std::string fence = "```toml\nformat = 1\n";
    const auto begin = page->find(fence);
    ASSERT_NE(begin, std::string::npos);
    const auto end = page->find("\n```", begin);
    const auto start = begin + std::string("```toml\n").size();
    const auto file = parseFilm(page->substr(start, end + 1 - start), "example", {});
    expectOk(file);
    if (file) expectNone(file->warnings);
}

}  // namespace
}  // namespace film
