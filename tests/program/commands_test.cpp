// What the commands print, and the JSON that scripts rely on.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program/run_program.h"
#include "program/small_film.h"

namespace {

using Json = nlohmann::json;

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& entry : object.items()) keys.push_back(entry.key());
    return keys;
}

void expectKeys(const Json& object, const std::vector<std::string>& wanted) {
    for (const std::string& key : wanted)
        EXPECT_TRUE(object.contains(key)) << key << " is not among " << Json(keysOf(object));
}

}  // namespace

TEST(Commands, HelpNamesEveryCommandAndVersionTheProgram) {
    const Outcome help = runProgram({"--help"});
    EXPECT_EQ(help.code, 0);
    for (const char* command : {"present", "export", "still", "storyboard", "check", "info", "picture"}) {
        EXPECT_NE(help.out.find(command), std::string::npos) << command;
        const Outcome one = runProgram({"help", command});
        EXPECT_EQ(one.code, 0);
        EXPECT_NE(one.out.find("FILM"), std::string::npos);
    }
    EXPECT_EQ(runProgram({"--version"}).out.rfind("harmattan ", 0), 0u);
}

TEST(Commands, TheFilmThatShipsHasNoProblems) {
    const Outcome run = runProgram({"check"});
    EXPECT_EQ(run.code, 0) << run.error;
    EXPECT_EQ(run.error, "");
    EXPECT_NE(run.out.find("no problems"), std::string::npos);
}

TEST(Commands, InfoKeepsItsKeys) {
    const Outcome run = runProgram({"info", "--json"});
    ASSERT_EQ(run.code, 0) << run.error;
    const Json info = Json::parse(run.out);
    expectKeys(info, {"title", "languages", "duration_s", "cues", "events", "places", "sources", "layers"});
    EXPECT_GE(info["cues"].size(), 10u);
    for (const Json& cue : info["cues"])
        expectKeys(cue, {"id", "start_s", "fly_s", "play_s", "hold_s", "events", "title"});
    for (const Json& event : info["events"]) {
        expectKeys(event, {"id", "date", "kind", "actor", "from", "to", "via", "count", "count_status",
                           "status", "said_by", "sources", "title", "text"});
    }
    for (const Json& place : info["places"]) expectKeys(place, {"id", "name", "lon", "lat", "kind"});
    for (const Json& source : info["sources"])
        expectKeys(source, {"id", "title", "publisher", "date", "url"});
}

TEST(Commands, TheSahelFilmTellsItsArrivalsDeparturesAndVisits) {
    const Json info = Json::parse(runProgram({"info", "--json"}).out);
    std::map<std::string, Json> events;
    for (const Json& event : info["events"]) events[event["id"]] = event;
    for (const char* id : {"E10", "E16", "E25", "E29", "E35", "E37", "E45", "E46", "E47", "E48"}) {
        ASSERT_TRUE(events.count(id)) << id;
        EXPECT_FALSE(events[id]["sources"].empty()) << id;
        EXPECT_TRUE(events[id]["title"].contains("fr") && events[id]["title"].contains("en")) << id;
    }
    EXPECT_EQ(events["E29"]["date"], "2024-04-10");
    EXPECT_EQ(events["E29"]["kind"], "arrival");
    EXPECT_TRUE(events["E29"]["count"].is_null());
    EXPECT_EQ(events["E16"]["to"], "unknown");
}

TEST(Commands, PictureKeepsItsKeys) {
    TemporaryFolder folder;
    writeFile(folder.path("film.toml"), kSmallFilm);
    const Outcome run = runProgram({"picture", folder.path("film.toml"), "--at", "1.5s", "--size", "1280x720",
                                    "--lang", "en", "--json"});
    ASSERT_EQ(run.code, 0) << run.error;
    const Json picture = Json::parse(run.out);
    expectKeys(picture, {"size", "time_s", "cue", "language", "theme", "camera", "arrows", "marks", "labels",
                         "panels"});
    EXPECT_EQ(picture["size"], Json::array({1280, 720}));
    EXPECT_EQ(picture["time_s"], 1.5);
    EXPECT_EQ(picture["cue"], "first");
    EXPECT_EQ(picture["language"], "en");
    expectKeys(picture["camera"], {"center", "width_km", "bearing", "pitch"});
    ASSERT_EQ(picture["arrows"].size(), 1u);
    expectKeys(picture["arrows"][0],
               {"event", "actor", "direction", "style", "width_px", "progress", "alpha", "points"});
    EXPECT_EQ(picture["arrows"][0]["direction"], "arrival");
    EXPECT_EQ(picture["arrows"][0]["style"], "solid");
    ASSERT_FALSE(picture["labels"].empty());
    for (const Json& label : picture["labels"]) expectKeys(label, {"id", "text", "rank", "box", "alpha"});
    ASSERT_FALSE(picture["panels"].empty());
    for (const Json& panel : picture["panels"]) expectKeys(panel, {"id", "box", "texts", "alpha"});
}
