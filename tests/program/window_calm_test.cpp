// A calm machine, in a real window: it sleeps when nothing moves, and what happens to the window or its
// driver does not end the show.
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "program/small_film.h"
#include "program/window_stage.h"

namespace {

using Json = WindowStage::Json;
using ui::key;

class WindowCalm : public testing::Test {
  protected:
    WindowStage& open(const std::vector<std::string>& words, const std::vector<std::string>& settings = {}) {
        std::vector<std::string> all{folder.path("film.toml"), "--size", "480x270"};
        all.insert(all.end(), words.begin(), words.end());
        writeFile(folder.path("film.toml"), kSmallFilm);
        m_stage = std::make_unique<WindowStage>(WindowStage::Setup{all, {640, 360}, settings, {}, 500});
        return *m_stage;
    }
    static void letTimePass() { std::this_thread::sleep_for(std::chrono::milliseconds(1500)); }

    TemporaryFolder folder;

  private:
    std::unique_ptr<WindowStage> m_stage;
};

int frames(const Json& line) {
    return line["frames"].get<int>();
}

// What an event costs until the overlay has come to rest, with room for a focus or exposure that comes late.
constexpr int kFewFrames = 12;

}  // namespace

TEST_F(WindowCalm, NoFrameIsDrawnWhileTimeStandsOrTheScreenIsBlack) {
    WindowStage& stage = open({"--paused"});
    ASSERT_TRUE(stage.isUp());
    for (const char c : {'k', 'b'}) {
        stage.forgetLines();
        if (c == 'b') {
            stage.press(key(c));
            stage.await("mode");
        }
        const int before = frames(stage.now());
        letTimePass();
        stage.press(key('f'));
        EXPECT_LE(frames(stage.await("full_screen")) - before, kFewFrames) << c;
    }
    stage.awaitPicture([](const base::Image& screen) {
        for (std::size_t i = 0; i < screen.bytes.size(); ++i) {
            if (i % 4 != 3 && screen.bytes[i] != 0) return false;
        }
        return true;
    });
}

TEST_F(WindowCalm, ItGoesOnHiddenResizedAndAfterASleep) {
    WindowStage& stage = open({});
    ASSERT_TRUE(stage.isUp());
    stage.unmap();
    stage.map();
    stage.resize(540, 300);  // it begins at 80, 45
    ::kill(stage.process(), SIGSTOP);
    letTimePass();
    ::kill(stage.process(), SIGCONT);
    const double before = stage.now()["seconds"];
    stage.forgetLines();
    stage.press(key('k'));
    EXPECT_LT(stage.await("pause")["seconds"].get<double>(), before + 60);
    stage.press(key('n'));
    EXPECT_EQ(stage.await("cue")["cue"], "second");
    // The picture fills the new size.
    const auto lit = [](const base::Image& screen, int x, int y) {
        const auto at = static_cast<std::size_t>((y * screen.width + x) * 4);
        return screen.bytes[at] + screen.bytes[at + 1] + screen.bytes[at + 2] > 0;
    };
    stage.press(key('h'));
    stage.await("panels");
    stage.press(key(ui::KeyName::End));
    stage.awaitPicture([&](const base::Image& screen) {
        int pixels = 0;
        for (int y = 0; y < screen.height; y += 4) {
            for (int x = 0; x < screen.width; x += 4) pixels += lit(screen, x, y);
        }
        return pixels * 16 > 530 * 290;
    });
    stage.press(key('q', ui::kControl));
    EXPECT_EQ(stage.end().code, 0);
}

TEST_F(WindowCalm, ALostContextLeavesTheSamePicture) {
    const std::vector<std::string> words{"--paused", "--at", "2.9s", "--fullscreen", "--overlay"};
    base::Image usual;
    {
        WindowStage& stage = open(words);
        ASSERT_TRUE(stage.isUp());
        usual = stage.steadyPicture();
    }
    WindowStage& stage = open(words, {"HARMATTAN_LOSE_CONTEXT_AT=2"});
    ASSERT_TRUE(stage.isUp());
    stage.awaitPicture([&](const base::Image& screen) { return screen == usual; });
    stage.press(key('q', ui::kControl));
    const Outcome outcome = stage.end();
    EXPECT_EQ(outcome.code, 0);
    EXPECT_NE(outcome.error.find("was reset; the show goes on"), std::string::npos) << outcome.error;
}

TEST_F(WindowCalm, NothingDependsOnSound) {
    WindowStage& stage = open({"--stats"}, {"SDL_AUDIODRIVER=none", "ALSA_CONFIG_PATH=/nowhere"});
    ASSERT_TRUE(stage.isUp());
    stage.press(key('n'));
    EXPECT_EQ(stage.await("cue")["cue"], "second");
    stage.press(key('q', ui::kControl));
    const Outcome outcome = stage.end();
    EXPECT_EQ(outcome.code, 0);
    EXPECT_NE(outcome.out.find("from key or mouse to picture"), std::string::npos) << outcome.out;
}
