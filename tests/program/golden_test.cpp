// A few small pictures that the program made before, looked at by a person. A missing one is written, and
// fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "program/run_program.h"
#include "program/small_film.h"

namespace {

struct Golden {
    const char* name;
    std::vector<std::string> words;
};

void PrintTo(const Golden& golden, std::ostream* out) {
    *out << golden.name;
}

const std::vector<Golden> kGoldens = {
    {"title-night-fr", {"--cue", "title"}},
    {"instructors-night-fr", {"--cue", "instructors"}},
    {"novak-tour-paper-en", {"--cue", "novak-tour", "--theme", "paper", "--lang", "en"}},
    {"us-departure-plain-fr-vertical", {"--cue", "us-departure", "--theme", "plain", "--size", "180x320"}},
    {"overview-night-en", {"--cue", "overview", "--lang", "en"}},
    {"scripts-night-ar",
     {HARMATTAN_SOURCE_DIR "/tests/data/films/scripts.toml", "--cue", "both", "--lang", "ar"}},
};

struct GoldenProjection {
    const char* name;
    const char* projection;
    const char* camera;
};

void PrintTo(const GoldenProjection& golden, std::ostream* out) {
    *out << golden.name;
}

// Each to its edge: horizon, cut, pole.
const std::vector<GoldenProjection> kProjections = {
    {"laea", "+proj=laea +lat_0=24 +lon_0=9", "center = [9, 24], width_km = 34000"},
    {"mercator", "EPSG:3857", "center = [90, 30], width_km = 22000"},
    {"equal-earth", "+proj=eqearth +lon_0=11", "center = [11, 0], width_km = 46000"},
    {"conic", "+proj=lcc +lat_1=10 +lat_2=40 +lat_0=20 +lon_0=10", "center = [20, 50], width_km = 14000"},
    {"orthographic", "+proj=ortho +lat_0=20 +lon_0=10", "center = [10, 20], width_km = 24000"},
};

// The small film under a projection, with one cue that has this camera.
std::string filmUnder(const GoldenProjection& golden) {
    std::string text = kSmallFilm.substr(0, kSmallFilm.find("[[cues]]"));
    const std::string map = "[map]\n";
    text.insert(text.find(map) + map.size(),
                std::string("graticule = true\nprojection = \"") + golden.projection + "\"\n");
    return text + "[[cues]]\nid = \"wide\"\nevents = [\"A\"]\ncamera = { " + golden.camera + " }\n";
}

// Compares a still of these words with the golden picture; a missing one is written, and fails.
void expectGolden(const std::string& name, std::vector<std::string> more) {
    const std::string reference = std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/golden/" + name + ".png";
    TemporaryFolder folder;
    const bool missing = !std::filesystem::exists(reference);
    std::vector<std::string> words{"still", "-o", missing ? reference : folder.path("now.png"), "--size",
                                   "320x180"};
    words.insert(words.end(), more.begin(), more.end());
    if (!missing) words.insert(words.end(), {"--reference", reference, "--worst", "64", "--mean", "0.5"});
    const Outcome run = runProgram(words);
    EXPECT_EQ(run.code, 0) << run.error;
    EXPECT_FALSE(missing) << reference << " was missing; look at it and commit it";
}

class GoldenPicture : public testing::TestWithParam<Golden> {};
class GoldenMap : public testing::TestWithParam<GoldenProjection> {};

}  // namespace

TEST_P(GoldenPicture, IsStillTheSame) {
    expectGolden(GetParam().name, GetParam().words);
}

TEST_P(GoldenMap, IsStillTheSame) {
    TemporaryFolder folder;
    writeFile(folder.path("film.toml"), filmUnder(GetParam()));
    expectGolden(std::string("projection-") + GetParam().name,
                 {folder.path("film.toml"), "--cue", "wide", "--no-panels"});
}

INSTANTIATE_TEST_SUITE_P(Goldens, GoldenPicture, testing::ValuesIn(kGoldens), [](const auto& golden) {
    std::string name = golden.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

INSTANTIATE_TEST_SUITE_P(GoldenProjections, GoldenMap, testing::ValuesIn(kProjections),
                         [](const auto& golden) {
                             std::string name = golden.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });
