// What a film file becomes when it is right: values, defaults, places looked up.
#include "film/film_file.h"

#include <gtest/gtest.h>

#include "film_text.h"

namespace film {
namespace {

using Lines = std::vector<std::string>;

std::string dataFile(const std::string& name) {
    return std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/films/" + name;
}

std::vector<std::string> idsOf(const std::vector<Place>& places) {
    std::vector<std::string> ids;
    for (const Place& place : places) ids.push_back(place.id);
    return ids;
}

Place knownPlace(const std::string& id, double lon, double lat) {
    Place place;
    place.id = id;
    place.name = base::LocalText(id + " of the gazetteer");
    place.at = {lon, lat};
    place.kind = PlaceKind::Base;
    place.precisionKm = 3;
    place.rank = 2;
    place.country = "MLI";
    return place;
}

TEST(FilmFile, ReadsTheFilmThatTestsStartFromWithoutAWord) {
    EXPECT_EQ(said({}), Lines{});
}

TEST(FilmFile, ReadsEveryKey) {
    const auto file = readFilm(dataFile("complete.toml"), {});
    ASSERT_TRUE(file) << base::toString(file.problems()[0]);
    EXPECT_TRUE(file->warnings.empty());
    const Film& film = file->film;
    EXPECT_EQ(film.file, dataFile("complete.toml"));
    EXPECT_EQ(film.title.in("en"), "Two arrivals");
    EXPECT_EQ(film.languages, (Lines{"fr", "en"}));
    EXPECT_EQ(film.projection, "EPSG:3857");
    EXPECT_EQ(film.theme, "themes/mine.toml");
    EXPECT_EQ(film.focus, (Lines{"MLI", "NER"}));
    EXPECT_EQ(film.actors[0], (Actor{"zulu", base::LocalText("Zulu"), *base::parseColor("#0af")}));
    EXPECT_EQ(film.actors[1].id, "alpha");
    const Place& niamey = *findPlace(film, "niamey");
    EXPECT_EQ(niamey.at, (base::LonLat{2.1098, 13.5137}));
    EXPECT_EQ(niamey.kind, PlaceKind::Capital);
    EXPECT_EQ(niamey.precisionKm, 1.0);
    EXPECT_EQ(niamey.rank, 1);
    EXPECT_EQ(niamey.country, "NER");
}

TEST(FilmFile, ReadsEveryKeyOfSourcesAndEvents) {
    const Film film = readFilm(dataFile("complete.toml"), {})->film;
    const Source source = {
        "journal", "A title", "Le Journal", base::parseEdtf("2024-04").date, "https://example.org/a", true};
    EXPECT_EQ(*findSource(film, "journal"), source);
    const Event& event = *findEvent(film, "E1");
    EXPECT_EQ(event.date.toString(), "2024-04-10~");
    EXPECT_EQ(event.kind, EventKind::Delivery);
    EXPECT_EQ(event.actor, "zulu");
    EXPECT_EQ(event.from, "far");
    EXPECT_EQ(event.to, "niamey");
    EXPECT_EQ(event.via, (Lines{"bamako"}));
    EXPECT_EQ(event.count, (Count{60, 100}));
    EXPECT_EQ(event.countStatus, CountStatus::Disputed);
    EXPECT_EQ(event.status, ClaimStatus::Announced);
    EXPECT_EQ(event.saidBy.in("fr"), "la télévision");
    EXPECT_EQ(event.sources, (Lines{"journal", "agency"}));
    EXPECT_EQ(event.title.in("en"), "Goods arrive");
    EXPECT_EQ(event.text.in("en"), "A plane.\nIt lands.");
    EXPECT_EQ(findEvent(film, "E2")->date.toString(), "2024-05-01");
    EXPECT_EQ(findEvent(film, "E3")->date.toString(), "2024");
}

TEST(FilmFile, ReadsEveryKeyOfCues) {
    const Film film = readFilm(dataFile("complete.toml"), {})->film;
    const Cue& title = film.cues[0];
    EXPECT_EQ(title.card, CueCard::Title);
    EXPECT_EQ(title.camera.center, (base::LonLat{2, 15}));
    EXPECT_EQ(title.camera.widthKm, 4300.0);
    EXPECT_EQ(title.camera.bearing, 270);
    EXPECT_EQ(title.camera.pitch, 30);
    EXPECT_TRUE(title.camera.fit.empty());
    EXPECT_EQ(title.seconds(), 7.5);
    const Cue& first = film.cues[1];
    EXPECT_EQ(first.events, (Lines{"E1", "E2"}));
    EXPECT_EQ(first.camera.fit, (Lines{"niamey", "BFA"}));
    EXPECT_EQ(first.title.in("fr"), "Deux arrivées");
    EXPECT_EQ(first.text.in("fr"), "Un texte");
    EXPECT_EQ(first.notes.in("fr"), "Respirer.");
    EXPECT_EQ(film.cues[2].card, CueCard::Credits);
}

TEST(FilmFile, FillsInWhatIsLeftOut) {
    const Film film = filmOf({{4, ""}, {5, ""}, {6, ""}});
    EXPECT_EQ(film.projection, "+proj=laea +lat_0=24 +lon_0=9");
    EXPECT_EQ(film.theme, "night");
    EXPECT_TRUE(film.focus.empty());
    EXPECT_FALSE(film.graticule);
    EXPECT_FALSE(film.scaleBar);
    EXPECT_EQ(film.places[0].rank, 3);
    EXPECT_EQ(film.places[0].precisionKm, std::nullopt);
    EXPECT_EQ(film.events[0].from, "unknown");
    EXPECT_EQ(film.events[0].status, ClaimStatus::Confirmed);
    EXPECT_EQ(film.events[0].count, std::nullopt);
    EXPECT_EQ(film.events[0].countStatus, CountStatus::Unknown);
    EXPECT_EQ(film.cues[0].flySeconds, 2);
    EXPECT_EQ(film.cues[0].playSeconds, 4);
    EXPECT_EQ(film.cues[0].holdSeconds, 3);
    EXPECT_EQ(film.cues[0].camera.bearing, 0);
    EXPECT_EQ(film.cues[0].camera.pitch, 0);
}

TEST(FilmFile, KeepsTheCameraOfThePreviousCue) {
    const Film film =
        filmOf({{28, "camera = { fit = [\"niamey\"], pitch = 10 }\n[[cues]]\nid = \"next\"\ntitle = \"N\""}});
    EXPECT_EQ(film.cues[1].camera, film.cues[0].camera);
}

TEST(FilmFile, BeginsOnTheFocusCountries) {
    EXPECT_EQ(filmOf({{28, ""}}).cues[0].camera.fit, (Lines{"NER"}));
    EXPECT_EQ(said({{4, ""}, {5, ""}, {6, ""}, {28, ""}}),
              (Lines{"25:1: the first cue has no camera and the film has no focus countries; "
                     "give camera = { fit = [...] }"}));
}

TEST(FilmFile, TakesTheBearingModuloAFullTurn) {
    const auto bearing = [](const std::string& written) {
        return filmOf({{28, "camera = { fit = [\"niamey\"], bearing = " + written + " }"}})
            .cues[0]
            .camera.bearing;
    };
    EXPECT_EQ(bearing("-90"), 270);
    EXPECT_EQ(bearing("360"), 0);
    EXPECT_EQ(bearing("725.5"), 5.5);
    EXPECT_EQ(bearing("-1e-300"), 0);
}

TEST(FilmFile, TakesWholeNumbersForFractionsAndTomlDatesForDays) {
    EXPECT_EQ(filmOf({{12, "lon = 2"}}).places[0].at.lon, 2);
    EXPECT_EQ(filmOf({{19, "date = 2024-02-29"}}).events[0].date.toString(), "2024-02-29");
    EXPECT_EQ(filmOf({{19, "date = 2024"}}).events[0].date.toString(), "2024");
}

TEST(FilmFile, TakesACountWithoutAStatusAsUnknownAndSaysSo) {
    EXPECT_EQ(filmOf({{22, "to = \"niamey\"\ncount = 60"}}).events[0].countStatus, CountStatus::Unknown);
    EXPECT_EQ(
        said({{22, "to = \"niamey\"\ncount = 60"}}),
        (Lines{"warning 23:9: count has no count_status; it counts as unknown; say exact, approx, presence, "
               "cumulative or disputed"}));
}

TEST(FilmFile, TakesACountFromMinToMaxAsARange) {
    const std::map<int, std::string> range = {{22, "to = \"niamey\"\ncount = { min = 60, max = 100 }"}};
    EXPECT_EQ(filmOf(range).events[0].countStatus, CountStatus::Range);
    EXPECT_EQ(said(range), Lines{});
}

TEST(FilmFile, HasNothingToCountWhereNobodyMoves) {
    EXPECT_EQ(filmOf({{20, "kind = \"coup\""}}).events[0].countStatus, CountStatus::None);
    EXPECT_EQ(filmOf({{20, "kind = \"presence\""}}).events[0].countStatus, CountStatus::Unknown);
}

TEST(FilmFile, LeavesAPlaceOutOfEventsThatHappenNowhereInParticular) {
    EXPECT_EQ(filmOf({{20, "kind = \"agreement\""}, {22, ""}}).events[0].to, "");
}

TEST(FilmFile, LetsADepartureLeaveItsDestinationOut) {
    const Film film = filmOf({{20, "kind = \"departure\""}, {22, "from = \"niamey\""}});
    EXPECT_EQ(film.events[0].to, "unknown");
    EXPECT_TRUE(film.events[0].isMovement());
}

TEST(FilmFile, LooksUpPlacesInTheGazetteer) {
    const Film film = filmOf(
        {{22, "to = \"gao\"\nvia = [\"segou\"]"}, {28, "camera = { fit = [\"mopti\"] }"}},
        {knownPlace("tombouctou", -3, 16.8), knownPlace("segou", -6.3, 13.4), knownPlace("mopti", -4.2, 14.5),
         knownPlace("gao", 0, 16.3), knownPlace("ansongo", 0.5, 15.7)});
    EXPECT_EQ(idsOf(film.places), (Lines{"gao", "mopti", "niamey", "segou"}));
    EXPECT_EQ(idsOf(film.gazetteer), (Lines{"ansongo", "tombouctou"}));
    EXPECT_EQ(*findPlace(film, "gao"), knownPlace("gao", 0, 16.3));
}

TEST(FilmFile, InheritsFromTheGazetteerWhatAPlaceDoesNotGive) {
    const Film film =
        filmOf({{11, ""}, {12, "lon = 2.2"}, {13, ""}, {14, ""}}, {knownPlace("niamey", 2.1, 13.4)});
    Place expected = knownPlace("niamey", 2.2, 13.4);
    EXPECT_EQ(film.places, std::vector<Place>{expected});
    EXPECT_TRUE(film.gazetteer.empty());
}

TEST(FilmFile, TakesThreeCapitalsForACountryWhenNoneAreListed) {
    EXPECT_EQ(said({{6, "focus = [\"XYZ\"]"}, {28, "camera = { fit = [\"QQQ\"] }"}}), Lines{});
}

TEST(FilmFile, IsTheSameWhenReadTwice) {
    EXPECT_EQ(readFilm(dataFile("complete.toml"), {})->film, readFilm(dataFile("complete.toml"), {})->film);
}

TEST(FilmFile, ReadsWindowsLinesAndAByteOrderMark) {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : filmText()) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(saidAbout(text), Lines{});
    EXPECT_EQ(parseFilm(text, "film.toml", {})->film, filmOf({}));
}

TEST(FilmFile, OrdersTextsByLanguageAsTheFileDoes) {
    const auto title = filmOf({{2, "title = { fr = \"F\", en = \"E\" }"}}).title;
    EXPECT_EQ(title.byLanguage.front().first, "fr");
    EXPECT_EQ(filmOf({{2, "title = { en = \"E\", fr = \"F\" }"}}).title.byLanguage.front().first, "en");
}

TEST(Gazetteer, IsSortedById) {
    const auto places = readGazetteer(dataFile("gazetteer.toml"));
    ASSERT_TRUE(places) << base::toString(places.problems()[0]);
    EXPECT_EQ(idsOf(*places), (Lines{"bamako", "lake-chad", "niamey"}));
    EXPECT_EQ((*places)[1].kind, PlaceKind::Water);
    EXPECT_EQ((*places)[1].rank, 2);
    EXPECT_EQ((*places)[0].country, "MLI");
    EXPECT_EQ((*places)[1].name.in("ar"), "بحيرة تشاد");
}

TEST(Gazetteer, ReportsItsErrors) {
    const auto places = readGazetteer(dataFile("broken-gazetteer.toml"));
    ASSERT_FALSE(places);
    ASSERT_EQ(places.problems().size(), 2u);
    EXPECT_EQ(base::toString(places.problems()[0]),
              dataFile("broken-gazetteer.toml") +
                  ":5:7: lat must be from -90 to 90, not 113.5; longitude comes first; are they swapped?");
    EXPECT_EQ(base::toString(places.problems()[1]),
              dataFile("broken-gazetteer.toml") + ":8:2: unknown key \"title\"; one of: format, places");
}

}  // namespace
}  // namespace film
