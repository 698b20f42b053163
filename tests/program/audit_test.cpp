// The audit as an editor runs it: every fault of a film named at its place, in words and in JSON.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "clean_film.h"
#include "program/run_program.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class Audit : public testing::Test {
  protected:
    std::string film() const { return folder.path("film.toml"); }
    Outcome audit(const std::string& text, const std::vector<std::string>& more = {}) {
        writeFile(film(), text);
        std::vector<std::string> words{"check", film(), "--audit"};
        words.insert(words.end(), more.begin(), more.end());
        return runProgram(words);
    }

    TemporaryFolder folder;
};

/// One fault of each kind in one film.
std::string filmOfFaults() {
    std::string text = "un";
    for (int i = 0; i < 40; ++i) text += " mot";
    std::string flashes;
    for (const char* id : {"f1", "f2", "f3", "f4"}) {
        flashes += "[[cues]]\nid = \"" + std::string(id) +
                   "\"\ncard = \"credits\"\nfly = 0\nplay = 0\nhold = 0.2\n"
                   "title = { fr = \"S\", en = \"S\" }\nnotes = { fr = \"N\", en = \"N\" }\n";
    }
    return filmWith({{"lat = 16.9733 # 25\nkind = \"city\"\ncountry = \"NER\"",
                      "lat = 16.9733\nkind = \"city\"\ncountry = \"MLI\""},
                     {"publisher = \"Le Journal\"", "title = \"T\""},
                     {"date = \"2024-06\" # 30", "date = \"2024-03\""},
                     {"date = \"2023-12-22\"\n", ""},
                     {"{ fr = \"Le tout\", en = \"The whole\" }", "\"Tout\""},
                     {"count = 100 # 45", "count = { min = 60, max = 100 }"},
                     {"said_by = { fr = \"la télévision\", en = \"television\" }\n", ""},
                     {", en = \"Instructors arrive\"", ""},
                     {"Leur nombre est approximatif.", text},
                     {"sources = [\"weekly\", \"paper\"]", "sources = []"},
                     {"from = \"agadez\"", "from = \"niamey\""},
                     {"part_of = \"E2\"\n", ""},
                     {"[[cues]] # 97\n", flashes + "[[cues]]\n"}});
}

}  // namespace

TEST_F(Audit, OfACleanFilmSaysSo) {
    const Outcome run = audit(kCleanFilm);
    EXPECT_EQ(run.code, 0) << run.error;
    EXPECT_EQ(run.error, "");
    EXPECT_EQ(run.out, film() + ": audit clean, 0 warnings (3 events, 2 sources, 4 cues)\n");
}

TEST_F(Audit, NamesEveryFaultAtItsPlace) {
    const Outcome run = audit(filmOfFaults());
    EXPECT_EQ(run.code, 3);
    std::vector<std::string> lines;
    std::istringstream said(run.error);
    for (std::string line; std::getline(said, line);) lines.push_back(line);
    const std::string at = "harmattan: " + film() + ":";
    const std::vector<std::string> expected = {
        at +
            "27:11: place \"agadez\" is not in MLI but in NER, 399 km away from it; correct its point or its "
            "country",
        at + "28:1: source \"paper\" has no publisher; say who published it",
        at + "32:1: source \"weekly\" has no date; say when it was published, if only the year",
        at + "36:9: title is one text for all languages; write { fr = \"...\", en = \"...\" }",
        "harmattan: warning: " + film() + ":37:1: event \"E1\" does not say who says so; give said_by",
        at + "45:16: count_status \"approx\" of event \"E1\" does not fit a count from 60 to 100; use "
             "\"range\", "
             "or give the one number that a source says",
        at + "47:12: source \"paper\" (2024-03) was published before event \"E1\" (2024-04-10); correct a "
             "date, "
             "or name a later source",
        at + "48:9: title has no text in \"en\"; translate it",
        at + "50:1: event \"E2\" has no source; name one in sources",
        at + "66:8: E3 lies within E2 (2023-10-10/2023-12-22), and both are drawn; say part_of = \"E2\"",
        at + "82:1: the caption of cue \"arrival\" in \"fr\" can be read for 12.4 s; its 44 words take 16.5 "
             "s to "
             "say; shorten it, or hold the cue 4.1 s longer",
        at + "94:1: the credits have 1 page in 0.2 s; give them at least 2.5 s",
        at + "102:1: the credits have 1 page in 0.2 s; give them at least 2.5 s",
        at + "110:1: the credits have 1 page in 0.2 s; give them at least 2.5 s",
        at + "118:1: the credits have 1 page in 0.2 s; give them at least 2.5 s",
        at + "118:1: the picture changes 4 times within a second; let cues last longer: more than three "
             "flashes a second can cause seizures"};
    EXPECT_EQ(lines, expected);
    EXPECT_EQ(run.out, film() + ": audit found 15 errors, 1 warning (3 events, 2 sources, 8 cues)\n");
}

