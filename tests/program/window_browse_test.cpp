// Looking through a film in a real window: overview, search, cards, ruler, and a story that plays by itself.
#include <gtest/gtest.h>

#include <filesystem>

#include "program/small_film.h"
#include "program/window_stage.h"

namespace {

using Json = WindowStage::Json;
using ui::key;
using ui::KeyName;

WindowStage::Predicate says(const char* fact, const Json& value) {
    return [=](const Json& line) { return line[fact] == value; };
}

class WindowBrowse : public testing::Test {
  protected:
    void begin(const std::vector<std::string>& more = {}) {
        writeFile(folder.path("film.toml"), filmWithAddress());
        // The only thing that can be found to open an address with notes it down.
        const std::string opener = folder.path("xdg-open");
        writeFile(opener, "#!/bin/sh\necho \"$1\" > " + folder.path("opened") + "\n");
        std::filesystem::permissions(opener, std::filesystem::perms::owner_all);
        std::vector<std::string> words{folder.path("film.toml"), "--lang", "en"};
        words.insert(words.end(), more.begin(), more.end());
        stage = std::make_unique<WindowStage>(
            WindowStage::Setup{words, {640, 360}, {"PATH=" + folder.path()}, {}});
        ASSERT_TRUE(stage->isUp());
    }
    static std::string filmWithAddress() {
        const std::string publisher = "publisher = \"Journal\"";
        std::string film = kSmallFilm;
        return film.insert(film.find(publisher) + publisher.size(), "\nurl = \"https://journal.example/a\"");
    }

    TemporaryFolder folder;
    std::unique_ptr<WindowStage> stage;
};

}  // namespace

TEST_F(WindowBrowse, AnOverviewIsChosenFromByArrowsAndByClick) {
    begin({"--paused"});
    stage->press(key('o'));
    stage->await("mode", says("mode", "overview"));
    stage->press(key(KeyName::Right));
    stage->press(key(KeyName::Enter));
    stage->await("cue", says("cue", "second"));
    stage->press(key('o'));
    stage->await("mode", says("mode", "overview"));
    stage->movePointer(60, 80);  // within the first picture, at the top left
    stage->click();
    stage->await("cue", says("cue", "first"));
    EXPECT_EQ(stage->now()["open"], "");
}

TEST_F(WindowBrowse, APlaceIsSearchedForAndFlownTo) {
    begin({"--paused"});
    stage->press(key('f', ui::kControl));
    stage->await("open", says("open", "search"));
    stage->await("typing", says("typing", true));
    stage->type("bama");
    stage->await("search", says("search", "bama"));
    stage->press(key(KeyName::Enter));
    stage->await("mode", says("mode", "detour"));
    stage->press(key('r'));
    stage->await("view", [](const Json& line) { return line["view"].is_null(); });
    EXPECT_EQ(stage->now()["cue"], "first");
}

TEST_F(WindowBrowse, AClickOpensACardAndOneKeyItsAddress) {
    begin({"--paused", "--at", "1.5"});
    stage->press(key('d'));
    stage->await("card", says("card", "event:A"));
    EXPECT_FALSE(std::filesystem::exists(folder.path("opened"))) << "only on request";
    stage->press(key('u'));
    ASSERT_TRUE(awaitTrue([&] { return std::filesystem::exists(folder.path("opened")); }));
    EXPECT_TRUE(awaitTrue([&] { return readFile(folder.path("opened")) == "https://journal.example/a\n"; }));
    stage->press(key(KeyName::Escape));
    stage->await("card", says("card", ""));
    stage->movePointer(90, 270);  // on the caption
    stage->click();
    stage->await("card", says("card", "event:A"));
    EXPECT_EQ(stage->now()["mode"], "hold") << "a click is no detour";
}

TEST_F(WindowBrowse, TheRulerIsDrawnByTwoClicks) {
    begin({"--paused"});
    stage->press(key('m'));
    stage->await("ruler", says("ruler", true));
    stage->movePointer(300, 120);
    stage->click();
    stage->movePointer(500, 200);
    stage->click();
    stage->await("ruler_km", [](const Json& line) { return line["ruler_km"].get<double>() > 100; });
    EXPECT_TRUE(stage->now()["view"].is_null()) << "the map stays";
}

TEST_F(WindowBrowse, ALoopGoesFromTheLastCueToTheFirst) {
    begin({"--loop"});
    stage->await("cue", says("cue", "second"));
    stage->await("cue", says("cue", "first"));
    stage->await("cue", says("cue", "second"));
}
