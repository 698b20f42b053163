// Mouse, clicker and keyboard as they misbehave in a room, in a real window.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "program/small_film.h"
#include "program/window_stage.h"
#include "ui/key_input.h"

namespace {

using Json = WindowStage::Json;
using ui::key;
using ui::KeyName;

class WindowInput : public testing::Test {
  protected:
    void SetUp() override {
        writeFile(folder.path("film.toml"), kSmallFilm + kThirdCue);
        stage = std::make_unique<WindowStage>(
            WindowStage::Setup{{folder.path("film.toml"), "--size", "640x360"}, {640, 360}, {}, {}, 500});
        ASSERT_TRUE(stage->isUp());
    }
    /// Ends a detour; waits until the film's own camera is back.
    void comeBack() {
        stage->forgetLines();
        stage->press(key('r'));
        stage->await("view", [](const Json& line) { return line["view"].is_null(); });
    }
    static void letContactsRest() {
        std::this_thread::sleep_for(std::chrono::duration<double>(ui::kBounceSeconds + 0.02));
    }

    TemporaryFolder folder;
    std::unique_ptr<WindowStage> stage;
};

double width(const Json& line) {
    return line["view"]["width_km"].get<double>();
}
double longitude(const Json& line) {
    return line["view"]["center"][0].get<double>();
}

}  // namespace

TEST_F(WindowInput, TheMousePansZoomsFliesAndTilts) {
    stage->movePointer(320, 180);
    stage->press(key('+'));
    Json was = stage->await("view");
    stage->drag(1, 420, 180);
    Json is = stage->await("view", [&](const Json& line) { return longitude(line) < longitude(was) - 1; });
    EXPECT_EQ(is["mode"], "detour");

    stage->forgetLines();
    was = stage->now();
    stage->wheel(2);
    was = stage->await("view", [&](const Json& line) { return width(line) < width(was) / 1.3; });
    stage->wheel(-1);
    stage->await("view", [&](const Json& line) { return width(line) > width(was) * 1.1; });

    comeBack();
    stage->movePointer(400, 150);
    stage->doubleClick();
    is = stage->await("view");
    const double begun = width(is);
    stage->await("view", [&](const Json& line) { return width(line) < begun * 0.6; });

    stage->drag(3, 480, 60);
    stage->await("view", [](const Json& line) {
        return line["view"]["pitch"].get<double>() > 5 && line["view"]["bearing"].get<double>() != 0;
    });
}

TEST_F(WindowInput, AHeldScrubberFollowsThePointerAndStandsStillUnderIt) {
    stage->press(key(KeyName::Tab));
    stage->await("list");
    constexpr int kScrubber = 344;  // its middle, pixels from the window's top
    stage->movePointer(200, kScrubber);
    stage->holdButton(1);
    const Json first = stage->await("seek");
    stage->forgetLines();
    stage->setPointer(420, kScrubber);
    const Json second = stage->await("seek", [&](const Json& line) {
        return line["cue"] != first["cue"] ||
               line["seconds"].get<double>() > first["seconds"].get<double>() + 1;
    });
    for (int i = 0; i < 5; ++i) {
        letContactsRest();
        const Json now = stage->now();
        EXPECT_EQ(now["cue"], second["cue"]);
        EXPECT_NEAR(now["seconds"].get<double>(), second["seconds"].get<double>(), 0.2);
    }
    stage->releaseButton(1);
}

TEST_F(WindowInput, AStuckOrBouncingClickerNeverSkipsAStep) {
    // How long the server takes to repeat a key is told by one that may repeat.
    const auto began = std::chrono::steady_clock::now();
    stage->hold(key('-'));
    for (int i = 0; i < 4; ++i) stage->await("view");
    stage->release(key('-'));
    const auto repeats = std::chrono::steady_clock::now() - began;
    comeBack();

    const int cues = stage->count("cue");
    stage->hold(key(KeyName::PageDown));
    stage->await("cue");
    std::this_thread::sleep_for(repeats * 1.5);
    stage->release(key(KeyName::PageDown));
    letContactsRest();
    stage->press(key(KeyName::PageUp));
    EXPECT_EQ(stage->await("cue")["cue"], "first") << "held, it counted more than once";
    EXPECT_EQ(stage->count("cue"), cues + 2);

    letContactsRest();
    stage->press(key(KeyName::End));
    stage->await("cue");
    stage->pressQuickly(key(KeyName::PageUp), 3);
    EXPECT_EQ(stage->await("cue")["cue"], "second");
    stage->press(key('l'));
    EXPECT_EQ(stage->await("language")["cue"], "second") << "a contact that bounced counted more than once";
    EXPECT_EQ(stage->count("cue"), cues + 4);
}

TEST_F(WindowInput, ANumberAndEnterJumpAndKeysSleepUnderBlack) {
    stage->press(key('2'));
    EXPECT_EQ(stage->await("number")["number"], "2");
    stage->press(key(KeyName::Enter));
    EXPECT_EQ(stage->await("cue")["cue"], "second");

    const auto dark = [](const base::Image& screen) { return screen.bytes[0] == 0 && screen.bytes[1] == 0; };
    const auto white = [](const base::Image& screen) { return screen.bytes[0] == 255; };
    stage->press(key('b'));
    stage->await("mode", [](const Json& line) { return line["mode"] == "black"; });
    stage->awaitPicture(dark);
    for (const ui::Key& asleep : {key(KeyName::PageUp), key('l'), key('t'), key('+'), key(KeyName::F1)})
        stage->press(asleep);
    stage->press(key('w'));
    Json is = stage->await("mode");
    EXPECT_EQ(is["mode"], "white");
    stage->awaitPicture(white);
    stage->press(key('w'));
    is = stage->await("mode");
    EXPECT_EQ(is["cue"], "second");
    EXPECT_EQ(is["language"], "fr");
    EXPECT_EQ(is["theme"], "night");
    EXPECT_EQ(is["help"], false);
    EXPECT_TRUE(is["view"].is_null());
    stage->awaitPicture([&](const base::Image& screen) { return !white(screen); });
}
