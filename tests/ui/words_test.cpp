#include "ui/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "ui/commands.h"

using namespace ui;

namespace {

std::string sourceOf(const std::string& name) {
    std::ifstream file(std::string(HARMATTAN_SOURCE_DIR) + "/src/ui/" + name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// The names in `enum class Word`, in their order: the only list of all words that there is.
std::vector<std::string> namesOfWords() {
    const std::string header = sourceOf("words.h");
    const std::size_t open = header.find("enum class Word {") + 17, close = header.find("};", open);
    std::istringstream lines(header.substr(open, close - open));
    std::vector<std::string> names;
    for (std::string line; std::getline(lines, line);) {
        line.resize(std::min(line.size(), line.find("//")));
        std::replace(line.begin(), line.end(), ',', ' ');
        std::istringstream words(line);
        for (std::string name; words >> name;) names.push_back(name);
    }
    return names;
}

bool endsIn(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// What French typography asks for: no straight apostrophe or three full stops, no plain space before high
// signs or inside guillemets. "" when it is as it should be.
std::string slipIn(const std::string& french) {
    for (const char* wrong : {"'", "...", " :", " ;", " ?", " !", " »", "« ", "\""}) {
        if (french.find(wrong) != std::string::npos) return wrong;
    }
    for (const char* sign : {":", ";", "?", "!", "»"}) {
        for (std::size_t at = french.find(sign); at != std::string::npos; at = french.find(sign, at + 1)) {
            const std::string_view before = std::string_view(french).substr(0, at);
            if (!before.empty() && !endsIn(before, "\u00a0") && !endsIn(before, "\u202f")) return sign;
        }
    }
    return "";
}

}  // namespace

TEST(HelpPage, PrintsTheKeysOfTheTable) {
    EXPECT_EQ(keysText(rowOf(CommandId::Black), "en"), "B / .");
    EXPECT_EQ(keysText(rowOf(CommandId::StartHere), "fr"), "Maj+F5");
    EXPECT_EQ(keysText(rowOf(CommandId::Skip), "en"), "Alt+→ / ↓ / Space / Enter / N / Page Down");
}

TEST(Words, AreThereInBothLanguages) {
    const std::vector<std::string> names = namesOfWords();
    const std::string table = sourceOf("words.cpp");
    ASSERT_GT(names.size(), 60u);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::size_t at = table.find("{Word::" + names[i] + ",");
        ASSERT_NE(at, std::string::npos) << names[i] << " is missing in the table";
        EXPECT_EQ(table.find("{Word::" + names[i] + ",", at + 1), std::string::npos) << names[i];
        EXPECT_FALSE(word(static_cast<Word>(i), "fr").empty()) << names[i];
        EXPECT_FALSE(word(static_cast<Word>(i), "en").empty()) << names[i];
    }
    EXPECT_EQ(word(Word::Step, "fr"), "Étape");
    EXPECT_EQ(word(Word::Step, "ha"), "Step") << "English for languages the overlay does not know";
}

TEST(Words, KeepToFrenchTypography) {
    EXPECT_EQ(slipIn("Chercher : titre"), " :");
    EXPECT_EQ(slipIn("l'export"), "'");
    EXPECT_EQ(slipIn("Chercher\u00a0: titre…"), "");
    const std::vector<std::string> names = namesOfWords();
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_EQ(slipIn(std::string(word(static_cast<Word>(i), "fr"))), "") << names[i];
    for (const CommandRow& row : commandTable()) EXPECT_EQ(slipIn(std::string(row.fr)), "") << row.name;
}

TEST(Words, ExplainEveryRowOfTheHelpPage) {
    for (const CommandRow& row : commandTable()) {
        if (row.section == Section::Hidden) continue;
        EXPECT_FALSE(row.fr.empty()) << row.name;
        EXPECT_FALSE(row.en.empty()) << row.name;
    }
}

TEST(Words, WritesTimesInMinutesAndSeconds) {
    EXPECT_EQ(clockText(0), "0:00");
    EXPECT_EQ(clockText(62.9), "1:02");
    EXPECT_EQ(clockText(600), "10:00");
    EXPECT_EQ(clockText(-1), "0:00");
}

TEST(Words, FrenchElidesBeforeAVowel) {
    EXPECT_EQ(fromPlace("Oran", "fr"), "d’Oran");
    EXPECT_EQ(fromPlace("Évreux", "fr"), "d’Évreux");
    EXPECT_EQ(fromPlace("Niamey", "fr"), "de Niamey");
    EXPECT_EQ(fromPlace("Oran", "en"), "from Oran");
    EXPECT_EQ(fromPlace("", "fr"), "de ");
}
