#include "ui/settings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "temporary_path.h"

using namespace ui;
namespace fs = std::filesystem;

namespace {

class RememberedSettings : public testing::Test {
  protected:
    ~RememberedSettings() override { fs::remove_all(folder); }

    Settings reread() const { return SettingsFile(path).read(); }
    void write(const std::string& text) const {
        fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path) << text;
    }
    nlohmann::json written() const { return nlohmann::json::parse(std::ifstream(path)); }

    const std::string folder = temporaryPath("settings");
    const std::string path = folder + "/new/harmattan/settings.json";
};

Settings someSettings() {
    Settings settings;
    settings.hintsSeen = true;
    settings.open = {"inspector", "list"};
    settings.showDisplay = "EPSON \"PJ\" é";
    settings.notesDisplay = "eDP-1";
    settings.window = WindowPlace{-1900, 40, {1600, 900}, true};
    settings.notesText = 1.5;
    return settings;
}

}  // namespace

TEST_F(RememberedSettings, ComeBackAsTheyWereKept) {
    SettingsFile file(path);
    EXPECT_EQ(file.read(), Settings()) << "the first start";
    EXPECT_TRUE(file.keep(someSettings())) << "folders are made";
    EXPECT_EQ(reread(), someSettings());
    for (const auto& entry : fs::directory_iterator(fs::path(path).parent_path()))
        EXPECT_EQ(entry.path().filename(), "settings.json") << "no temporary file is left";
}

TEST_F(RememberedSettings, AreWrittenOnlyWhenTheyDiffer) {
    SettingsFile file(path);
    file.read();
    EXPECT_TRUE(file.keep({}));
    EXPECT_FALSE(fs::exists(path));
    EXPECT_TRUE(file.keep(someSettings()));
    fs::remove(path);
    EXPECT_TRUE(file.keep(someSettings()));
    EXPECT_FALSE(fs::exists(path));
}

TEST_F(RememberedSettings, LeaveTheKeysOfNewerVersions) {
    write(R"({"hints_seen": false, "colour_of_tomorrow": {"deep": [1, 2]}, "notes_text": 2})");
    SettingsFile file(path);
    Settings settings = file.read();
    EXPECT_EQ(settings.notesText, 2);
    settings.hintsSeen = true;
    ASSERT_TRUE(file.keep(settings));
    EXPECT_EQ(written()["colour_of_tomorrow"]["deep"][1], 2);
    EXPECT_EQ(written()["hints_seen"], true);
}

TEST_F(RememberedSettings, OfABrokenFileAreSetAside) {
    for (const char* text : {"{\"hints_seen\": tr", "[1, 2]", "", "\xff\xfe"}) {
        write(text);
        SettingsFile file(path);
        EXPECT_EQ(file.read(), Settings()) << text;
        EXPECT_EQ(file.problem(), path) << text;
        EXPECT_FALSE(fs::exists(path)) << text;
        std::ifstream aside(path + ".broken");
        std::stringstream kept;
        kept << aside.rdbuf();
        EXPECT_EQ(kept.str(), text);
        EXPECT_TRUE(file.keep(someSettings()));
        EXPECT_EQ(reread(), someSettings());
    }
}

TEST_F(RememberedSettings, OfAFileThatIsTooDeepAreSetAside) {
    const std::string deep(400000, '[');
    write("{\"x\":" + deep + std::string(deep.size(), ']') + "}");
    SettingsFile file(path);
    EXPECT_EQ(file.read(), Settings());
    EXPECT_EQ(file.problem(), path);
    EXPECT_TRUE(file.keep(someSettings()));
    EXPECT_EQ(reread(), someSettings());
    write("{\"hints_seen\":true,\"x\":[[[{\"y\":[1]}]]]}");
    EXPECT_TRUE(reread().hintsSeen) << "what a newer version may write is not too deep";
}

TEST_F(RememberedSettings, TakeNothingThatIsOutOfRange) {
    write(R"({"hints_seen": "yes", "open": ["list", 7, "list"], "show_display": 3, "notes_text": 1e9,
              "window": {"x": 0, "y": 0, "w": 0, "h": 5}, "notes_window": {"x": 1e30}})");
    Settings expected;
    expected.open = {"list"};
    expected.notesText = 4;
    SettingsFile file(path);
    EXPECT_EQ(file.read(), expected);
    EXPECT_TRUE(file.problem().empty());
    write("{\"show_display\": \"" + std::string(5000, 'x') + "\"}");
    EXPECT_EQ(reread(), Settings());
}

TEST_F(RememberedSettings, OfAFileThatIsTooLargeAreNotRead) {
    write("{\"hints_seen\": true, \"x\": \"" + std::string(2 << 20, 'x') + "\"}");
    EXPECT_EQ(reread(), Settings());
}

TEST(SettingsWithoutAPlace, AreForgottenInSilence) {
    SettingsFile none(""), unwritable("/proc/no/such/settings.json");
    EXPECT_EQ(none.read(), Settings());
    EXPECT_FALSE(none.keep(someSettings()));
    EXPECT_EQ(unwritable.read(), Settings());
    EXPECT_FALSE(unwritable.keep(someSettings()));
    EXPECT_TRUE(unwritable.problem().empty());
}

TEST(SettingsPath, IsWhereTheDesktopKeepsThem) {
    EXPECT_EQ(settingsPath({{}, "/c", "/home/a"}), "/c/harmattan/settings.json");
    EXPECT_EQ(settingsPath({{}, {}, "/home/a"}), "/home/a/.config/harmattan/settings.json");
    EXPECT_EQ(settingsPath({{}, "relative", "/home/a"}), "/home/a/.config/harmattan/settings.json");
    EXPECT_EQ(settingsPath({"here.json", "/c", "/home/a"}), "here.json");
    EXPECT_EQ(settingsPath({"", "/c", "/home/a"}), "");
    EXPECT_EQ(settingsPath({}), "");
}

TEST(OpenPanels, AreASetOfNames) {
    Settings settings;
    setOpen(settings, "list", true);
    setOpen(settings, "inspector", true);
    setOpen(settings, "list", true);
    EXPECT_EQ(settings.open, (std::vector<std::string>{"inspector", "list"}));
    EXPECT_TRUE(wasOpen(settings, "list"));
    setOpen(settings, "list", false);
    setOpen(settings, "list", false);
    EXPECT_FALSE(wasOpen(settings, "list"));
}
