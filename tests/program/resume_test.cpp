// Exports that are cut short: what is finished stays, and going on gives the bytes of one run.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <map>

#include "program/run_program.h"
#include "program/small_film.h"

namespace {

namespace fs = std::filesystem;

constexpr int kFrames = 108;  // of the small film at 24 a second

class Resume : public testing::Test {
  protected:
    void SetUp() override { writeFile(folder.path("film.toml"), kSmallFilm); }

    std::vector<std::string> words(const std::string& out, std::vector<std::string> more = {}) const {
        std::vector<std::string> all{
            "export", folder.path("film.toml"), "-o", folder.path(out), "--size", "160x90", "--fps", "24"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    // Every file of a folder by name.
    std::map<std::string, std::string> filesOf(const std::string& out) const {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::directory_iterator(folder.path(out)))
            files[entry.path().filename().string()] = readFile(entry.path().string());
        return files;
    }

    // Names of files that are in one of two folders only, or are not the same in both.
    std::string differences(const std::string& a, const std::string& b) const {
        const auto first = filesOf(a), second = filesOf(b);
        std::string names;
        for (const auto& [name, bytes] : first) {
            const auto other = second.find(name);
            if (other == second.end() || other->second != bytes) names += name + " ";
        }
        for (const auto& [name, bytes] : second) {
            if (!first.contains(name)) names += name + " ";
        }
        return names;
    }

    std::ptrdiff_t framesIn(const std::string& out) const {
        std::error_code error;
        fs::directory_iterator it(folder.path(out), error);
        return std::count_if(begin(it), end(it),
                             [](const auto& entry) { return entry.path().extension() == ".png"; });
    }

    TemporaryFolder folder;
};

}  // namespace

TEST_F(Resume, KilledTwentyTimesItGivesTheBytesOfOneRun) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    std::uint32_t random = 12345;  // the same moments every time, as far as machines allow
    for (int kill = 0; kill < 20; ++kill) {
        random = random * 1664525u + 1013904223u;
        const std::ptrdiff_t enough = framesIn("two") + 1 + static_cast<std::ptrdiff_t>(random >> 29);
        const Outcome run =
            signalProgram(words("two", {"--resume"}), SIGKILL, [&] { return framesIn("two") >= enough; });
        if (run.code == 0) break;  // it was faster than the signal
        ASSERT_EQ(run.code, 128 + SIGKILL) << run.error;
    }
    const Outcome last = runProgram(words("two", {"--resume"}));
    ASSERT_EQ(last.code, 0) << last.error;
    EXPECT_EQ(filesOf("one").size(), kFrames + 1u);
    EXPECT_EQ(differences("one", "two"), "");
}

TEST_F(Resume, KilledWhileItEndsNothingIsLeftOver) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    for (int kill = 0; kill < 8; ++kill) {
        signalProgram(words("two", {"--resume"}), SIGKILL, [&] { return framesIn("two") >= kFrames; });
        const Outcome last = runProgram(words("two", {"--resume"}));
        ASSERT_EQ(last.code, 0) << last.error;
        ASSERT_EQ(differences("one", "two"), "");
        fs::remove_all(folder.path("two"));
    }
}

TEST_F(Resume, CtrlCSaysHowToGoOnAndThatWorks) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    for (const int stopped : {SIGINT, SIGHUP}) {  // and a terminal that is closed
        const Outcome run = signalProgram(words("two"), stopped, [&] { return framesIn("two") >= 5; });
        ASSERT_EQ(run.code, 130) << run.error;
        EXPECT_NE(run.error.find("--resume"), std::string::npos) << run.error;
        EXPECT_LT(framesIn("two"), kFrames);
        const std::string command = run.error.substr(run.error.find("go on with: ") + 12);
        const Outcome resumed = runShell(command);
        ASSERT_EQ(resumed.code, 0) << command << resumed.error;
        EXPECT_NE(resumed.out.find("from before"), std::string::npos) << resumed.out;
        EXPECT_TRUE(filesOf("one") == filesOf("two"));
        fs::remove_all(folder.path("two"));
    }
}

TEST_F(Resume, DamagedAndMissingFramesAreMadeAgain) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    const auto before = filesOf("one");
    writeFile(folder.path("one/0007.png"), before.at("0007.png").substr(0, 100));
    writeFile(folder.path("one/0009.png"), "");
    fs::remove(folder.path("one/0020.png"));
    ASSERT_EQ(runProgram(words("one", {"--resume"})).code, 0);
    EXPECT_TRUE(filesOf("one") == before);
}

