#include "ui/trace.h"

#include "temporary_path.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "small_film.h"

using namespace ui;
using nlohmann::json;

namespace {

std::vector<json> linesOf(const std::string& path) {
    std::ifstream file(path);
    std::vector<json> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(json::parse(line));
    return lines;
}

}  // namespace

TEST(Trace, WritesALineForEveryChangeAndNoneWithout) {
    const std::string path = temporaryPath("trace.jsonl");
    {
        small::Desk desk;
        auto trace = Trace::open(path);
        ASSERT_TRUE(trace);
        trace->note(0, desk.session, {});
        advance(desk.session, 0.5);
        trace->note(0.5, desk.session, {});
        desk.press(key(KeyName::Right));
        trace->note(0.75, desk.session, {});
        desk.press(key('l'));
        desk.press(key('b'));
        trace->note(1, desk.session, {});
        desk.press(key('b'));
        desk.press(key('+'));
        trace->note(2, desk.session, desk.session.detour);
    }
    const auto lines = linesOf(path);
    std::vector<std::string> whats;
    for (const json& line : lines) whats.push_back(line["what"]);
    EXPECT_EQ(whats, (std::vector<std::string>{"start", "cue", "talk", "mode", "language", "mode", "view"}));
    EXPECT_EQ(lines[1]["cue"], "b");
    EXPECT_EQ(lines[1]["ms"], 750);
    EXPECT_EQ(lines[1]["seconds"], 0.0);
    EXPECT_TRUE(lines[1]["view"].is_null());
    EXPECT_EQ(lines[3]["mode"], "black");
    EXPECT_EQ(lines[4]["language"], "en");
    EXPECT_EQ(lines[6]["mode"], "detour");
    EXPECT_NEAR(lines[6]["view"]["width_km"].get<double>(), 2400, 1);
    std::filesystem::remove(path);
}

TEST(Trace, SaysWhichFileCannotBeWritten) {
    const auto trace = Trace::open("/no/such/folder/trace.jsonl");
    ASSERT_FALSE(trace);
    EXPECT_EQ(trace.problems().front().file, "/no/such/folder/trace.jsonl");
    EXPECT_EQ(trace.problems().front().trouble, base::Trouble::Failure);
}

TEST(Trace, TellsWhatIsBrowsedAndHowTimeRuns) {
    const std::string path = temporaryPath("browse.jsonl");
    {
        small::Desk desk;
        auto trace = Trace::open(path);
        trace->note(0, desk.session, {});
        for (const Key& pressed : {key('o'), key('g'), key('>'), key('a'), key('m')}) {
            desk.press(pressed);
            trace->note(1, desk.session, {});
        }
        desk.apply({CommandId::OpenCard, 0, "event:E1", {}});
        trace->note(2, desk.session, {});
    }
    const auto lines = linesOf(path);
    std::vector<std::string> whats;
    for (const json& line : lines) whats.push_back(line["what"]);
    EXPECT_EQ(whats, (std::vector<std::string>{"start", "mode", "open", "mode", "open", "speed", "auto_play",
                                               "ruler", "card"}));
    EXPECT_EQ(lines[1]["mode"], "overview");
    EXPECT_EQ(lines[4]["open"], "chapters");
    EXPECT_EQ(lines[5]["speed"], 1.5);
    EXPECT_EQ(lines.back()["card"], "event:E1");
    std::filesystem::remove(path);
}
