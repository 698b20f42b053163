#include "video/storyboard.h"

#include <gtest/gtest.h>

#include "film/film_file.h"
#include "video/storyboard_words.h"

namespace video {
namespace {

film::Film completeFilm() {
    return film::readFilm(std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/films/complete.toml", {})->film;
}

film::Event eventWith(film::CountStatus status, std::optional<film::Count> count) {
    film::Event event;
    event.countStatus = status;
    event.count = count;
    return event;
}

TEST(StoryboardWords, SayHowSureTheClaimIs) {
    EXPECT_EQ(claimWords(film::ClaimStatus::Confirmed, "fr"), "confirmé");
    EXPECT_EQ(claimWords(film::ClaimStatus::Reported, "fr"), "rapporté");
    EXPECT_EQ(claimWords(film::ClaimStatus::Announced, "fr"), "annoncé, pas encore fait");
    EXPECT_EQ(claimWords(film::ClaimStatus::Disputed, "en"), "disputed");
}

TEST(StoryboardWords, SayWhatIsKnownOfTheNumber) {
    using film::CountStatus;
    const auto fr = [](CountStatus status, std::optional<film::Count> count) {
        return countWords(eventWith(status, count), "fr");
    };
    EXPECT_EQ(fr(CountStatus::None, {}), "");
    EXPECT_EQ(fr(CountStatus::Exact, film::Count{60, 60}), "nombre\u00a0: 60");
    EXPECT_EQ(fr(CountStatus::Approx, film::Count{1500, 1500}), "environ 1\u202f500");
    EXPECT_EQ(fr(CountStatus::Approx, film::Count{60, 100}), "environ 60 à 100");
    EXPECT_EQ(fr(CountStatus::Range, film::Count{20, 40}), "de 20 à 40");
    EXPECT_EQ(fr(CountStatus::Presence, film::Count{1000, 1000}), "présence\u00a0: 1\u202f000");
    EXPECT_EQ(fr(CountStatus::Presence, {}), "présence, nombre inconnu");
    EXPECT_EQ(fr(CountStatus::Cumulative, film::Count{269, 269}), "total courant\u00a0: 269");
    EXPECT_EQ(fr(CountStatus::Disputed, film::Count{60, 60}), "chiffre contesté\u00a0: 60");
    EXPECT_EQ(fr(CountStatus::Unknown, {}), "nombre inconnu");
    EXPECT_EQ(fr(CountStatus::Unknown, film::Count{60, 60}), "chiffre au sens incertain\u00a0: 60");
    EXPECT_EQ(countWords(eventWith(CountStatus::Range, film::Count{1000, 2000}), "en"), "1,000 to 2,000");
    EXPECT_EQ(countWords(eventWith(CountStatus::Cumulative, film::Count{269, 269}), "en"),
              "running total: 269");
}

TEST(Storyboard, SaysEveryCueWithItsEventsAndSources) {
    const Storyboard board = makeStoryboard(completeFilm(), "en", Notes::Shown);
    EXPECT_EQ(board.dates, "2024");
    EXPECT_EQ(board.summary, "3\u00a0cues · 3\u00a0events · 2\u00a0sources");
    ASSERT_EQ(board.cues.size(), 3u);
    const CueNote& cue = board.cues[1];
    EXPECT_EQ(cue.number, 2);
    EXPECT_EQ(cue.title, "Two arrivals");
    EXPECT_EQ(cue.date, "about 10 April – 1 May 2024");
    EXPECT_EQ(cue.places, "Niamey · Bamako");
    EXPECT_EQ(cue.text, "Un texte");
    EXPECT_EQ(cue.notes, "Breathe.");
    EXPECT_EQ(cue.sources, (std::vector<int>{1, 2}));
    ASSERT_EQ(cue.events.size(), 2u);
    const EventNote& goods = cue.events[0];
    EXPECT_EQ(goods.date, "about 10 April 2024");
    EXPECT_EQ(goods.title, "Goods arrive");
    EXPECT_EQ(goods.claim, "announced, not done yet");
    EXPECT_EQ(goods.count, "disputed figure: 60 to 100");
    EXPECT_EQ(goods.saidBy, "television");
    EXPECT_FALSE(goods.outside);
    EXPECT_TRUE(cue.events[1].outside);
    EXPECT_EQ(cue.events[1].sources, (std::vector<int>{2}));
}

TEST(Storyboard, DoesNotRepeatACueThatIsItsOnlyEvent) {
    film::Film film = completeFilm();
    film.cues[1].events = {"E1"};
    film.cues[1].title = film.cues[1].text = {};
    const CueNote cue = makeStoryboard(film, "fr", Notes::Shown).cues[1];
    EXPECT_EQ(cue.title, "Du matériel arrive");
    EXPECT_EQ(cue.text, "Un avion.");
    EXPECT_EQ(cue.events[0].title, "");
    EXPECT_EQ(cue.events[0].date, "");
    EXPECT_EQ(cue.events[0].text, "");
    EXPECT_EQ(cue.events[0].claim, "annoncé, pas encore fait");
}

TEST(Storyboard, LeavesNotesOutWhenAsked) {
    for (const CueNote& cue : makeStoryboard(completeFilm(), "fr", Notes::LeftOut).cues)
        EXPECT_EQ(cue.notes, "");
}

TEST(Storyboard, NumbersAllSources) {
    const Storyboard board = makeStoryboard(completeFilm(), "fr", Notes::Shown);
    ASSERT_EQ(board.sources.size(), 2u);
    EXPECT_EQ(board.sources[0], (SourceNote{1, "Le Journal", "Le Journal, «\u00a0A title\u00a0», avril 2024",
                                            "https://example.org/a"}));
    EXPECT_EQ(board.sources[1], (SourceNote{2, "The Agency", "The Agency", ""}));
    EXPECT_TRUE(board.hasArticles);
}

}  // namespace
}  // namespace video
