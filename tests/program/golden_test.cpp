// A few small pictures that the program made before, looked at by a person. A missing one is written, and
// fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "program/run_program.h"

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

class GoldenPicture : public testing::TestWithParam<Golden> {};

}  // namespace

TEST_P(GoldenPicture, IsStillTheSame) {
    const Golden& golden = GetParam();
    const std::string reference =
        std::string(HARMATTAN_SOURCE_DIR) + "/tests/data/golden/" + golden.name + ".png";
    TemporaryFolder folder;
    const bool missing = !std::filesystem::exists(reference);
    std::vector<std::string> words{"still", "-o", missing ? reference : folder.path("now.png"), "--size",
                                   "320x180"};
    words.insert(words.end(), golden.words.begin(), golden.words.end());
    if (!missing) words.insert(words.end(), {"--reference", reference, "--worst", "64", "--mean", "0.5"});
    const Outcome run = runProgram(words);
    EXPECT_EQ(run.code, 0) << run.error;
    EXPECT_FALSE(missing) << reference << " was missing; look at it and commit it";
}

INSTANTIATE_TEST_SUITE_P(Goldens, GoldenPicture, testing::ValuesIn(kGoldens), [](const auto& golden) {
    std::string name = golden.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});
