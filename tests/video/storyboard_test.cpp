#include "video/storyboard.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "film/film_file.h"
#include "video/storyboard_state.h"
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

TEST(Storyboard, SaysWhichEventComprisesAnother) {
    film::Film film = completeFilm();
    film.events[1].partOf = "E1";
    const Storyboard board = makeStoryboard(film, "en", Notes::Shown);
    EXPECT_EQ(board.cues[1].events[0].partOf, "");
    EXPECT_EQ(board.cues[1].events[1].partOf, "Goods arrive");
}

TEST(Storyboard, NamesChaptersAndWhichAreOptional) {
    film::Film film = completeFilm();
    film.chapters = {{"one", base::LocalText("Un"), false, true},
                     {"two", base::LocalText("Deux"), true, true}};
    film.cues[1].chapter = "one";
    film.cues[2].chapter = "two";
    const Storyboard fr = makeStoryboard(film, "fr", Notes::Shown);
    EXPECT_EQ(fr.cues[0].chapter, "");
    EXPECT_EQ(fr.cues[1].chapter, "Un");
    EXPECT_EQ(fr.cues[2].chapter, "Deux (facultatif)");
    EXPECT_EQ(makeStoryboard(film, "en", Notes::Shown).cues[2].chapter, "Deux (optional)");
}

TEST(Storyboard, SaysEveryClaimOnceAndWhatIsOutsideTheArticles) {
    film::Film film = completeFilm();
    const CueNote both = makeStoryboard(film, "en", Notes::Shown).cues[1];
    EXPECT_EQ(both.claims, (std::vector<std::string>{"confirmed", "announced, not done yet"}));
    EXPECT_EQ(both.badge, "partly outside the articles");
    film.cues[1].events = {"E2", "E3"};
    const CueNote outside = makeStoryboard(film, "fr", Notes::Shown).cues[1];
    EXPECT_EQ(outside.claims, std::vector<std::string>{"confirmé"});
    EXPECT_EQ(outside.badge, "hors des articles");
    film.cues[1].events = {"E1"};
    EXPECT_EQ(makeStoryboard(film, "fr", Notes::Shown).cues[1].badge, "");
}

// The first cue shows the state of MLI and NER: Alfa is leaving Mali, which has begun to leave the pact.
film::Film filmWithState(const char* date) {
    film::Film film = completeFilm();
    film.events[0].status = film::ClaimStatus::Reported;  // what is announced would attest nothing
    film.presences = {{"alpha", "MLI", {"E2"}, ""}, {"zulu", "NER", {"E1"}, ""}};
    film.alliances = {{"pact",
                       base::LocalText("Le Pacte"),
                       base::LocalText("Pacte"),
                       {},
                       false,
                       {{"MLI", "", "E2", ""}, {"NER", "E1", "", ""}},
                       "E2",
                       base::LocalText("Nouveau pacte")}};
    film.cues[0].state = true;
    film.cues[0].date = base::parseEdtf(date).date;
    return film;
}

std::string nameOfCountry(std::string_view code) {
    return code == "MLI" ? "Mali" : "";
}

TEST(Storyboard, SaysWhatTheTagsOfTheMapRestOn) {
    const film::Film film = filmWithState("2024-04/2024-05");
    const CueNote cue = makeStoryboard(film, "en", Notes::Shown, nameOfCountry).cues[0];
    ASSERT_TRUE(cue.state);
    EXPECT_EQ(cue.state->asOf, "The map as of 31 May 2024");
    ASSERT_EQ(cue.state->countries.size(), 2u);
    const CountryNote& mali = cue.state->countries[0];
    EXPECT_EQ(mali.name, "Mali");
    ASSERT_EQ(mali.tags.size(), 2u);
    EXPECT_EQ(mali.tags[0].name, "Alfa");
    EXPECT_EQ(mali.tags[0].how, "presence attested");
    ASSERT_EQ(mali.tags[0].events.size(), 1u);
    EXPECT_EQ(mali.tags[0].events[0].title, "Départ");
    EXPECT_EQ(mali.tags[0].events[0].sources, std::vector<int>{2});
    EXPECT_TRUE(mali.tags[0].events[0].outside);
    EXPECT_EQ(mali.tags[1].name, "Nouveau pacte");
    EXPECT_EQ(mali.tags[1].how, "member since before the film, exit announced");
    EXPECT_EQ(mali.tags[1].events.size(), 1u);  // leaving and renamed by the same event
    const CountryNote& niger = cue.state->countries[1];
    EXPECT_EQ(niger.name, "NER");
    ASSERT_EQ(niger.tags.size(), 2u);
    EXPECT_EQ(niger.tags[0].name, "Zulu");
    EXPECT_EQ(niger.tags[0].events[0].saidBy, "television");
    EXPECT_EQ(niger.tags[1].how, "member");
    EXPECT_EQ(niger.tags[1].events.size(), 2u);  // joined, renamed
    EXPECT_EQ(cue.sources, (std::vector<int>{1, 2}));
    EXPECT_EQ(cue.badge, "partly outside the articles");
}

TEST(Storyboard, SaysWhichTagsAreAttestedLaterOrDisputed) {
    film::Film film = filmWithState("2024-04");
    film.events[0].status = film::ClaimStatus::Disputed;
    const CueNote cue = makeStoryboard(film, "fr", Notes::Shown).cues[0];
    ASSERT_TRUE(cue.state);
    EXPECT_EQ(cue.state->asOf, "La carte au 30 avril 2024");
    const auto& mali = cue.state->countries[0].tags;
    ASSERT_EQ(mali.size(), 2u);
    EXPECT_EQ(mali[0].how, "attestée plus tard, début non daté");
    EXPECT_EQ(mali[0].events.size(), 1u);
    EXPECT_EQ(mali[1].name, "Pacte");
    EXPECT_EQ(mali[1].how, "membre depuis avant le film");
    EXPECT_TRUE(mali[1].events.empty());
    EXPECT_EQ(cue.state->countries[1].tags[0].how, "présence contestée");
}

TEST(Storyboard, EveryForceOnTheMapOfTheShippedFilmNamesItsEvents) {
    const std::string root = HARMATTAN_SOURCE_DIR;
    const auto gazetteer = film::readGazetteer(root + "/geodata/places.toml");
    ASSERT_TRUE(gazetteer.ok());
    const auto file = film::readFilm(root + "/assets/films/sahel.toml", *gazetteer);
    ASSERT_TRUE(file.ok());
    const film::Film& film = file->film;
    const film::StateTable states(film);
    for (const std::string& country : film.focus) {
        for (const base::Day change : states.changes(country)) {
            for (const int offset : {-1, 0, 1}) {
                const base::Day day{change.sinceEpoch + offset};
                const auto tags = tagsOnMap(film, states, country, day, "fr");
                const film::CountryState state = states.at(country, day);
                EXPECT_EQ(tags.size(), state.forces.size() + state.memberships.size());
                for (std::size_t i = 0; i < std::min(tags.size(), state.forces.size()); ++i)
                    EXPECT_FALSE(tags[i].events.empty()) << country << " " << tags[i].name;
            }
        }
    }
}

}  // namespace
}  // namespace video
