// The presenter's notes in a second window, on one display. Two displays are tests/ui/displays_test.cpp's.
#include <gtest/gtest.h>

#include "program/small_film.h"
#include "program/window_stage.h"

namespace {

using Json = WindowStage::Json;
using ui::key;
using ui::KeyName;

class WindowNotes : public testing::Test {
  protected:
    void SetUp() override { writeFile(film, kSmallFilm); }

    WindowStage::Setup setup(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{film, "--size", "640x360"};
        words.insert(words.end(), more.begin(), more.end());
        return {words, {1280, 720}, {"HARMATTAN_SETTINGS=" + folder.path("settings.json")}, {}};
    }
    static WindowStage::Predicate is(const char* fact, const Json& value) {
        return [=](const Json& line) { return line[fact] == value; };
    }
    static bool same(const base::Image& a, const base::Image& b) { return base::compare(a, b).worst == 0; }

    TemporaryFolder folder;
    const std::string film = folder.path("film.toml");
};

}  // namespace

TEST_F(WindowNotes, OpenBesideTheShowAndLeaveItAsItWas) {
    WindowStage stage(setup({"--at", "1.5s", "--paused", "--no-settings"}));
    ASSERT_TRUE(stage.isUp());
    stage.press(key('h'));
    stage.await("panels", is("panels", false));
    const base::Image before = stage.steadyPicture();
    stage.press(key('s'));
    stage.await("notes_display", [](const Json& line) { return line["notes_display"] != ""; });
    stage.awaitPicture([&](const base::Image& picture) { return !same(picture, before); });
    stage.press(key('s'));
    stage.await("notes_display", is("notes_display", ""));
    stage.awaitPicture([&](const base::Image& picture) { return same(picture, before); });
    stage.press(key('q', ui::kControl));
    EXPECT_EQ(stage.end().code, 0);
}

TEST_F(WindowNotes, TakeTheKeysOfTheShowButThoseOfTheirLetters) {
    WindowStage stage(setup({"--notes", "1"}));
    ASSERT_TRUE(stage.isUp());
    EXPECT_EQ(stage.now()["notes"], true);
    stage.movePointer(640, 360);  // without a window manager keys go to what is under the pointer
    stage.press(key(KeyName::PageDown));
    stage.await("cue", is("cue", "second"));
    EXPECT_EQ(stage.now()["talk"], "runs");
    stage.press(key('+'));
    stage.press(key('b'));
    const Json black = stage.await("mode", is("mode", "black"));
    EXPECT_TRUE(black["view"].is_null()) << "+ is for the letters of the notes";
    stage.press(key('q', ui::kControl));
    EXPECT_EQ(stage.end().code, 0) << "the second window does not outlive the first";
    EXPECT_NE(readFile(folder.path("settings.json")).find("notes_text"), std::string::npos);
}

TEST_F(WindowNotes, OnADisplayThatIsNotThereAreWrongUse) {
    WindowStage stage(setup());
    ASSERT_TRUE(stage.isUp());
    const Outcome outcome = runProgram({"present", film, "--notes", "beamer"},
                                       {"DISPLAY=" + stage.display(), "SDL_VIDEODRIVER=x11"});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.error.find("there is no display \"beamer\""), std::string::npos) << outcome.error;
    EXPECT_EQ(runProgram({"present", film, "--talk", "long"}).code, 2);
}
