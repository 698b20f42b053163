// A film of several files: what they may hold, and where problems are said to be.
#include "film/included_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "film/film_file.h"
#include "film_text.h"

namespace film {
namespace {

class IncludedFiles : public testing::Test {
  protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path() /
                   (std::string("harmattan-include-") + test->name() + std::to_string(getpid()));
        std::filesystem::create_directories(m_folder / "film");
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(m_folder / name) << text;
    }
    base::Result<FilmFile> read(const std::map<int, std::string>& replacements) const {
        write("film/film.toml", filmText(replacements));
        return readFilm(path("film/film.toml"), {});
    }
    std::string path(const std::string& name) const { return (m_folder / name).string(); }

    std::filesystem::path m_folder;
};

const std::string kMore =
    "format = 1\n[actors.mali]\nname = \"Mali\"\ncolor = \"#fff\"\n[[events]]\nid = \"E0\"\n"
    "date = 2023\nkind = \"coup\"\nactor = \"mali\"\nsources = [\"paper\"]\ntitle = \"T\"\n";

TEST_F(IncludedFiles, AreReadBeforeTheFilmAndMayNameWhatItDefines) {
    write("film/more.toml", kMore);
    const auto file =
        read({{3, "languages = [\"fr\"]\ninclude = [\"more.toml\"]"}, {27, "events = [\"E1\", \"E0\"]"}});
    ASSERT_TRUE(file) << base::toString(file.problems()[0]);
    ASSERT_EQ(file->film.events.size(), 2u);
    EXPECT_EQ(file->film.events[0].id, "E0");
    EXPECT_EQ(file->film.actors[0].id, "mali");
    EXPECT_EQ(file->film.included, std::vector<std::string>{path("film/more.toml")});
}

TEST_F(IncludedFiles, HaveTheirProblemsReportedInTheirOwnNameTogetherWithTheFilms) {
    write("film/more.toml",
          kMore + "colour = 1\n[actors.russia]\nname = \"R\"\ncolor = \"#fff\"\n[[cues]]\n");
    const auto file =
        read({{3, "languages = [\"fr\"]\ninclude = [\"more.toml\"]"}, {27, "events = [\"E9\"]"}});
    ASSERT_FALSE(file);
    std::vector<std::string> said;
    for (const auto& problem : file.problems()) said.push_back(base::toString(problem));
    const std::string more = path("film/more.toml"), film = path("film/film.toml");
    EXPECT_EQ(
        said,
        (std::vector<std::string>{
            film + ":8:9: the actor id \"russia\" stands twice; the first is in " + more + " on line 13",
            film + ":28:11: unknown event \"E9\"; did you mean \"E0\"?",
            more + ":12:1: unknown key \"colour\"; one of: id, date, kind, actor, from, to, via, towards, carrier, count, "
                   "count_status, status, said_by, sources, part_of, title, text",
            more + ":16:3: unknown key \"cues\"; one of: format, actors, places, sources, events, "
                   "presences, alliances"}));
}

TEST_F(IncludedFiles, StayInTheFilmsFolder) {
    write("outside.toml", kMore);
    std::filesystem::create_symlink(m_folder / "outside.toml", m_folder / "film" / "link.toml");
    for (const std::string& name :
         std::vector<std::string>{"../outside.toml", "/tmp/outside.toml", "link.toml", "more.txt", ""}) {
        const auto file = read({{3, "languages = [\"fr\"]\ninclude = [\"" + name + "\"]"}});
        ASSERT_FALSE(file) << name;
        EXPECT_EQ(file.problems()[0].what,
                  "include \"" + name + "\" is not a .toml file in the film's folder");
        EXPECT_EQ(file.problems()[0].line, 4);
    }
}

TEST_F(IncludedFiles, ThatAreMissingAreNamedWhereTheFilmNamesThem) {
    const auto file = read({{3, "languages = [\"fr\"]\ninclude = [\"gone.toml\"]"}});
    ASSERT_FALSE(file);
    EXPECT_EQ(file.problems()[0].line, 4);
    EXPECT_EQ(file.problems()[0].what.find("include \"gone.toml\": "), 0u);
}

TEST_F(IncludedFiles, ThatAreMissingAreNamedAlsoWhenTheFilmIsNamedWithoutAFolder) {
    for (const std::string& gone : std::vector<std::string>{"gone.toml", "nowhere/gone.toml"}) {
        write("film/film.toml", filmText({{3, "languages = [\"fr\"]\ninclude = [\"" + gone + "\"]"}}));
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(m_folder / "film");
        const auto file = readFilm("film.toml", {});
        std::filesystem::current_path(before);
        ASSERT_FALSE(file);
        EXPECT_EQ(base::toString(file.problems()[0]),
                  "film.toml:4:12: include \"" + gone +
                      "\": the file cannot be read: No such file or directory; "
                      "check the path");
    }
}

TEST_F(IncludedFiles, ThatCannotBeReadLeaveReferencesUnjudged) {
    const std::map<int, std::string> film = {{2, "title = \"\""},
                                             {3, "languages = [\"fr\"]\ninclude = [\"more.toml\"]"},
                                             {21, "actor = \"nobody\""},
                                             {27, "events = [\"E9\"]"}};
    const std::string empty =
        path("film/film.toml") + ":2:9: title is empty; write a text or leave the key out";
    const auto said = [&] {
        std::vector<std::string> lines;
        const auto file = read(film);
        if (file) return lines;
        for (const auto& problem : file.problems()) lines.push_back(base::toString(problem));
        return lines;
    };
    const std::string at = path("film/film.toml") + ":4:12: include \"more.toml\"";
    EXPECT_EQ(said(),
              (std::vector<std::string>{
                  empty, at + ": the file cannot be read: No such file or directory; check the path"}));
    write("film/more.toml", "format = 1\n[actors.nobody\n");
    auto lines = said();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], empty);
    EXPECT_EQ(lines[1].find(path("film/more.toml") + ":2:"), 0u) << lines[1];
    write("film/more.toml", "format = 2\n[actors.nobody]\nname = \"N\"\n");
    EXPECT_EQ(said(), (std::vector<std::string>{empty, path("film/more.toml") +
                                                           ":1:10: format 2 is not supported; this program "
                                                           "reads format = 1"}));
    write("film/more.toml", kMore);
    lines = said();
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_NE(lines[1].find("unknown actor \"nobody\""), std::string::npos) << lines[1];
    EXPECT_NE(lines[2].find("unknown event \"E9\""), std::string::npos) << lines[2];
}

TEST_F(IncludedFiles, DoNotIncludeOthers) {
    write("film/more.toml", "format = 1\ninclude = [\"more.toml\"]\n");
    const auto file = read({{3, "languages = [\"fr\"]\ninclude = [\"more.toml\"]"}});
    ASSERT_FALSE(file);
    EXPECT_EQ(file.problems()[0].what, "unknown key \"include\"");
}

}  // namespace
}  // namespace film
