// Writing the film while it is on screen: saves from outside, broken ones, and the inspector, in a real
// window.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "program/small_film.h"
#include "program/window_stage.h"

namespace {

using Json = WindowStage::Json;
using ui::key;
using ui::KeyName;

class WindowWriting : public testing::Test {
  protected:
    void SetUp() override {
        writeFile(film, kSmallFilm);
        stage = std::make_unique<WindowStage>(
            WindowStage::Setup{{film, "--paused", "--at", "1.5s"}, {640, 360}, {}, {}});
        ASSERT_TRUE(stage->isUp());
    }
    std::string text() const { return *base::readFile(film, 1 << 20); }
    static std::string with(std::string text, const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    }
    void quit() {
        stage->press(key('q', ui::kControl));
        EXPECT_EQ(stage->end().code, 0);
    }

    TemporaryFolder folder;
    const std::string film = folder.path("film.toml");
    std::unique_ptr<WindowStage> stage;
};

}  // namespace

TEST_F(WindowWriting, ASaveIsShownInPlaceAndABrokenOneIsToldUntilItIsMended) {
    const Json was = stage->now();
    const base::Image before = stage->steadyPicture();
    writeFile(film + ".new", kSmallFilm + "\n= broken\n");
    std::filesystem::rename(film + ".new", film);
    const Json broken = stage->await("notice");
    EXPECT_NE(broken["notice"].get<std::string>().find("film.toml:"), std::string::npos);
    EXPECT_EQ(broken["cue"], was["cue"]);
    writeFile(film, with(kSmallFilm, "Arrivée", "Ils sont venus"));
    const Json mended = stage->await("reload");
    EXPECT_EQ(mended["notice"], "");
    EXPECT_EQ(mended["cue"], was["cue"]);
    EXPECT_EQ(mended["seconds"], was["seconds"]);
    stage->awaitPicture([&](const base::Image& now) { return base::compare(now, before).worst > 0; });
    quit();
}

TEST_F(WindowWriting, AFileThatARefusedSaveNamesForTheFirstTimeIsFollowedToo) {
    const std::string actor = kSmallFilm.substr(kSmallFilm.find("[actors.one]"));
    const std::string actors = actor.substr(0, actor.find("[sources"));
    writeFile(folder.path("actors.toml"), "format = 1\n" + with(actors, "#ff6b3a", "orange"));
    writeFile(film, with(with(kSmallFilm, actors, ""), "[map]", "include = [\"actors.toml\"]\n\n[map]"));
    const Json broken = stage->await("notice");
    EXPECT_NE(broken["notice"].get<std::string>().find("actors.toml:"), std::string::npos) << broken;
    writeFile(folder.path("actors.toml"), "format = 1\n" + with(actors, "#ff6b3a", "#3a6bff"));
    EXPECT_EQ(stage->await("reload")["notice"], "");
    quit();
}

TEST_F(WindowWriting, TheInspectorChangesTheFileAndTakesItBack) {
    const std::string before = text();
    stage->press(key('i'));
    stage->await("inspector");
    stage->press(key(KeyName::Down));  // to the first field, the date
    stage->press(key(KeyName::Enter));
    stage->await("typing");
    stage->press(key(KeyName::End));
    for (int i = 0; i < 3; ++i) stage->press(key(KeyName::Backspace));
    stage->press(key(KeyName::Enter));
    stage->await("written");
    EXPECT_EQ(text(), with(before, "\"2024-04-10\"", "\"2024-04\""));
    EXPECT_EQ(*base::readFile(film + ".bak-1", 1 << 20), before);
    stage->press(key('z', ui::kControl));
    stage->await("written");
    EXPECT_EQ(text(), before);
    stage->press(key(KeyName::Escape));
    stage->await("inspector");
    quit();
}

TEST_F(WindowWriting, ARefusedTextKeepsTheKeyboardUntilEscapeTakesItBack) {
    const std::string before = text();
    stage->press(key('i'));
    stage->await("inspector");
    stage->press(key(KeyName::Down));
    stage->press(key(KeyName::Enter));
    stage->await("typing", [](const Json& line) { return line["typing"] == true; });
    stage->press(key(KeyName::End));
    stage->type("9");  // 2024-04-109
    stage->press(key(KeyName::Enter));
    stage->await("typing", [](const Json& line) { return line["typing"] == false; });
    stage->await("typing", [](const Json& line) { return line["typing"] == true; });
    stage->type("b+3");
    const Json now = stage->now();
    EXPECT_EQ(now["mode"], "hold");
    stage->press(key(KeyName::Escape));
    stage->await("typing", [](const Json& line) { return line["typing"] == false; });
    EXPECT_EQ(text(), before);
    // The field holds what the file does: taken up again, it is saved from there.
    stage->press(key(KeyName::Enter));
    stage->await("typing", [](const Json& line) { return line["typing"] == true; });
    stage->press(key(KeyName::End));
    for (int i = 0; i < 3; ++i) stage->press(key(KeyName::Backspace));
    stage->press(key(KeyName::Enter));
    stage->await("written");
    EXPECT_EQ(text(), with(before, "\"2024-04-10\"", "\"2024-04\""));
    stage->press(key(KeyName::Escape));
    quit();
}

TEST_F(WindowWriting, LinesThatAFieldBreaksAreNoneOfTheText) {
    std::string words = "one";
    for (int i = 0; i < 30; ++i) words += " and one";
    writeFile(film, with(text(), "\"Arrivée\"", "\"" + words + "\""));
    stage->await("reload");
    stage->press(key('i'));
    stage->await("inspector");
    stage->press(key(KeyName::Down));
    stage->press(key(KeyName::Enter));
    stage->await("typing");
    for (int i = 0; i < 4; ++i) {  // from, to, via, the title in French
        stage->press(key(KeyName::Tab));
        stage->steadyPicture();
    }
    const std::string before = text();
    for (const char c : {'a', 'c', 'v'}) stage->press(key(c, ui::kControl));
    stage->press(key('x'));
    stage->press(key(KeyName::Enter));
    stage->await("written");
    const std::string pasted = text();
    EXPECT_EQ(pasted, with(before, words, words + "x"));
    // At the end of a line that the field has broken.
    stage->press(key(KeyName::Enter));
    stage->await("typing", [](const Json& line) { return line["typing"] == true; });
    stage->press(key(KeyName::Home, ui::kControl));
    stage->press(key(KeyName::End));
    stage->press(key('x'));
    stage->press(key(KeyName::Enter));
    stage->await("written");
    EXPECT_EQ(text().size(), pasted.size() + 1);
    EXPECT_EQ(text().find("\\n"), std::string::npos);
    quit();
}

TEST_F(WindowWriting, ASaveThatChangesNothingLeavesOpenWhatIsOpen) {
    stage->press(key('d'));
    stage->await("card", [](const Json& line) { return line["card"] != ""; });
    writeFile(film, kSmallFilm + "# a remark\n");
    const Json now = stage->await("reload");
    EXPECT_NE(now["card"], "");
    quit();
}
