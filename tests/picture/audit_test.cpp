// The rules of an audit that need the map or a caption's words, each with a film that breaks it.
#include "picture/audit.h"

#include <gtest/gtest.h>

#include "clean_film.h"
#include "film/film_file.h"
#include "picture/stage.h"

namespace {

using Lines = std::vector<std::string>;
using Changes = std::vector<std::pair<std::string, std::string>>;

std::vector<film::Place> shippedPlaces() {
    const auto places = film::readGazetteer(std::string(HARMATTAN_SOURCE_DIR) + "/geodata/places.toml");
    EXPECT_TRUE(places);
    return places ? *places : std::vector<film::Place>{};
}

Lines audited(const Changes& changes) {
    const auto file = film::parseFilm(filmWith(changes), "f", shippedPlaces());
    if (!file) {
        for (const auto& problem : file.problems()) ADD_FAILURE() << base::toString(problem);
        return {};
    }
    const picture::Theme night = theme("night");
    Lines lines;
    for (const auto& problem :
         film::inOrder(picture::audit(file->film, file->locations, {world(), fonts(), night}))) {
        lines.push_back((problem.severity == base::Severity::Warning ? "warning " : "") +
                        base::toString(problem).substr(2));
    }
    return lines;
}

std::string words(int count) {
    std::string text = "un";
    for (int i = 1; i < count; ++i) text += " mot";
    return text;
}

}  // namespace

TEST(PictureAudit, FindsNothingInACleanFilm) {
    EXPECT_EQ(audited({}), Lines{});
}

TEST(PictureAudit, WarnsOfAFlightThatIsTooFastToFollow) {
    const Lines lines =
        audited({{"hold = 8\nnotes = { fr = \"Dire", "fly = 0.2\nhold = 9.8\nnotes = { fr = \"Dire"}});
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_NE(lines[0].find("in 0.2 s, faster than an onlooker can follow; give fly at least "),
              std::string::npos)
        << lines[0];
}

TEST(PictureAudit, WantsTimeToReadACaptionWithItsDatesAndSources) {
    // "10 AVRIL 2024", "NIAMEY", 3 words of title, 21 of text, "Source : Le Journal, juin 2024 – d'après la
    // télévision": 36 words at 238 a minute, while the 24 that are said take no more than they have.
    const auto changes = [](int count) {
        return Changes{{"Leur nombre est approximatif.", words(count)},
                       {"hold = 8\nnotes = { fr = \"Dire", "hold = 4.6\nnotes = { fr = \"Dire"}};
    };
    EXPECT_EQ(
        audited(changes(21)),
        Lines{"85:1: the caption of cue \"arrival\" in \"fr\" can be read for 9.0 s; its 36 words, dates "
              "and sources with them, take 9.1 s to read; shorten it, or hold the cue 0.1 s longer"});
    EXPECT_EQ(audited(changes(20)), Lines{});
}

TEST(PictureAudit, WantsTimeToSayATitleAndItsText) {
    const std::string card = "title = { fr = \"Un titre\", en = \"A title\" }\n";
    const auto text = [&](int count) {
        return card + "text = { fr = \"T\", en = \"" + words(count) + "\" }\n";
    };
    EXPECT_EQ(
        audited({{card, text(18)}}),
        Lines{"84:8: the caption of cue \"opening\" in \"en\" can be read for 7.4 s; its 20 words take 7.5 "
              "s to say; shorten it, or hold the cue 0.1 s longer"});
    EXPECT_EQ(audited({{card, text(17)}}), Lines{});
}

TEST(PictureAudit, AsksNothingOfCredits) {
    const std::string title = "title = { fr = \"Sources\", en = \"Sources\" }\n";
    EXPECT_EQ(audited({{title, title + "text = { fr = \"" + words(99) + "\", en = \"T\" }\n"}}), Lines{});
}

TEST(PictureAudit, CountsOneWordAsOne) {
    const Changes oneWord = {{"title = { fr = \"Un titre\", en = \"A title\" }",
                              "title = { fr = \"Titre\", en = \"T\" }\nfly = 0\nplay = 0\nhold = 0.3"}};
    EXPECT_EQ(audited(oneWord),
              (Lines{"79:1: the caption of cue \"opening\" in \"en\" can be read for 0.3 s; its 1 word takes "
                     "0.4 s to say; shorten it, or hold the cue 0.1 s longer",
                     "79:1: the caption of cue \"opening\" in \"fr\" can be read for 0.3 s; its 1 word takes "
                     "0.4 s to say; shorten it, or hold the cue 0.1 s longer"}));
}

