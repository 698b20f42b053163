// Text in other scripts and directions: which glyphs, in which order.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "picture/font_files.h"
#include "picture/stage.h"
#include "picture/text_layout.h"
#include "temporary_path.h"

using picture::Face;
using picture::TextStyle;

namespace {

std::vector<picture::Glyph> glyphsOf(std::string_view text, Face face, const std::string& language,
                                     double tracking = 0) {
    return fonts().shape(text, {face, 20, tracking, language}).glyphs;
}

std::vector<std::uint32_t> indicesOf(const std::vector<picture::Glyph>& glyphs) {
    std::vector<std::uint32_t> indices;
    for (const auto& glyph : glyphs) indices.push_back(glyph.index);
    return indices;
}

const std::vector<std::string> kTexts = {"اتفاق G5 في 2023",
                                         "مدرّبون روس في نيامي",
                                         "الساحل: من يغادر ومن يصل؟ ١٬٥٠٠",
                                         "Соглашение «G5», Ил-76: №1",
                                         "ⴰⴳⴰⴷⴻⵣ",
                                         "ߓߊ߬ߡߊ߬ߞߐ߫",
                                         "𞤆𞤵𞤤𞤢𞤪",
                                         "Σαχέλ",
                                         "Ɓanƙara ɗan Ŋ",
                                         "1\u202f500 « accords » – 10 ≤ 20 → 30"};

}  // namespace

TEST(Scripts, EveryFaceWritesTheScriptsOfTheRegionAndItsNeighbours) {
    for (int face = 0; face < picture::kFaceCount; ++face) {
        for (const std::string& text : kTexts) {
            EXPECT_FALSE(fonts().firstMissing(text, Face(face))) << text << " in face " << face;
            for (const auto& glyph : glyphsOf(text, Face(face), "ar"))
                EXPECT_NE(glyph.index, 0u) << text << " in face " << face;
        }
    }
}

TEST(Scripts, ArabicLettersTakeTheFormOfTheirPlaceInTheWord) {
    // Beh alone, at the end, in the middle and at the beginning: four glyphs for one letter.
    const auto word = indicesOf(glyphsOf("ببب", Face::SansRegular, "ar"));
    const auto alone = indicesOf(glyphsOf("ب", Face::SansRegular, "ar"));
    std::set<std::uint32_t> forms(word.begin(), word.end());
    forms.insert(alone.begin(), alone.end());
    EXPECT_GE(forms.size(), 4u);
}

TEST(Scripts, ArabicRunsFromRightToLeft) {
    // Alef does not join to what follows: its glyph is the same alone, and stands at the right.
    const auto alef = indicesOf(glyphsOf("ا", Face::SansRegular, "ar"));
    const auto word = glyphsOf("ار", Face::SansRegular, "ar");
    ASSERT_EQ(word.size(), 2u);
    EXPECT_EQ(word.back().index, alef[0]);
    EXPECT_GT(word.back().pen.x, word.front().pen.x);
}

TEST(Scripts, NumbersAndLatinStandWhereAReaderOfArabicExpectsThem) {
    const auto line = glyphsOf("اتفاق G5 في 2023", Face::CondensedBold, "ar");
    const auto number = indicesOf(glyphsOf("2023", Face::CondensedBold, "ar"));
    const auto indices = indicesOf(line);
    ASSERT_GT(indices.size(), number.size());
    EXPECT_TRUE(std::equal(number.begin(), number.end(), indices.begin()));
    EXPECT_EQ(indices.back(), indicesOf(glyphsOf("ا", Face::CondensedBold, "ar"))[0]);
    EXPECT_GT(line.back().pen.x, line.front().pen.x);
}

TEST(Scripts, JoinedLettersAreNeverSpaced) {
    const auto plain = glyphsOf("نيامي", Face::CondensedBold, "ar");
    EXPECT_EQ(plain, glyphsOf("نيامي", Face::CondensedBold, "ar", 8));
    const auto latin = fonts().shape("Niamey", {Face::CondensedBold, 20, 8, "ar"});
    EXPECT_GT(latin.width, fonts().shape("Niamey", {Face::CondensedBold, 20, 0, "ar"}).width + 30);
}

TEST(Scripts, CyrillicInTheCondensedFaceIsCondensedToo) {
    const double condensed = picture::measure(fonts(), "Соглашение", {Face::CondensedMedium, 20, 0, "ru"});
    EXPECT_LT(condensed, 0.85 * picture::measure(fonts(), "Соглашение", {Face::SansMedium, 20, 0, "ru"}));
}

TEST(Scripts, ALetterWithACombiningAccentStaysInItsFace) {
    const auto apart = glyphsOf("e\u0301", Face::CondensedBold, "fr");
    EXPECT_EQ(indicesOf(apart), indicesOf(glyphsOf("é", Face::CondensedBold, "fr")));
    EXPECT_EQ(apart.front().font, static_cast<picture::FontId>(Face::CondensedBold));
}

TEST(Scripts, ACharacterThatNoFontHasBecomesAMiddleDot) {
    const auto dot = indicesOf(glyphsOf("·", Face::SansRegular, "fr"));
    EXPECT_EQ(indicesOf(glyphsOf("漢", Face::SansRegular, "fr")), dot);
    const auto missing = fonts().firstMissing("un 漢", Face::SansRegular);
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->codePoint, 0x6F22u);
    EXPECT_EQ(missing->begin, 3u);
}

TEST(Scripts, AWordThatIsWiderThanTheLineIsPartedBetweenLetters) {
    const TextStyle style{Face::SansRegular, 20, 0, "fr"};
    const std::string word =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    std::string joined;
    const auto lines = picture::wrap(fonts(), word, style, 200);
    EXPECT_GT(lines.size(), 3u);
    for (const std::string& line : lines) {
        EXPECT_LE(picture::measure(fonts(), line, style), 200);
        joined += line;
    }
    EXPECT_EQ(joined, word);
}

TEST(Scripts, LinesOfArabicBeginAtTheRight) {
    const auto style = picture::paragraphStyle("نيامي", {Face::SansRegular, 20, 0, "ar"});
    const auto run = picture::setIn(fonts(), "نيامي", {style, {}}, {100, 300}, 50);
    EXPECT_GT(run.glyphs.front().pen.x, 300);
    EXPECT_LE(run.glyphs.back().pen.x, 400);
}
