// Scripts, contrast, colour vision and files saved on stage, as a person meets them.
#include <gtest/gtest.h>

#include "base/color_vision.h"
#include "program/run_program.h"
#include "program/small_film.h"

namespace {

const std::string kRoot = HARMATTAN_SOURCE_DIR;

std::string withLine(std::string text, const std::string& key, const std::string& line) {
    const std::size_t at = text.find("\n" + key + " = ") + 1;
    return text.replace(at, text.find('\n', at) - at, line);
}

}  // namespace

TEST(Looks, AFilmInArabicRussianAndFrenchHasNothingToBeWarnedOf) {
    const Outcome run = runProgram({"check", kRoot + "/tests/data/films/scripts.toml"});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.out.find("no problems"), std::string::npos) << run.error;
}

TEST(Looks, CheckNamesACharacterThatNoFontHasWithItsPlace) {
    TemporaryFolder folder;
    std::string film = readFile(kRoot + "/tests/data/films/scripts.toml");
    film.replace(film.find("Sahel : qui"), 5, "漢");
    writeFile(folder.path("film.toml"), film);
    const Outcome run = runProgram({"check", folder.path("film.toml")});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.error.find("film.toml:3:"), std::string::npos) << run.error;
    EXPECT_NE(run.error.find("\"漢\" (U+6F22)"), std::string::npos) << run.error;
}

TEST(Looks, CheckSaysHowMuchOfALongTextIsShown) {
    TemporaryFolder folder;
    std::string film = readFile(kRoot + "/tests/data/films/scripts.toml"), longer;
    for (int i = 0; i < 150; ++i) longer += "encore des mots ";
    film.replace(film.find("Un Iliouchine"), 13, longer);
    film.replace(film.find("events = [\"leave\", \"arrive\"]"), 28, "events = [\"arrive\"]");
    writeFile(folder.path("film.toml"), film);
    const Outcome run = runProgram({"check", folder.path("film.toml")});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.error.find("the text of cue \"both\" in \"fr\" is cut: of "), std::string::npos)
        << run.error;
}

TEST(Looks, CheckWarnsOfAThemeWithTooLittleContrast) {
    TemporaryFolder folder;
    const std::string theme = folder.path("weak.toml");
    writeFile(theme, withLine(readFile(kRoot + "/assets/themes/night.toml"), "dim", "dim = \"#303844\""));
    const Outcome run = runProgram({"check", "--theme", theme});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.error.find("label.dim has a contrast of "), std::string::npos) << run.error;
}

TEST(Looks, AStillCanBeSeenThroughOtherEyes) {
    TemporaryFolder folder;
    const std::string film = kRoot + "/tests/data/films/scripts.toml", plain = folder.path("plain.png"),
                      grey = folder.path("grey.png");
    const auto still = [&](const std::string& out, const std::vector<std::string>& more) {
        std::vector<std::string> words{"still", film, "-o", out, "--size", "160x90", "--cue", "both"};
        words.insert(words.end(), more.begin(), more.end());
        return runProgram(words).code;
    };
    ASSERT_EQ(still(plain, {}), 0);
    ASSERT_EQ(still(grey, {"--simulate", "grey"}), 0);
    const auto a = base::readImage(plain), b = base::readImage(grey);
    ASSERT_TRUE(a && b);
    EXPECT_EQ(base::simulated(*a, base::Vision::Grey), *b);
    EXPECT_EQ(still(grey, {"--simulate", "blue"}), 2);
}

TEST(Looks, AThemeSavedOnStageIsShownAndABrokenOneIsNot) {
    TemporaryFolder folder;
    const std::string theme = folder.path("mine.toml"), trace = folder.path("trace.jsonl");
    const std::string good = readFile(kRoot + "/assets/themes/night.toml");
    writeFile(theme, good);
    writeFile(folder.path("good"), withLine(good, "sea", "sea = \"#402020\""));
    writeFile(folder.path("broken"), withLine(good, "sea", "sea = \"blue\""));
    const auto waitFor = [&](const std::string& what) {
        return "for i in $(seq 1 400); do grep -q '\"what\":\"" + what + "\"' " + trace +
               " && break; sleep 0.1; done\n";
    };
    writeFile(folder.path("show"), "#!/bin/sh\n" + std::string(HARMATTAN_BINARY_DIR) + "/harmattan present " +
                                       kRoot + "/tests/data/films/scripts.toml --size 320x180 --theme " +
                                       theme + " --trace " + trace + " --exit-after 60 &\npid=$!\n" +
                                       waitFor("start") + "cp " + folder.path("broken") + " " + theme + "\n" +
                                       waitFor("notice") + "cp " + folder.path("good") + " " + theme + "\n" +
                                       waitFor("reload") + "kill $pid\nwait $pid 2>/dev/null\nexit 0\n");
    const Outcome run =
        runShell("SDL_VIDEODRIVER=x11 xvfb-run -a -s '-screen 0 320x180x24' sh " + folder.path("show"));
    ASSERT_EQ(run.code, 0) << run.error;
    const std::string lines = readFile(trace);
    EXPECT_NE(lines.find("mine.toml:4:"), std::string::npos) << lines;
    EXPECT_LT(lines.find("\"what\":\"notice\""), lines.find("\"what\":\"reload\"")) << lines;
    EXPECT_NE(lines.find("\"what\":\"reload\""), std::string::npos) << lines;
}