TEST_F(Resume, ShardsGiveTheBytesOfOneRunInAnyOrder) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    for (const char* shard : {"3/3", "1/3", "2/3"}) {
        EXPECT_FALSE(fs::exists(folder.path("two/manifest.json"))) << shard;
        ASSERT_EQ(runProgram(words("two", {"--shard", shard})).code, 0) << shard;
    }
    EXPECT_TRUE(filesOf("one") == filesOf("two"));
}

TEST_F(Resume, AnotherFilmOrSizeIsNotMixedIn) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    const Outcome size = runProgram(words("one", {"--resume", "--size", "320x180"}));
    EXPECT_EQ(size.code, 2);
    EXPECT_NE(size.error.find("size was 160x90 and is 320x180"), std::string::npos) << size.error;
    std::string film = kSmallFilm;
    film.replace(film.find("1500"), 4, "1600");
    writeFile(folder.path("film.toml"), film);
    const Outcome changed = runProgram(words("one", {"--resume"}));
    EXPECT_EQ(changed.code, 2);
    EXPECT_NE(changed.error.find("film was"), std::string::npos) << changed.error;
    EXPECT_EQ(runProgram(words("one", {"--force"})).code, 0);
}

TEST_F(Resume, ForcedAPartIsMadeAnewAndTheRestStaysOnRecord) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    const auto before = filesOf("one");
    ASSERT_EQ(runProgram(words("one", {"--frames", "3-5", "--force"})).code, 0);
    EXPECT_TRUE(filesOf("one") == before);
    ASSERT_EQ(runProgram(words("one", {"--shard", "2/3", "--force"})).code, 0);
    EXPECT_TRUE(filesOf("one") == before);
}

TEST_F(Resume, ForcedWithOtherSettingsTheFramesThatStayAreNamed) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    const Outcome part = runProgram(words("one", {"--frames", "3-5", "--force"}));
    EXPECT_EQ(part.error.find("stay"), std::string::npos) << "frames of the same export: " << part.error;
    const Outcome other = runProgram(words("one", {"--frames", "3-5", "--force", "--theme", "plain"}));
    EXPECT_EQ(other.code, 0);
    EXPECT_NE(other.error.find("105 other frames stay in " + folder.path("one") + " (0001.png ... 0108.png)"),
              std::string::npos)
        << other.error;
}

TEST_F(Resume, AManifestOfAnotherProgramIsLeftAlone) {
    fs::create_directories(folder.path("one"));
    const std::string theirs = R"({"name": "app"})";
    writeFile(folder.path("one/manifest.json"), theirs);
    for (const char* how : {"--force", "--resume"}) {
        const Outcome run = runProgram(words("one", {how}));
        EXPECT_EQ(run.code, 1) << how;
        EXPECT_NE(run.error.find("manifest"), std::string::npos) << run.error;
        EXPECT_EQ(readFile(folder.path("one/manifest.json")), theirs);
    }
}

TEST_F(Resume, RecordsThatAreNoRecordsAreNotTrusted) {
    ASSERT_EQ(runProgram(words("one")).code, 0);
    const auto before = filesOf("one");
    std::string nested =
        "{\"settings\":{\"program\":" + std::string(500'000, '[') + std::string(500'000, ']') + "}}\n";
    writeFile(folder.path("one/export-000001-000009.journal"), nested);
    EXPECT_EQ(runProgram(words("one", {"--resume"})).code, 2) << "a journal of other settings";
    fs::remove(folder.path("one/export-000001-000009.journal"));
    // A record without length and checksum vouches for nothing.
    std::string manifest = before.at("manifest.json");
    const std::size_t line = manifest.find("{\"frame\":3,"), end = manifest.find('\n', line);
    manifest.replace(line, end - line, R"({"frame":3,"pixels":"00000000000000000000000000000000"},)");
    writeFile(folder.path("one/manifest.json"), manifest);
    writeFile(folder.path("one/0003.png"), "");
    ASSERT_EQ(runProgram(words("one", {"--resume"})).code, 0);
    EXPECT_TRUE(filesOf("one") == before);
}

TEST_F(Resume, FramesWithoutARecordAreLeftAlone) {
    fs::create_directories(folder.path("one"));
    writeFile(folder.path("one/0003.png"), "mine");
    const Outcome run = runProgram(words("one", {"--resume"}));
    EXPECT_EQ(run.code, 2);
    EXPECT_NE(run.error.find("no record"), std::string::npos) << run.error;
    EXPECT_EQ(readFile(folder.path("one/0003.png")), "mine");
}
