// What the tool itself shows in a real window: hints, panels that come back, messages, and nothing of all
// that when the picture is wanted alone.
#include <gtest/gtest.h>

#include "program/small_film.h"
#include "program/window_stage.h"

namespace {

using Json = WindowStage::Json;
using ui::key;
using ui::KeyName;

class WindowLook : public testing::Test {
  protected:
    void SetUp() override { writeFile(film, kSmallFilm); }

    WindowStage::Setup setup(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{film};
        words.insert(words.end(), more.begin(), more.end());
        return {words, {640, 360}, {"HARMATTAN_SETTINGS=" + folder.path("settings.json")}, {}};
    }
    base::Image still(const std::vector<std::string>& more, const std::string& size = "640x360") const {
        std::vector<std::string> words{"still",  film, "-o",   folder.path("still.png"),
                                       "--size", size, "--at", "1.5s"};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(runProgram(words).code, 0);
        base::Image image = std::move(*base::readImage(folder.path("still.png")));
        return image;
    }
    static bool same(const base::Image& a, const base::Image& b) { return base::compare(a, b).worst == 0; }
    static void quit(WindowStage& stage) {
        stage.press(key('q', ui::kControl));
        EXPECT_EQ(stage.end().code, 0);
    }
    static WindowStage::Predicate is(const char* fact, const Json& value) {
        return [=](const Json& line) { return line[fact] == value; };
    }

    TemporaryFolder folder;
    const std::string film = folder.path("film.toml");
};

}  // namespace

TEST_F(WindowLook, HintsAreShownAtTheFirstStartAlone) {
    {
        WindowStage stage(setup());
        ASSERT_TRUE(stage.isUp());
        EXPECT_EQ(stage.now()["hints"], true);
        stage.press(key(KeyName::PageDown));
        stage.await("hints", is("hints", false));
        quit(stage);
    }
    WindowStage stage(setup());
    ASSERT_TRUE(stage.isUp());
    EXPECT_EQ(stage.now()["hints"], false);
    quit(stage);
}

TEST_F(WindowLook, HintsAreNotShownInFullScreenNorWithoutSettings) {
    for (const char* option : {"--fullscreen", "--no-settings"}) {
        WindowStage stage(setup({option}));
        ASSERT_TRUE(stage.isUp());
        EXPECT_EQ(stage.now()["hints"], false) << option;
        quit(stage);
    }
}

TEST_F(WindowLook, AnOpenListIsOpenAtTheNextStart) {
    {
        WindowStage stage(setup());
        ASSERT_TRUE(stage.isUp());
        stage.press(key(KeyName::Tab));
        stage.await("list", is("list", true));
        stage.press(key(KeyName::F5));
        stage.await("list", is("list", false));
        quit(stage);
    }
    WindowStage stage(setup());
    ASSERT_TRUE(stage.isUp());
    EXPECT_EQ(stage.now()["list"], true);
    quit(stage);
}

TEST_F(WindowLook, TheInspectorsNotesAreNotInFrontOfTheRoomAtTheNextStart) {
    writeFile(folder.path("settings.json"), R"({"hints_seen":true,"open":["inspector","list"]})");
    WindowStage stage(setup());
    ASSERT_TRUE(stage.isUp());
    EXPECT_EQ(stage.now()["list"], true);
    EXPECT_EQ(stage.now()["inspector"], false);
    quit(stage);
}

TEST_F(WindowLook, AWindowThatIsRememberedFitsTheDisplay) {
    writeFile(folder.path("settings.json"),
              R"({"hints_seen":true,"window":{"x":-15000,"y":0,"w":32000,"h":400,"maximised":false}})");
    WindowStage stage(setup());
    ASSERT_TRUE(stage.isUp());
    quit(stage);
}

TEST_F(WindowLook, ThePictureAloneHasNothingOfTheTool) {
    const base::Image alone = still({"--no-panels"}), whole = still({});
    WindowStage stage(setup({"--at", "1.5s", "--paused", "--overlay"}));
    ASSERT_TRUE(stage.isUp());
    EXPECT_EQ(stage.now()["hints"], true);
    stage.awaitPicture([&](const base::Image& picture) { return !same(picture, whole); });
    writeFile(film, "format = 1\nthis is no film\n");
    stage.await("notice");
    stage.press(key('h'));
    stage.await("panels", is("panels", false));
    stage.awaitPicture([&](const base::Image& picture) { return same(picture, alone); });
    quit(stage);
}

TEST_F(WindowLook, TheWindowShowsWhatAStillHas) {
    // Large enough for panels that fill whole tiles of a software renderer.
    for (const char* theme : {"night", "paper"}) {
        WindowStage::Setup large =
            setup({"--theme", theme, "--size", "1280x720", "--at", "1.5s", "--paused", "--no-settings"});
        large.screen = {1280, 720};
        WindowStage stage(large);
        ASSERT_TRUE(stage.isUp());
        const base::Image expected = still({"--theme", theme}, "1280x720");
        const base::Image shown =
            stage.awaitPicture([&](const base::Image& now) { return base::compare(now, expected).worst <= 1; });
        EXPECT_LE(base::compare(shown, expected).worst, 1) << theme;
        quit(stage);
    }
}

TEST_F(WindowLook, ABrokenSaveIsSaidUntilItIsMended) {
    const base::Image whole = still({});
    WindowStage stage(setup({"--at", "1.5s", "--paused", "--no-settings"}));
    ASSERT_TRUE(stage.isUp());
    stage.awaitPicture([&](const base::Image& picture) { return same(picture, whole); });
    writeFile(film, "format = 1\nthis is no film\n");
    const Json told = stage.await("notice");
    EXPECT_NE(told["notice"].get<std::string>().find("film.toml:2:"), std::string::npos) << told;
    stage.awaitPicture([&](const base::Image& picture) { return !same(picture, whole); });
    writeFile(film, kSmallFilm);
    stage.await("reload");
    stage.awaitPicture([&](const base::Image& picture) { return same(picture, whole); });
    quit(stage);
}

TEST_F(WindowLook, TextIsAsLargeAsIsAskedFor) {
    WindowStage usual(setup({"--at", "1.5s", "--paused", "--overlay", "--no-settings"}));
    ASSERT_TRUE(usual.isUp());
    const base::Image before = usual.steadyPicture();
    quit(usual);
    WindowStage smaller(
        setup({"--at", "1.5s", "--paused", "--overlay", "--no-settings", "--ui-scale", "0.7"}));
    ASSERT_TRUE(smaller.isUp());
    smaller.awaitPicture([&](const base::Image& picture) { return !same(picture, before); });
    quit(smaller);
}
