// Wrong words, films, data, disks and drivers: one clear message, the right exit code, nothing half-written.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program/run_program.h"
#include "program/small_film.h"

namespace {

namespace fs = std::filesystem;

class WrongUse : public testing::Test {
  protected:
    void SetUp() override { writeFile(film(), kSmallFilm); }
    std::string film() const { return folder.path("film.toml"); }

    // The film with one piece of text replaced by another.
    void change(const std::string& from, const std::string& to) {
        std::string text = kSmallFilm;
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        writeFile(film(), text.replace(at, from.size(), to));
    }

    // A copy of the program's data whose shapefiles may be damaged.
    std::string brokenData() {
        const fs::path root = folder.path("data");
        fs::create_directories(root);
        fs::copy(fs::path(HARMATTAN_SOURCE_DIR) / "geodata", root / "geodata", fs::copy_options::recursive);
        fs::create_directory_symlink(fs::path(HARMATTAN_SOURCE_DIR) / "assets", root / "assets");
        return root.string();
    }

    Outcome still(const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"still", film(), "-o", folder.path("a.png"), "--size", "160x90"};
        words.insert(words.end(), more.begin(), more.end());
        return runProgram(words);
    }

    void expectFailure(const Outcome& run, int code, const std::vector<std::string>& says) {
        EXPECT_EQ(run.code, code) << run.error;
        EXPECT_EQ(run.error.rfind("harmattan: ", 0), 0u) << run.error;
        for (const std::string& text : says) EXPECT_NE(run.error.find(text), std::string::npos) << run.error;
        EXPECT_FALSE(fs::exists(folder.path("a.png"))) << "a picture was written all the same";
        EXPECT_FALSE(fs::exists(folder.path("a.png.part")));
    }

    TemporaryFolder folder;
};

}  // namespace

TEST_F(WrongUse, AnUnknownOptionIsUsage) {
    expectFailure(runProgram({"still", "--colour", "red"}), 2, {"help"});
}

TEST_F(WrongUse, ABadProjectionIsToldWhereItStands) {
    change("[map]\n", "[map]\nprojection = \"EPSG:4326\"\n");
    const std::string told = film() + ":6:14: the projection \"EPSG:4326\" cannot be used";
    for (const char* command : {"check", "info", "picture", "present"})
        expectFailure(runProgram({command, film()}), 3, {told});
    expectFailure(still(), 3, {told});
}

TEST_F(WrongUse, AMisspeltCommandOrThemeGetsASuggestion) {
    expectFailure(runProgram({"stil", "-o", folder.path("a.png")}), 2, {"did you mean \"still\"?"});
    expectFailure(still({"--theme", "nigth"}), 2, {"did you mean \"night\"?"});
}

TEST_F(WrongUse, AStillIsAPngFile) {
    expectFailure(runProgram({"still", film(), "-o", folder.path("a.jpg")}), 2, {".png"});
}

TEST_F(WrongUse, ASizeOfZeroIsUsage) {
    expectFailure(still({"--size", "0x90"}), 2, {"\"0x90\" is not a size"});
}

TEST_F(WrongUse, ASizeOfAHundredThousandIsUsage) {
    expectFailure(still({"--size", "100000x100000"}), 2, {"is not a size", "32768"});
}

TEST_F(WrongUse, ASizeBeyondTheDriverIsUsage) {
    expectFailure(still({"--size", "32768x32768"}), 2, {"cannot be drawn"});
}

TEST_F(WrongUse, AFrameRateThatIsNoFractionIsUsage) {
    expectFailure(runProgram({"export", film(), "-o", folder.path("out"), "--fps", "29.97"}), 2,
                  {"30000/1001"});
}

TEST_F(WrongUse, ATimeAfterTheEndIsUsage) {
    expectFailure(still({"--at", "1:00.5"}), 2, {"after the film's end"});
}

TEST_F(WrongUse, AnUnknownCueGetsASuggestion) {
    expectFailure(still({"--cue", "secund"}), 2, {"did you mean \"second\"?"});
}