TEST(PictureAudit, WantsTimeForEachPageOfTheCredits) {
    const std::string card = "card = \"credits\"\n";
    const auto lasting = [&](const std::string& times) { return std::pair(card, card + times); };
    EXPECT_EQ(audited({lasting("fly = 9\nplay = 1\nhold = 1.4\n")}),
              Lines{"97:1: the credits have 1 page in 2.4 s; give them at least 2.5 s"});
    EXPECT_EQ(audited({lasting("play = 1\nhold = 1.5\n")}), Lines{});

    std::string sources;
    for (int i = 0; i < 150; ++i) {
        sources += "[sources.s" + std::to_string(i) +
                   "]\npublisher = \"Journal\"\ntitle = \"Un article dont le titre est assez long\"\n"
                   "date = 2024\nurl = \"https://example.org\"\n";
    }
    // Credits list what the cues show: two events share the sources, an event may name a hundred.
    const auto named = [](int first, int last) {
        std::string ids;
        for (int i = first; i <= last; ++i) ids += ", \"s" + std::to_string(i) + "\"";
        return ids;
    };
    const auto credited = [&](const std::pair<std::string, std::string>& times) {
        return Changes{
            {"[chapters.whole]", sources + "[chapters.whole]"},
            {"sources = [\"weekly\", \"paper\"]", "sources = [\"weekly\", \"paper\"" + named(0, 74) + "]"},
            {"sources = [\"weekly\"]", "sources = [\"weekly\"" + named(75, 149) + "]"},
            times};
    };
    const auto many = audited(credited(lasting("hold = 0\n")));
    ASSERT_EQ(many.size(), 1u);
    EXPECT_EQ(many[0].find("847:1: the credits have "), 0u) << many[0];
    EXPECT_NE(many[0].find(" pages in 4.0 s; give them at least "), std::string::npos) << many[0];
    const std::string seconds = many[0].substr(many[0].find("least ") + 6);
    EXPECT_GE(std::stod(seconds), 5);
    EXPECT_EQ(audited(credited(lasting("play = 0\nhold = " + seconds.substr(0, seconds.find(' ')) + "\n"))),
              Lines{});
}

TEST(PictureAudit, FindsAPlaceOutsideTheCountryItClaims) {
    EXPECT_EQ(
        audited({{"kind = \"city\"\ncountry = \"NER\"", "kind = \"city\"\ncountry = \"MLI\""}}),
        Lines{"27:11: place \"agadez\" is not in MLI but in NER, 399 km away from it; correct its point or "
              "its country"});
    EXPECT_EQ(
        audited({{"lon = 2.1098", "lon = -21.098"}}),
        Lines{"21:11: place \"niamey\" is not in NER but at sea, 2295 km away from it; correct its point or "
              "its country"});
    EXPECT_EQ(
        audited({{"kind = \"city\"\ncountry = \"NER\"", "kind = \"city\"\ncountry = \"XYZ\""}}),
        Lines{
            "warning 27:11: place \"agadez\" is in country \"XYZ\", which the map does not have; correct the "
            "country; if it is right, the map cannot tell"});
}

TEST(PictureAudit, AllowsFifteenKilometresAndThePrecision) {
    // Gaya, on the Niger, and Malanville across it in Benin.
    const Changes across = {{"lon = 7.9911\nlat = 16.9733", "lon = 3.39\nlat = 11.79"}};
    EXPECT_EQ(audited(across), Lines{});
    const auto away = [](const std::string& precision) {
        return Changes{{"lon = 7.9911\nlat = 16.9733", "lon = 3.3\nlat = 11.5\n" + precision}};
    };
    ASSERT_EQ(audited(away("")).size(), 1u);
    EXPECT_EQ(audited(away("precision_km = 40")), Lines{});
}

TEST(PictureAudit, LetsSymbolsWatersAndDisputedLandStand) {
    const Changes symbol = {{"kind = \"symbol\" # 15", "kind = \"symbol\"\ncountry = \"NER\""}};
    EXPECT_EQ(audited(symbol), Lines{});
    EXPECT_EQ(audited({{"kind = \"symbol\" # 15", "kind = \"water\"\ncountry = \"NER\""}}), Lines{});
    EXPECT_EQ(
        audited({{"camera = { fit = [\"moscow\", \"niamey\"] }", "camera = { fit = [\"perevalne\"] }"}}),
        Lines{})
        << "whose land the Crimea is depends on whom one asks";
}

TEST(PictureAudit, NamesWhereAFilmUsesAPlaceThatItDoesNotDefine) {
    film::Place wrong = shippedPlaces().front();
    wrong.id = "wrong";
    wrong.at = {2.1, 13.5};
    wrong.kind = film::PlaceKind::City;
    wrong.country = "MLI";
    const auto file = film::parseFilm(filmWith({{"from = \"agadez\"", "from = \"wrong\""}}), "f", {wrong});
    ASSERT_TRUE(file);
    film::Findings findings(file->locations);
    picture::checkPlaces(file->film, world(), findings);
    ASSERT_EQ(findings.problems().size(), 1u);
    EXPECT_EQ(findings.problems()[0].line, 71);
}

TEST(PictureAudit, FindsEveryPlaceThatShipsInItsCountry) {
    film::Film film;
    film.places = shippedPlaces();
    const film::Locations locations("geodata/places.toml");
    film::Findings findings(locations);
    picture::checkPlaces(film, world(), findings);
    for (const auto& problem : findings.problems())
        EXPECT_EQ(problem.severity, base::Severity::Warning) << base::toString(problem);
    EXPECT_LE(findings.problems().size(), 1u) << "Tuvalu is too small for the map";
}
