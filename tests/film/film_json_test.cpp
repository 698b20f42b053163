#include "film/film_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "film/film_file.h"

namespace film {
namespace {

using Json = nlohmann::ordered_json;

Film completeFilm() {
    return readFilm(std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/films/complete.toml", {})->film;
}

Json infoOf(const Film& film) {
    return Json::parse(infoJson(film, {"countries", "rivers"}));
}

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& entry : object.items()) keys.push_back(entry.key());
    return keys;
}

TEST(InfoJson, HasItsKeysInAFixedOrder) {
    const Json info = infoOf(completeFilm());
    using Keys = std::vector<std::string>;
    EXPECT_EQ(keysOf(info), (Keys{"title", "languages", "duration_s", "cues", "events", "places", "sources",
                                  "layers", "chapters"}));
    EXPECT_EQ(keysOf(info["cues"][0]),
              (Keys{"id", "start_s", "fly_s", "play_s", "hold_s", "events", "title", "chapter"}));
    EXPECT_EQ(keysOf(info["events"][0]),
              (Keys{"id", "date", "kind", "actor", "from", "to", "via", "count", "count_status", "status",
                    "said_by", "sources", "title", "text", "carrier", "part_of", "outside_articles"}));
    EXPECT_EQ(keysOf(info["places"][0]), (Keys{"id", "name", "lon", "lat", "kind"}));
    EXPECT_EQ(keysOf(info["sources"][0]), (Keys{"id", "title", "publisher", "date", "url", "article"}));
}

TEST(InfoJson, GivesTheFilm) {
    const Json info = infoOf(completeFilm());
    EXPECT_EQ(info["title"], Json::parse(R"({"fr": "Deux arrivées", "en": "Two arrivals"})"));
    EXPECT_EQ(info["languages"], Json::parse(R"(["fr", "en"])"));
    EXPECT_EQ(info["duration_s"], 7.5 + 9 + 9);
    EXPECT_EQ(info["layers"], Json::parse(R"(["countries", "rivers"])"));
}

TEST(InfoJson, GivesAnEvent) {
    EXPECT_EQ(infoOf(completeFilm())["events"][0], Json::parse(R"({
        "id": "E1", "date": "2024-04-10~", "kind": "delivery", "actor": "zulu", "from": "far", "to": "niamey",
        "via": ["bamako"], "count": {"min": 60, "max": 100}, "count_status": "disputed", "status": "announced",
        "said_by": {"fr": "la télévision", "en": "television"}, "sources": ["journal", "agency"],
        "title": {"fr": "Du matériel arrive", "en": "Goods arrive"},
        "text": {"fr": "Un avion.", "en": "A plane.\nIt lands."},
        "carrier": null, "part_of": null, "outside_articles": false})"));
}

TEST(InfoJson, GivesNullForWhatIsNotKnown) {
    const Json event = infoOf(completeFilm())["events"][2];
    for (const char* key : {"from", "to", "count", "said_by", "text"})
        EXPECT_TRUE(event[key].is_null()) << key;
    EXPECT_EQ(event["via"], Json::array());
    EXPECT_EQ(event["count_status"], "none");
    const Json source = infoOf(completeFilm())["sources"][1];
    for (const char* key : {"title", "date", "url"}) EXPECT_TRUE(source[key].is_null()) << key;
}

TEST(InfoJson, GivesASingleCountAsANumber) {
    EXPECT_EQ(infoOf(completeFilm())["events"][1]["count"], 100);
}

TEST(InfoJson, GivesACueWithoutATitleItsFirstEventsTitle) {
    Film film = completeFilm();
    film.cues[1].title = {};
    EXPECT_EQ(infoOf(film)["cues"][1]["title"]["en"], "Goods arrive");
    EXPECT_EQ(infoOf(film)["cues"][1]["start_s"], 7.5);
}

TEST(InfoJson, GivesPlacesAndSources) {
    const Json info = infoOf(completeFilm());
    EXPECT_EQ(info["places"][2],
              Json::parse(R"({"id": "niamey", "name": "Niamey", "lon": 2.1098, "lat": 13.5137,
        "kind": "capital"})"));
    EXPECT_EQ(info["sources"][0],
              Json::parse(R"({"id": "journal", "title": "A title", "publisher": "Le Journal",
        "date": "2024-04", "url": "https://example.org/a", "article": true})"));
}

TEST(InfoJson, IsIndentedByTwoAndTheSameEveryTime) {
    const std::string text = infoJson(completeFilm(), {});
    EXPECT_EQ(text.substr(0, 16), "{\n  \"title\": {\n ");
    EXPECT_EQ(infoJson(completeFilm(), {}), text);
}

TEST(InfoJson, StaysJsonWhateverATextHolds) {
    Film film = completeFilm();
    film.title = base::LocalText("a\"\\\n\xFF");
    EXPECT_EQ(infoOf(film)["title"], "a\"\\\n\uFFFD");
}

}  // namespace
}  // namespace film
