// Exports started as the panel starts them: real processes, no window.
#include "ui/export_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "temporary_path.h"

using namespace ui;

namespace {

constexpr double kStep = 0.01, kLongest = 120;  // s

// Waits until `isTime`; false when that takes too long.
template <class Condition>
bool wait(ExportRun& run, Condition isTime) {
    for (double waited = 0; waited < kLongest; waited += kStep) {
        run.follow();
        if (isTime(run.state())) return true;
        ::usleep(static_cast<useconds_t>(kStep * 1e6));
    }
    return false;
}

bool waitForEnd(ExportRun& run) {
    return wait(run, [](const ExportState& state) { return !isUnderWay(state); });
}

class Exports : public testing::Test {
  protected:
    // Graphics drivers leave some memory behind at exit, which a leak check would blame on the program.
    void SetUp() override { ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::vector<std::string> words(const std::string& frames) const {
        return {"harmattan", "export", "-o", m_folder, "--size", "64x36", "--frames", frames};
    }
    std::size_t frames() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder))
            count += entry.path().extension() == ".png" ? 1 : 0;
        return count;
    }

    std::string m_folder = temporaryPath("export");
    ExportRun m_run{HARMATTAN_BINARY_DIR "/harmattan"};
};

}  // namespace

TEST_F(Exports, RunTheCommandLineAndFollowIt) {
    m_run.start(words("1-4"));
    EXPECT_EQ(m_run.state().phase, ExportPhase::Running);
    ASSERT_TRUE(waitForEnd(m_run));
    EXPECT_EQ(m_run.state().phase, ExportPhase::Done) << m_run.state().message;
    EXPECT_EQ(m_run.state().done, 4);
    EXPECT_EQ(m_run.state().total, 4);
    EXPECT_NE(m_run.state().message.find("4 frames in "), std::string::npos) << m_run.state().message;
    EXPECT_EQ(m_run.state().words, words("1-4")) << "as it is shown";
    EXPECT_EQ(frames(), 4u);
}

TEST_F(Exports, SayWhatTheProgramSaysWhenItRefuses) {
    m_run.start(words("1-1"));
    ASSERT_TRUE(waitForEnd(m_run));
    m_run.start(words("1-1"));
    ASSERT_TRUE(waitForEnd(m_run));
    EXPECT_EQ(m_run.state().phase, ExportPhase::Failed);
    EXPECT_NE(m_run.state().message.find("harmattan: "), std::string::npos) << m_run.state().message;
    EXPECT_NE(m_run.state().message.find("--force"), std::string::npos) << m_run.state().message;
}

TEST_F(Exports, StopAtAWholeFrameAndSayHowToGoOn) {
    m_run.start(words("1-3000"));
    ASSERT_TRUE(wait(m_run, [](const ExportState& state) { return state.done > 0; }));
    m_run.stop();
    EXPECT_EQ(m_run.state().phase, ExportPhase::Stopping);
    ASSERT_TRUE(waitForEnd(m_run));
    EXPECT_EQ(m_run.state().phase, ExportPhase::Stopped) << m_run.state().message;
    EXPECT_NE(m_run.state().message.find("--resume"), std::string::npos) << m_run.state().message;
    EXPECT_EQ(m_run.state().message.find("--progress"), std::string::npos) << m_run.state().message;
    EXPECT_LT(frames(), 3000u);
}

TEST_F(Exports, AClosingWindowWaitsForTheFrameAtHand) {
    m_run.start(words("1-3000"));
    ASSERT_TRUE(wait(m_run, [](const ExportState& state) { return state.done > 0; }));
    m_run.leave(kLongest);
    EXPECT_EQ(m_run.state().phase, ExportPhase::Stopped);
}

TEST(ExportRun, AProgramThatFailsWithoutAWordHasFailed) {
    ExportRun run("/bin/false");
    run.start({"false"});
    ASSERT_TRUE(waitForEnd(run));
    EXPECT_EQ(run.state().phase, ExportPhase::Failed);
    EXPECT_EQ(run.state().message, "");
}

TEST(ExportRun, AProgramThatIsNotThereIsAMessage) {
    ExportRun run("/nowhere/harmattan");
    run.start({"harmattan"});
    EXPECT_FALSE(isUnderWay(run.state()));
    EXPECT_EQ(run.state().phase, ExportPhase::Failed);
    EXPECT_NE(run.state().message.find("/nowhere/harmattan"), std::string::npos) << run.state().message;
}

TEST(ExportRun, WordsReachTheProgramAsTheyAreAndNoShellReadsThem) {
    ExportRun run("/bin/echo");
    run.start({"echo", "$HOME; 'a b' `id`"});
    ASSERT_TRUE(waitForEnd(run));
    EXPECT_EQ(run.state().phase, ExportPhase::Done);
    EXPECT_EQ(run.state().message, "$HOME; 'a b' `id` --progress json");
}

TEST(ExportRun, MuchTalkIsCutAndAKillIsAFailure) {
    ExportRun run("/bin/sh");
    run.start({"sh", "-c",
               "i=0; while [ $i -lt 3000 ]; do echo a line of some length; i=$((i+1)); done; kill -9 $$"});
    ASSERT_TRUE(waitForEnd(run));
    EXPECT_EQ(run.state().phase, ExportPhase::Failed);
    EXPECT_LE(run.state().message.size(), 4100u);
}

TEST(ExportRun, ProgressIsReadAndOddLinesAreMessages) {
    ExportState state;
    takeLine(state, R"({"frame":12,"done":3,"total":9,"fps":2.5,"seconds_left":2.4,"bytes":77})");
    EXPECT_EQ(state.done, 3);
    EXPECT_EQ(state.total, 9);
    EXPECT_DOUBLE_EQ(state.framesPerSecond, 2.5);
    EXPECT_DOUBLE_EQ(state.secondsLeft, 2.4);
    EXPECT_EQ(state.bytes, 77u);
    takeLine(state, R"({"done":"many"})");
    EXPECT_EQ(state.done, 3);
    takeLine(state, "harmattan: a warning");
    takeLine(state, "{ not JSON");
    EXPECT_EQ(state.message, "harmattan: a warning\n{ not JSON");
}