TEST_F(WrongUse, ADateThatDoesNotExistIsUsage) {
    expectFailure(still({"--date", "2024-02-30"}), 2, {"2024-02-30"});
}

TEST_F(WrongUse, ALanguageTheFilmDoesNotSpeakIsUsage) {
    expectFailure(still({"--lang", "de"}), 2, {"fr, en"});
}

TEST_F(WrongUse, AMissingFilmIsNamed) {
    const Outcome run = runProgram({"check", folder.path("nothing.toml")});
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(run.error.find("nothing.toml"), std::string::npos);
}

TEST_F(WrongUse, ASyntaxErrorHasLineAndColumn) {
    change("[actors.one]", "[actors.one");
    expectFailure(still(), 3, {"film.toml:8:"});
}

TEST_F(WrongUse, AnUnknownKeyGetsASuggestion) {
    change("color = ", "colour = ");
    expectFailure(still(), 3, {"film.toml:10:1", "did you mean \"color\"?"});
}

TEST_F(WrongUse, APlaceThatDoesNotExistIsNamed) {
    change("to = \"niamey\"", "to = \"niamy\"");
    expectFailure(still(), 3, {"film.toml:22:", "niamy", "did you mean \"niamey\"?"});
}

TEST_F(WrongUse, AnEventThatDoesNotExistIsNamed) {
    change("events = [\"B\"]", "events = [\"C\"]");
    expectFailure(still(), 3, {"\"C\""});
}

TEST_F(WrongUse, ADateThatDoesNotExistInTheFilmIsNamed) {
    change("2024-04-10", "2024-02-30");
    expectFailure(still(), 3, {"film.toml:18:", "29 days"});
}

TEST_F(WrongUse, CoordinatesThatAreNoNumbersAreRefused) {
    change("[-2.0, 15.0]", "[nan, 15.0]");
    expectFailure(still(), 3, {"film.toml:"});
}

TEST_F(WrongUse, AllErrorsOfAFilmAreReportedAtOnceAndAsJson) {
    std::string text = kSmallFilm;
    text.replace(text.find("color ="), 7, "colour =");
    text.replace(text.find("2024-04-10"), 10, "2024-13-10");
    text.replace(text.find("events = [\"B\"]"), 14, "events = [\"C\"]");
    writeFile(film(), text);
    const Outcome run = runProgram({"check", film(), "--json"});
    EXPECT_EQ(run.code, 3);
    const auto problems = nlohmann::json::parse(run.out);
    EXPECT_GE(problems.size(), 3u) << run.out;
    for (const auto& problem : problems) EXPECT_GT(problem["line"].get<int>(), 0) << problem;
}

TEST_F(WrongUse, AMissingShapefileIsNamed) {
    const std::string data = brokenData();
    fs::remove(data + "/geodata/sahel/countries.shp");
    expectFailure(still({"--data", data}), 3, {"countries.shp"});
}

TEST_F(WrongUse, AMissingDbfOrPrjIsNamed) {
    for (const char* ending : {"dbf", "prj"}) {
        const std::string data = brokenData();
        fs::remove(data + "/geodata/world/countries." + ending);
        expectFailure(still({"--data", data}), 3, {std::string("countries.") + ending});
        fs::remove_all(data);
    }
}

TEST_F(WrongUse, AShapefileOfRubbishIsRefused) {
    const std::string data = brokenData();
    writeFile(data + "/geodata/rivers.shp", std::string(5000, 'x'));
    expectFailure(still({"--data", data}), 3, {"rivers.shp"});
}

TEST_F(WrongUse, AMissingFontFolderIsNamed) {
    const std::string data = brokenData();
    fs::remove(data + "/assets");
    fs::create_directories(data + "/assets/themes");
    fs::copy(fs::path(HARMATTAN_SOURCE_DIR) / "assets/themes", data + "/assets/themes",
             fs::copy_options::recursive);
    expectFailure(still({"--data", data}), 1, {"assets/fonts"});
}

