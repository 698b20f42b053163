#include "film/timeline.h"

#include <gtest/gtest.h>

namespace film {
namespace {

Cue cueOf(const std::string& id, double fly, double play, double hold, std::vector<std::string> events = {}) {
    Cue cue;
    cue.id = id;
    cue.flySeconds = fly;
    cue.playSeconds = play;
    cue.holdSeconds = hold;
    cue.events = std::move(events);
    return cue;
}

Event eventOf(const std::string& id, const std::string& date) {
    Event event;
    event.id = id;
    event.date = base::parseEdtf(date).date.value();
    return event;
}

base::Day day(int year, int month, int dayOfMonth) {
    return base::dayOf({year, month, dayOfMonth});
}

//   0      a      9     b    10       c       15
Film threeCues() {
    Film film;
    film.cues = {cueOf("a", 2, 4, 3, {"coup", "span"}), cueOf("b", 0, 1, 0), cueOf("c", 1, 2, 2, {"month"})};
    film.events = {eventOf("month", "2024-04"), eventOf("coup", "2023-07-26"),
                   eventOf("span", "2023-10-10/2023-12-22")};
    return film;
}

TEST(FrameRate, IsAWholeNumberOrAFraction) {
    EXPECT_EQ(parseFrameRate("24"), (FrameRate{24, 1}));
    EXPECT_EQ(parseFrameRate("30000/1001"), (FrameRate{30000, 1001}));
    EXPECT_EQ(parseFrameRate("1"), (FrameRate{1, 1}));
    EXPECT_EQ(parseFrameRate("1000"), (FrameRate{1000, 1}));
}

TEST(FrameRate, IsRefusedWhenItIsWrittenInAnotherWayOrOutOfLimits) {
    for (const char* text :
         {"29.97", "", "/", "30/", "/1", "0", "-24", "+24", "24 ", " 24", "24fps", "1001", "1/2",
          "1000001/1000001", "2000000/1000001", "99999999999999999999", "30/1/1", "0x18"}) {
        EXPECT_FALSE(parseFrameRate(text)) << text;
    }
}

TEST(Frames, AreCountedFromOneAndComputedFromTheirNumber) {
    EXPECT_EQ(timeOfFrame(1, {30, 1}), 0);
    EXPECT_EQ(timeOfFrame(31, {30, 1}), 1);
    EXPECT_EQ(timeOfFrame(30001, {30000, 1001}), 1001);
    EXPECT_EQ(timeOfFrame(10, {30, 1}), 0.3);
}

TEST(Frames, AreThoseThatBeginBeforeTheEnd) {
    EXPECT_EQ(frameCount(3, {30, 1}), 90);
    EXPECT_EQ(frameCount(3.001, {30, 1}), 91);
    EXPECT_EQ(frameCount(0.3, {30, 1}), 9);
    EXPECT_EQ(frameCount(1001, {30000, 1001}), 30000);
    EXPECT_EQ(frameCount(0, {30, 1}), 1);
    EXPECT_EQ(frameCount(1e-9, {30, 1}), 1);
}

TEST(Frames, CountAndTimeAgreeForManyLengthsAndRates) {
    for (const FrameRate rate : {FrameRate{24, 1}, {25, 1}, {30000, 1001}, {60, 1}, {24000, 1001}, {7, 3}}) {
        for (int hundredths = 1; hundredths < 3000; hundredths += 7) {
            const double seconds = hundredths / 100.0;
            const auto count = frameCount(seconds, rate);
            ASSERT_LT(timeOfFrame(count, rate), seconds);
            ASSERT_GE(timeOfFrame(count + 1, rate), seconds);
        }
    }
}

TEST(Timeline, AddsUpTheCues) {
    const Film film = threeCues();
    EXPECT_EQ(duration(film), 15);
    EXPECT_EQ(cueStart(film, 0), 0);
    EXPECT_EQ(cueStart(film, 1), 9);
    EXPECT_EQ(cueStart(film, 2), 10);
    EXPECT_EQ(cueStart(film, 3), 15);
}

TEST(Timeline, GivesTheFirstInstantToTheCueThatBegins) {
    const Film film = threeCues();
    EXPECT_EQ(momentAt(film, 0), (Moment{0, 0}));
    EXPECT_EQ(momentAt(film, 8.5), (Moment{0, 8.5}));
    EXPECT_EQ(momentAt(film, 9), (Moment{1, 0}));
    EXPECT_EQ(momentAt(film, 10), (Moment{2, 0}));
    EXPECT_EQ(momentAt(film, 14.5), (Moment{2, 4.5}));
}

TEST(Timeline, StaysInsideTheFilm) {
    const Film film = threeCues();
    EXPECT_EQ(momentAt(film, -5), (Moment{0, 0}));
    EXPECT_EQ(momentAt(film, 15), (Moment{2, 5}));
    EXPECT_EQ(momentAt(film, 1e9), (Moment{2, 5}));
    EXPECT_EQ(momentAt(Film{}, 3), (Moment{0, 0}));
    EXPECT_EQ(duration(Film{}), 0);
}

TEST(Timeline, PassesOverACueWithoutLength) {
    Film film;
    film.cues = {cueOf("a", 1, 0, 0), cueOf("none", 0, 0, 0), cueOf("b", 1, 0, 0)};
    EXPECT_EQ(momentAt(film, 1), (Moment{2, 0}));
    EXPECT_EQ(filmTime(film, {1, 0}), 1);
}

TEST(Timeline, BeginsACueWhereAFrameFallsInSpiteOfRounding) {
    Film film;
    film.cues = {cueOf("a", 0.1, 0.2, 0), cueOf("b", 0.1, 0.1, 0.1), cueOf("c", 1, 1, 1)};
    EXPECT_EQ(cueStart(film, 1), 0.3);
    EXPECT_EQ(momentAt(film, timeOfFrame(10, {30, 1})), (Moment{1, 0}));
    EXPECT_EQ(momentAt(film, timeOfFrame(19, {30, 1})), (Moment{2, 0}));
}

TEST(Timeline, GoesThereAndBack) {
    const Film film = threeCues();
    for (int tenths = 0; tenths <= 150; ++tenths) {
        EXPECT_NEAR(filmTime(film, momentAt(film, tenths / 10.0)), tenths / 10.0, 1e-12);
    }
}

TEST(Timeline, HoldsAtTheEndOfACueThatGrowsOlder) {
    const Film film = threeCues();
    EXPECT_EQ(filmTime(film, {0, 100}), 9);
    EXPECT_EQ(filmTime(film, {2, 100}), 15);
    EXPECT_EQ(filmTime(film, {0, -1}), 0);
    EXPECT_EQ(filmTime(film, {7, 0}), 15);
    EXPECT_EQ(endOfCue(film, 0), (Moment{0, 9}));
}

TEST(Timeline, FindsCuesById) {
    EXPECT_EQ(findCue(threeCues(), "c"), 2u);
    EXPECT_EQ(findCue(threeCues(), "d"), std::nullopt);
}

TEST(Timeline, FindsTheLastCueThatADateHasReached) {
    const Film film = threeCues();
    EXPECT_EQ(cueAtDate(film, day(2023, 7, 25)), std::nullopt);
    EXPECT_EQ(cueAtDate(film, day(2023, 7, 26)), 0u);
    EXPECT_EQ(cueAtDate(film, day(2024, 3, 31)), 0u);
    EXPECT_EQ(cueAtDate(film, day(2024, 4, 1)), 2u);
}

TEST(Timeline, FindsTheCueOfTheLatestEventWhateverTheOrderOfTheCues) {
    Film film = threeCues();
    std::swap(film.cues[0], film.cues[2]);
    EXPECT_EQ(cueAtDate(film, day(2024, 3, 31)), 2u);
    EXPECT_EQ(cueAtDate(film, day(2024, 4, 1)), 0u);
}

std::optional<std::pair<base::Day, base::Day>> daysOf(const Film& film, std::size_t cue) {
    const auto days = daysOfCue(film, cue);
    return days ? std::optional(std::pair(days->first, days->last)) : std::nullopt;
}

TEST(Timeline, KnowsTheDayThatACueHasReached) {
    const Film film = threeCues();
    const auto on = [](base::Day d) { return std::pair(d, d); };
    EXPECT_EQ(daysOf(film, 0), on(day(2023, 12, 22)));
    EXPECT_EQ(daysOf(film, 1), on(day(2023, 12, 22)));
    EXPECT_EQ(daysOf(film, 2), on(day(2024, 4, 30)));
    Film opening = film;
    opening.cues.insert(opening.cues.begin(), cueOf("title", 0, 0, 3));
    EXPECT_EQ(daysOf(opening, 0), std::nullopt);
}

TEST(Timeline, TakesTheDayFromTheCuesOwnDate) {
    Film film = threeCues();
    film.cues[0].date = base::parseEdtf("2022-06").date;
    EXPECT_EQ(daysOf(film, 0), std::pair(day(2022, 6, 30), day(2022, 6, 30)));
    EXPECT_EQ(daysOf(film, 1), std::pair(day(2022, 6, 30), day(2022, 6, 30)));
    film.cues[0].date = base::parseEdtf("2022-06/2024-12").date;
    EXPECT_EQ(daysOf(film, 0), std::pair(day(2022, 6, 1), day(2024, 12, 31)));
    EXPECT_EQ(daysOf(film, 1), std::pair(day(2024, 12, 31), day(2024, 12, 31)))
        << "the span has been gone through";
}

TEST(Timeline, SpansAllEvents) {
    const auto range = dayRange(threeCues());
    EXPECT_EQ(range->first, day(2023, 7, 26));
    EXPECT_EQ(range->last, day(2024, 4, 30));
    EXPECT_FALSE(dayRange(Film{}));
}

}  // namespace
}  // namespace film
