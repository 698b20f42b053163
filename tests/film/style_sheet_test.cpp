#include "film/style_sheet.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "temporary_path.h"

namespace film {
namespace {

/// The sheet of a file with this text.
base::Result<StyleSheet> sheetOf(const std::string& text) {
    const std::filesystem::path path = temporaryPath("theme.toml");
    std::ofstream(path, std::ios::binary) << text;
    auto sheet = readStyleSheet(path.string());
    std::filesystem::remove(path);
    return sheet;
}

std::vector<std::string> said(const std::string& text) {
    std::vector<std::string> lines;
    const auto sheet = sheetOf(text);
    if (sheet) return lines;
    for (auto problem : sheet.problems()) {
        problem.file = "f";
        lines.push_back(base::toString(problem).substr(2));
    }
    return lines;
}

TEST(StyleSheet, IsAFlatListInTheOrderOfTheFile) {
    const auto sheet =
        sheetOf("glow = true\n[ground]\nsea = \"#123\"\nalpha = 1\n[arrow.head]\nwidth = 2.5\n");
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->settings.size(), 4u);
    EXPECT_EQ(sheet->settings[0].key, "glow");
    EXPECT_EQ(std::get<bool>(sheet->settings[0].value), true);
    EXPECT_EQ(sheet->settings[1].key, "ground.sea");
    EXPECT_EQ(std::get<std::string>(sheet->settings[1].value), "#123");
    EXPECT_EQ(sheet->settings[2].key, "ground.alpha");
    EXPECT_EQ(std::get<double>(sheet->settings[2].value), 1.0);
    EXPECT_EQ(sheet->settings[3].key, "arrow.head.width");
    EXPECT_EQ(std::get<double>(sheet->settings[3].value), 2.5);
}

TEST(StyleSheet, KnowsWhereEachSettingStands) {
    const auto sheet = sheetOf("[ground]\n  sea = \"#123\"\nland = { a = 1, b = 2 }\n");
    EXPECT_EQ(sheet->settings[0].line, 2);
    EXPECT_EQ(sheet->settings[0].column, 9);
    EXPECT_EQ(sheet->settings[2].key, "ground.land.b");
    EXPECT_EQ(sheet->settings[2].line, 3);
    EXPECT_EQ(sheet->settings[2].column, 21);
}

TEST(StyleSheet, HoldsOnlyNumbersStringsAndBooleans) {
    EXPECT_EQ(said("a = [1]\nb = 2024-01-01\nc = nan\n\"d.e\" = 1\n"),
              (std::vector<std::string>{
                  "1:5: a must be a number, a string, or true or false; a theme holds nothing else",
                  "2:5: b must be a number, a string, or true or false; a theme holds nothing else",
                  "3:5: c must be a finite number; nan and inf are not allowed",
                  "4:1: key \"d.e\" is not allowed; use A-Z a-z 0-9 _ -"}));
}

TEST(StyleSheet, ReportsSyntaxErrorsAndMissingFiles) {
    EXPECT_EQ(said("a = 1\na = 2\n").size(), 1u);
    EXPECT_EQ(readStyleSheet("/nowhere/theme.toml").problems()[0].trouble, base::Trouble::Failure);
}

TEST(StyleSheet, MayBeEmpty) {
    EXPECT_TRUE(sheetOf("")->settings.empty());
}

TEST(StyleSheet, ReadsTheThemesThatShip) {
    for (const char* name : {"night", "paper", "plain"}) {
        const auto sheet =
            readStyleSheet(std::string(HARMATTAN_SOURCE_DIR) + "/assets/themes/" + name + ".toml");
        EXPECT_TRUE(sheet) << name;
    }
}

}  // namespace
}  // namespace film
