#include "base/text_items.h"

#include <gtest/gtest.h>

#include "base/line_breaks.h"

using base::Direction;

namespace {

std::vector<std::string> textsOf(std::string_view line, Direction paragraph) {
    std::vector<std::string> texts;
    for (const base::TextItem& item : base::itemsOf(line, paragraph))
        texts.emplace_back(line.substr(item.begin, item.end - item.begin));
    return texts;
}

std::vector<std::string> partsOf(std::string_view paragraph, std::string_view language) {
    std::vector<std::string> texts;
    for (const base::LinePart& part : base::lineParts(paragraph, language)) texts.emplace_back(part.text);
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST(TextItems, ALineOfOneScriptIsOneItem) {
    const auto items = base::itemsOf("Niamey, 1 500 soldats", Direction::LeftToRight);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].script, "Latn");
    EXPECT_EQ(items[0].direction, Direction::LeftToRight);
    EXPECT_FALSE(items[0].joined);
}

TEST(TextItems, AWordOfAnotherScriptIsAnItemOfItsOwn) {
    EXPECT_EQ(textsOf("avion Ил-76 russe", Direction::LeftToRight), (Texts{"avion ", "Ил-76 ", "russe"}));
}

TEST(TextItems, LatinAndNumbersInArabicStandWhereAReaderExpectsThem) {
    EXPECT_EQ(textsOf("اتفاق G5 في 2023", Direction::RightToLeft),
              (Texts{"2023", "في ", " ", "G5", "اتفاق "}));
}

TEST(TextItems, AnArabicNameInAFrenchSentenceKeepsTheSentencesOrder) {
    EXPECT_EQ(textsOf("à نيامي hier", Direction::LeftToRight), (Texts{"à ", "نيامي", " ", "hier"}));
}

TEST(TextItems, ArabicLettersJoin) {
    for (const auto& item : base::itemsOf("نيامي", Direction::RightToLeft)) EXPECT_TRUE(item.joined);
}

TEST(TextItems, TheDirectionOfAParagraphIsThatOfItsLanguageIfItHasSuchLetters) {
    EXPECT_EQ(base::paragraphDirection("G5 في 2023", "ar"), Direction::RightToLeft);
    EXPECT_EQ(base::paragraphDirection("G5 في 2023", "fr"), Direction::LeftToRight);
    EXPECT_EQ(base::paragraphDirection("اتفاق G5", "fr"), Direction::LeftToRight);
    EXPECT_EQ(base::paragraphDirection("اتفاق 5", "fr"), Direction::RightToLeft);
    EXPECT_EQ(base::paragraphDirection("اتفاق G5", ""), Direction::RightToLeft);
    EXPECT_EQ(base::paragraphDirection("G5 Sahel.", "ar"), Direction::LeftToRight);
}

TEST(TextItems, ANameThatRunsTheOtherWayIsIsolated) {
    EXPECT_EQ(base::isolated("Le Monde", "fr"), "Le Monde");
    EXPECT_EQ(base::isolated("نيامي", "fr"), "\u2068نيامي\u2069");
    EXPECT_EQ(base::isolated("Le Monde", "ar"), "\u2068Le Monde\u2069");
    EXPECT_EQ(base::isolated("نيامي", "ar"), "نيامي");
}

TEST(TextItems, IllFormedBytesAreReplacedAndHaveAPlace) {
    const auto characters = base::charactersOf(
        "a\xff"
        "b");
    ASSERT_EQ(characters.size(), 3u);
    EXPECT_EQ(characters[1].codePoint, 0xFFFDu);
    EXPECT_EQ(characters[2].begin, 2u);
}

TEST(TextItems, SpacesControlsAndDirectionMarksNeedNoGlyph) {
    for (const std::uint32_t c : {0x20u, 0xA0u, 0x202Fu, 0x200Du, 0x2068u, 0x9u})
        EXPECT_FALSE(base::needsGlyph(c));
    for (const std::uint32_t c : {0x41u, 0x628u, 0x64Eu}) EXPECT_TRUE(base::needsGlyph(c));
}

TEST(LineBreaks, FrenchSpacingHoldsWithOrdinarySpaces) {
    EXPECT_EQ(partsOf("vers où ? « Le Tchad », dit-on ; oui : 3 % !", "fr"),
              (Texts{"vers", "où ?", "« Le", "Tchad »,", "dit-", "on ;", "oui :", "3 % !"}));
}

TEST(LineBreaks, NoBreakSpacesOfBothWidthsHold) {
    EXPECT_EQ(partsOf("1\u202f500\u00a0soldats partent", "fr"),
              (Texts{"1\u202f500\u00a0soldats", "partent"}));
}

TEST(LineBreaks, DatesAndScoresAreNotPartedAtTheirDash) {
    EXPECT_EQ(partsOf("de 2022–2024 à", "fr"), (Texts{"de", "2022–2024", "à"}));
}

TEST(LineBreaks, SeveralSpacesCountAsOne) {
    EXPECT_EQ(partsOf("  a   b ", "fr"), (Texts{"a", "b"}));
}

TEST(LineBreaks, ChineseBreaksWithoutSpaces) {
    EXPECT_GT(partsOf("尼日尔首都尼亚美", "zh").size(), 3u);
}

TEST(LineBreaks, ALetterAndItsMarksAreOneGrapheme) {
    EXPECT_EQ(base::graphemesOf("e\u0301a").size(), 2u);
}