TEST_F(Audit, InJsonGivesTheSameLines) {
    const Outcome run = audit(filmOfFaults(), {"--json"});
    EXPECT_EQ(run.code, 3);
    EXPECT_EQ(run.error, "");
    const Json list = Json::parse(run.out);
    ASSERT_TRUE(list.is_array());
    const Outcome words = audit(filmOfFaults());
    std::istringstream lines(words.error);
    for (const Json& problem : list) {
        std::string line;
        ASSERT_TRUE(std::getline(lines, line));
        const std::string severity = problem["severity"] == "warning" ? "warning: " : "";
        EXPECT_EQ(line, "harmattan: " + severity + std::string(problem["file"]) + ":" +
                            std::to_string(int(problem["line"])) + ":" +
                            std::to_string(int(problem["column"])) + ": " + std::string(problem["what"]) +
                            "; " + std::string(problem["advice"]));
    }
    EXPECT_EQ(Json::parse(audit(kCleanFilm, {"--json"}).out), Json::array());
}

TEST_F(Audit, IsAskedForAndLeavesCheckAsItWas) {
    writeFile(film(), filmWith({{"date = \"2023-12-22\"\n", ""}}));
    const Outcome run = runProgram({"check", film()});
    EXPECT_EQ(run.code, 0) << run.error;
    EXPECT_NE(run.out.find("no problems"), std::string::npos);
    EXPECT_NE(runProgram({"help", "check"}).out.find("--audit"), std::string::npos);
}

TEST_F(Audit, SaysThatItWaitsForPlainErrorsToGo) {
    const std::string waits = "harmattan: not audited; the audit runs once these errors are gone\n";
    const Outcome run = audit(filmWith({{"events = [\"E1\"]", "events = [\"E9\"]"}}));
    EXPECT_EQ(run.code, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.error.find("unknown event \"E9\""), std::string::npos);
    EXPECT_TRUE(run.error.ends_with(waits)) << run.error;
    const Outcome json = audit(filmWith({{"events = [\"E1\"]", "events = [\"E9\"]"}}), {"--json"});
    EXPECT_EQ(json.code, 3);
    EXPECT_EQ(json.error, waits);
    EXPECT_EQ(Json::parse(json.out).size(), 1u);
    EXPECT_EQ(runProgram({"check", film()}).error.find("audit"), std::string::npos);
}

TEST_F(Audit, ReadsTheChaptersThatAFilmLeavesOut) {
    const std::string hidden = filmWith(
        {{"[[events]]\nid = \"E1\"",
          "[chapters.more]\ntitle = { fr = \"Plus\", en = \"More\" }\noptional = true\nshown = false\n"
          "[[events]]\nid = \"E1\""},
         {"id = \"sources\"\n", "id = \"sources\"\nchapter = \"more\"\n"},
         {"notes = { fr = \"Laisser lire.\", en = \"Let them read.\" }\n", "notes = \"Plain\"\n"}});
    EXPECT_EQ(audit(hidden).code, 3);
    EXPECT_EQ(audit(hidden, {"--skip", "more"}).code, 0);
}

TEST(ShippedFilms, AreClean) {
    int films = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(HARMATTAN_SOURCE_DIR) / "assets/films")) {
        const std::string path = entry.path().string();
        if (!path.ends_with(".toml") || readFile(path).find("\n[[cues]]") == std::string::npos) continue;
        ++films;
        const Outcome run = runProgram({"check", path, "--audit"});
        EXPECT_EQ(run.code, 0) << run.error;
    }
    EXPECT_GE(films, 1);
}

TEST(AuditOfManyEvents, EndsSoon) {
    TemporaryFolder folder;
    std::string text = kCleanFilm;
    text.resize(text.find("[[events]]"));
    for (int i = 0; i < 10'000; ++i) {
        text += "[[events]]\nid = \"E" + std::to_string(i) +
                "\"\ndate = \"2023-10-10/2023-12-22\"\nkind = \"departure\"\nactor = \"france\"\n"
                "from = \"niamey\"\ncount = 5\ncount_status = \"exact\"\nsources = [\"paper\"]\n"
                "title = { fr = \"T\", en = \"T\" }\n";
    }
    for (int i = 0; i < 2'000; ++i) {
        text += "[[cues]]\nid = \"c" + std::to_string(i) + "\"\nevents = [";
        for (int k = 0; k < 20; ++k) text += "\"E" + std::to_string((i * 5 + k) % 10'000) + "\", ";
        text += "]\n";
    }
    writeFile(folder.path("film.toml"), text);
    const Outcome run = runShell("timeout 100 " + std::string(HARMATTAN_BINARY_DIR) + "/harmattan check " +
                                 folder.path("film.toml") + " --audit");
    EXPECT_EQ(run.code, 3) << "124: it took too long";
    EXPECT_NE(run.error.find("more problems are not listed"), std::string::npos);
}