TEST_F(WrongUse, AFolderThatCannotBeWrittenIsNamed) {
    const Outcome run = runProgram({"still", film(), "-o", "/proc/nowhere/a.png", "--size", "160x90"});
    EXPECT_EQ(run.code, 1);
    EXPECT_NE(run.error.find("/proc/nowhere/a.png"), std::string::npos) << run.error;
    const Outcome frames = runProgram({"export", film(), "-o", "/proc/nowhere", "--size", "160x90"});
    EXPECT_EQ(frames.code, 1);
    EXPECT_NE(frames.error.find("/proc/nowhere"), std::string::npos) << frames.error;
}

TEST_F(WrongUse, AFullDiskKeepsWhatIsFinished) {
    fs::create_directories(folder.path("out"));
    fs::create_symlink("/dev/full", folder.path("out/0003.png.part"));
    const Outcome run = runProgram(
        {"export", film(), "-o", folder.path("out"), "--size", "160x90", "--fps", "2", "--jobs", "1"});
    EXPECT_EQ(run.code, 1);
    EXPECT_NE(run.error.find("No space left"), std::string::npos) << run.error;
    EXPECT_TRUE(fs::exists(folder.path("out/0001.png")));
    EXPECT_TRUE(fs::exists(folder.path("out/0002.png")));
    EXPECT_FALSE(fs::exists(folder.path("out/0003.png")));
    EXPECT_FALSE(fs::exists(folder.path("out/0003.png.part")));
}

TEST_F(WrongUse, ALimitOfFileSizesIsLikeAFullDisk) {
    std::string command = std::string(HARMATTAN_BINARY_DIR) + "/harmattan export '" + film() +
                          "' --size 160x90 --fps 2 -o '" + folder.path("a.mkv") + "'";
    const Outcome limited = runShell("ulimit -f 8; " + command);
    EXPECT_EQ(limited.code, 1) << limited.error;
    EXPECT_NE(limited.error.find("File too large"), std::string::npos) << limited.error;
    EXPECT_NE(limited.error.find("ulimit"), std::string::npos) << limited.error;
    const Outcome resumed = runShell(command + " --resume");
    EXPECT_EQ(resumed.code, 0) << resumed.error;
}

TEST_F(WrongUse, TilesTooSmallAreRefusedWithTheLeast) {
    for (const char* side : {"64", "100", "191", "x"})
        expectFailure(
            runProgram({"export", film(), "-o", folder.path("out"), "--size", "640x360", "--tile", side}), 2,
            {"the least is 192"});
}

TEST_F(WrongUse, ExistingFramesAreNotOverwrittenUnlessForced) {
    const std::vector<std::string> words{"export", film(),   "-o",    folder.path("out"),
                                         "--size", "160x90", "--fps", "1"};
    ASSERT_EQ(runProgram(words).code, 0);
    const Outcome again = runProgram(words);
    EXPECT_EQ(again.code, 2);
    EXPECT_NE(again.error.find("--force"), std::string::npos);
    std::vector<std::string> forced = words;
    forced.emplace_back("--force");
    EXPECT_EQ(runProgram(forced).code, 0);
}

TEST_F(WrongUse, NoOpenGlIsSaid) {
    const Outcome run =
        runProgram({"still", film(), "-o", folder.path("a.png"), "--size", "160x90"},
                   {"__EGL_VENDOR_LIBRARY_DIRS=/nonexistent", "__EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent"});
    expectFailure(run, 1, {"no OpenGL", "libgl1-mesa-dri"});
}

TEST_F(WrongUse, NoDisplayIsSaid) {
    const Outcome run = runProgram({"present", film(), "--exit-after", "1"},
                                   {"DISPLAY=", "WAYLAND_DISPLAY=", "SDL_VIDEODRIVER=x11"});
    EXPECT_EQ(run.code, 1) << run.error;
    EXPECT_NE(run.error.find("display"), std::string::npos) << run.error;
}
