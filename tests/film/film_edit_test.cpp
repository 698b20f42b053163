#include "film/film_edit.h"

#include <gtest/gtest.h>

#include <random>

#include "base/file.h"
#include "clean_film.h"
#include "film/film_file.h"

using namespace film;

namespace {

const std::string kFilms = std::string(HARMATTAN_SOURCE_DIR) + "/assets/films/";

/// A shipped film with its files' texts.
FilmFile shipped(const std::string& name, const Draft& draft = {}) {
    static const auto gazetteer = readGazetteer(std::string(HARMATTAN_SOURCE_DIR) + "/geodata/places.toml");
    auto file = readFilm(kFilms + name, *gazetteer, {}, draft);
    if (file) return std::move(*file);
    ADD_FAILURE() << base::toString(file.problems().front());
    return FilmFile{{}, {}, Locations(), {}};
}

void set(base::LocalText& text, const std::string& language, const std::string& value) {
    for (auto& [name, words] : text.byLanguage) {
        if (name == language || name.empty()) {
            words = value;
            return;
        }
    }
    text.byLanguage.emplace_back(language, value);
}

/// The film as it shall be after the edit, made in another way.
void setIn(Film& film, const EditTarget& target, const std::string& value) {
    for (Event& event : film.events) {
        if (target.list != "events" || event.id != target.id) continue;
        if (target.key == "title") set(event.title, target.language, value);
        if (target.key == "text") set(event.text, target.language, value);
        if (target.key == "date") event.date = *base::parseEdtf(value).date;
    }
    for (Cue& cue : film.cues) {
        if (target.list != "cues" || cue.id != target.id) continue;
        if (target.key == "title") set(cue.title, target.language, value);
        if (target.key == "text") set(cue.text, target.language, value);
        if (target.key == "notes") set(cue.notes, target.language, value);
    }
}

/// What is in `now` where `before` has something else: everything else is the same, byte for byte.
std::pair<std::string, std::string> difference(const std::string& before, const std::string& now) {
    std::size_t head = 0, tail = 0;
    const std::size_t most = std::min(before.size(), now.size());
    while (head < most && before[head] == now[head]) ++head;
    while (tail < most - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
    return {before.substr(head, before.size() - head - tail), now.substr(head, now.size() - head - tail)};
}

const std::vector<std::string> kOddTexts = {"Deux mots",
                                            "« Guillemets » et \"quotes\"",
                                            "C:\\temp\\new",
                                            "ligne\nligne",
                                            "😀 l’été, 'x' # no { comment }",
                                            "=",
                                            "]",
                                            "\"\"\"",
                                            "un\ttab",
                                            "é",
                                            std::string(400, 'm')};
const std::vector<std::string> kDates = {"2024", "2024-05~", "2023-10-10/2023-12-22"};

std::string edited(const std::string& text, const EditTarget& target, const std::string& value) {
    const auto edit = editFilm(text, "film.toml", target, value);
    return edit ? edit->text : "refused: " + base::toString(edit.problems().front());
}

}  // namespace

TEST(FilmEdit, RandomEditsOfTheShippedFilmsChangeOneFieldAndNothingElse) {
    std::mt19937 random(7);
    const auto any = [&](std::size_t count) { return random() % count; };
    for (const std::string name : {"sahel.toml", "sahel-90s.toml"}) {
        const FilmFile before = shipped(name);
        for (int i = 0; i < 15; ++i) {
            const bool isEvent = any(2) == 0;
            const Event& event = before.film.events[any(before.film.events.size())];
            const Cue& cue = before.film.cues[any(before.film.cues.size())];
            const std::vector<std::string> keys = isEvent
                                                      ? std::vector<std::string>{"title", "text", "date"}
                                                      : std::vector<std::string>{"title", "text", "notes"};
            EditTarget target{isEvent ? "events" : "cues", isEvent ? event.id : cue.id, keys[any(3)],
                              any(2) == 0 ? "fr" : "en"};
            if (target.key == "date") target.language.clear();
            const auto& values = target.key == "date" ? kDates : kOddTexts;
            const std::string value = values[any(values.size())];
            const std::string file = before.locations.of(target.list + "/" + target.id).file;
            const std::string& text = before.texts.at(file);
            const auto edit = editFilm(text, file, target, value);
            ASSERT_TRUE(edit) << base::toString(edit.problems().front());
            const auto [old, now] = difference(text, edit->text);
            EXPECT_LE(old.size(), 1200u);
            EXPECT_LE(now.size(), value.size() * 2 + 40);
            Film expected = before.film;
            setIn(expected, target, value);
            EXPECT_EQ(shipped(name, {file, edit->text}).film, expected)
                << target.list << "/" << target.id << "/" << target.key << " = " << value;
            const auto back = editToml(edit->text, file, edit->back);
            ASSERT_TRUE(back);
            EXPECT_EQ(back->text, text);
        }
    }
}

TEST(FilmEdit, TheShippedEventsWithOtherLineEndsAreEditedInTheSameWay) {
    const auto withReturns = [](const std::string& text) {
        std::string all = "\xEF\xBB\xBF";
        for (const char c : text) all += c == '\n' ? std::string("\r\n") : std::string(1, c);
        return all;
    };
    const std::string text = *base::readFile(kFilms + "sahel-events.toml", 1 << 20);
    for (const EditTarget& target :
         {EditTarget{"events", "E16", "title", "fr"}, EditTarget{"events", "E16", "via", ""},
          EditTarget{"events", "E29", "date", ""}, EditTarget{"events", "E01", "text", "en"}}) {
        const std::string value = target.key == "date" ? "2024-05~" : "l’été";
        EXPECT_EQ(edited(withReturns(text), target, value), withReturns(edited(text, target, value)));
    }
}

TEST(FilmEdit, ADraftStandsForItsFileAlone) {
    const FilmFile before = shipped("sahel.toml");
    const std::string events = kFilms + "sahel-events.toml";
    ASSERT_TRUE(before.texts.contains(events));
    EXPECT_EQ(before.texts.at(events), *base::readFile(events, 1 << 20));
    EXPECT_FALSE(readFilm(kFilms + "sahel.toml", {}, {}, {events, "format = 1\n= 2"}));
}

TEST(FilmEdit, AnEmptyTextIsTakenOutAndTheLastOneWithItsKey) {
    const std::string text = "[[cues]]\nid = \"x\"\ntext = { fr = \"a\", en = \"b\" }\ntitle = \"t\"\n";
    const std::string one = edited(text, {"cues", "x", "text", "en"}, "");
    EXPECT_EQ(one, "[[cues]]\nid = \"x\"\ntext = { fr = \"a\" }\ntitle = \"t\"\n");
    EXPECT_EQ(edited(one, {"cues", "x", "text", "fr"}, ""), "[[cues]]\nid = \"x\"\ntitle = \"t\"\n");
    EXPECT_EQ(edited(text, {"cues", "x", "title", "fr"}, "u"),
              "[[cues]]\nid = \"x\"\ntext = { fr = \"a\", en = \"b\" }\ntitle = \"u\"\n");
}

TEST(FilmEdit, SetsPlacesAndTheWayBetweenThem) {
    const std::string text = "[[events]]\nid = \"x\"\nfrom = \"a\"\nto = \"b\"\nsources = []\n";
    EXPECT_EQ(edited(text, {"events", "x", "to", ""}, "c"),
              "[[events]]\nid = \"x\"\nfrom = \"a\"\nto = \"c\"\nsources = []\n");
    EXPECT_EQ(edited(text, {"events", "x", "via", ""}, "c,  d"),
              "[[events]]\nid = \"x\"\nfrom = \"a\"\nto = \"b\"\nvia = [\"c\", \"d\"]\nsources = []\n");
    EXPECT_EQ(edited(text, {"events", "x", "from", ""}, ""),
              "[[events]]\nid = \"x\"\nto = \"b\"\nsources = []\n");
    EXPECT_TRUE(
        edited(text, {"events", "x", "to", ""}, "c\x01").starts_with("refused: film.toml: the text holds"));
}

TEST(FilmEdit, ACameraReadsBackAsItIsWritten) {
    CameraSpec camera;
    camera.center = base::LonLat{-2.34567891, 15.00049};
    camera.widthKm = 1234.5678;
    camera.bearing = -10.04;
    camera.pitch = 30.06;
    const CameraSpec round = roundedCamera(camera, 1280);
    EXPECT_EQ(cameraSource(round),
              "{ center = [-2.346, 15], width_km = 1234.6, bearing = 350, pitch = 30.1 }");
    const std::string film = filmWith({{"camera = { fit = [\"NER\"] }", "camera = " + cameraSource(round)}});
    const auto read = parseFilm(film, "film.toml", {});
    ASSERT_TRUE(read) << base::toString(read.problems().front());
    EXPECT_EQ(read->film.cues[2].camera, round);
    EXPECT_EQ(edited(kCleanFilm, {"cues", "leaving", "camera", ""}, cameraSource(round)), film);
    EXPECT_EQ(editedValue(read->film, {"cues", "leaving", "camera", ""}), cameraSource(round));
}

TEST(FilmEdit, ACameraHasNoMoreDigitsThanCanBeSeen) {
    CameraSpec camera;
    camera.center = base::LonLat{2.123456789, -0.00001};
    camera.widthKm = 4321.987;
    EXPECT_EQ(cameraSource(roundedCamera(camera, 1920)), "{ center = [2.123, 0], width_km = 4322 }");
    camera.widthKm = 51.23456;
    EXPECT_EQ(cameraSource(roundedCamera(camera, 1920)),
              "{ center = [2.12346, -0.00001], width_km = 51.23 }");
    camera.widthKm = 20000;
    camera.bearing = 359.99;
    EXPECT_EQ(cameraSource(roundedCamera(camera, 1280)), "{ center = [2.12, 0], width_km = 20000 }");
}

TEST(FilmEdit, APlaceReadsBackAsItIsWritten) {
    const std::string place = placeSource({2.123456, 13.50049}, 300, "12 km from Niamey");
    EXPECT_EQ(place,
              "# 12 km from Niamey\n[places.new-place]\nname = \"New place\"\nlon = 2.123\nlat = 13.5\nkind "
              "= \"city\"\n");
    const auto read = parseFilm(kCleanFilm + "\n" + place, "film.toml", {});
    ASSERT_TRUE(read) << base::toString(read.problems().front());
    const Place* found = findPlace(read->film, "new-place");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->at, (base::LonLat{2.123, 13.5}));
}

TEST(FilmEdit, ValuesAreShownAsTheyAreTyped) {
    const auto read = parseFilm(kCleanFilm, "film.toml", {});
    ASSERT_TRUE(read);
    EXPECT_EQ(editedValue(read->film, {"events", "E2", "date", ""}), "2023-10-10/2023-12-22");
    EXPECT_EQ(editedValue(read->film, {"events", "E2", "title", "en"}), "Troops leave Niger");
    EXPECT_EQ(editedValue(read->film, {"events", "E2", "from", ""}), "niamey");
    EXPECT_EQ(editedValue(read->film, {"cues", "arrival", "camera", ""}),
              "{ fit = [\"moscow\", \"niamey\"] }");
    EXPECT_EQ(editedValue(read->film, {"cues", "arrival", "title", "en"}), "");
    EXPECT_EQ(editedValue(read->film, {"cues", "nobody", "title", "en"}), "");
}
