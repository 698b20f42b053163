#include "base/text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

LocalText french() {
    LocalText text;
    text.byLanguage = {{"fr", "Moscou"}, {"en", "Moscow"}};
    return text;
}

TEST(LocalText, IsShownInTheLanguageAskedFor) {
    EXPECT_EQ(french().in("en"), "Moscow");
    EXPECT_EQ(french().in("fr"), "Moscou");
}

TEST(LocalText, FallsBackToTheFirstLanguageGiven) {
    EXPECT_EQ(french().in("de"), "Moscou");
}

TEST(LocalText, IsTheSameInEveryLanguageWhenItIsPlain) {
    EXPECT_EQ(LocalText("Niamey").in("fr"), "Niamey");
    EXPECT_EQ(LocalText("Niamey").in(""), "Niamey");
}

TEST(LocalText, TakesTheFirstOfTheLanguagesThatItHas) {
    EXPECT_EQ(french().inFirstOf({"de", "en", "fr"}), "Moscow");
    EXPECT_EQ(french().inFirstOf({"de", "ar"}), "Moscou");
    EXPECT_EQ(LocalText("Niamey").inFirstOf({"de", "fr"}), "Niamey");
    EXPECT_EQ(LocalText().inFirstOf({"de"}), "");
}

TEST(LocalText, IsEmptyWhenNothingWasGiven) {
    EXPECT_TRUE(LocalText().empty());
    EXPECT_EQ(LocalText().in("fr"), "");
    EXPECT_FALSE(LocalText("").empty());
}

TEST(Nearest, FindsTheWordThatWasMeant) {
    const std::vector<std::string> keys = {"name", "color", "kind"};
    EXPECT_EQ(nearest("colour", keys), "color");
    EXPECT_EQ(nearest("nmae", keys), "name");
    EXPECT_EQ(nearest("color", keys), "color");
}

TEST(Nearest, OfThreeLettersOneMayBeWrong) {
    EXPECT_EQ(nearest("NIR", {"NER", "MLI"}), "NER");
    EXPECT_EQ(nearest("XYZ", {"BLZ", "NER"}), "");
}

TEST(Nearest, CountsASwapOfNeighboursAsOneMistake) {
    EXPECT_EQ(nearest("naimye", {"niamey"}), "niamey");
    EXPECT_EQ(nearest("abcd", {"bacd", "xbcdy"}), "bacd");
}

TEST(Nearest, SuggestsNothingThatIsFarAway) {
    EXPECT_EQ(nearest("ouagadougou", {"niamey", "bamako"}), "");
    EXPECT_EQ(nearest("niamey", {}), "");
}

TEST(Nearest, SuggestsNoWordThatSharesNothing) {
    EXPECT_EQ(nearest("de", {"fr", "xy"}), "");
}

TEST(Nearest, AllowsMoreMistakesInLongerWords) {
    EXPECT_EQ(nearest("ouagadugu-airprt", {"ouagadougou-airport"}), "ouagadougou-airport");
    EXPECT_EQ(nearest("gaoxyz", {"gao"}), "");
}

TEST(Nearest, PrefersTheEarlierOfTwoEquallyNear) {
    EXPECT_EQ(nearest("E1", {"E2", "E3"}), "E2");
    EXPECT_EQ(nearest("E1", {"E3", "E2"}), "E3");
}

TEST(Nearest, ComparesLettersAndNotBytes) {
    EXPECT_EQ(nearest("Ménaka", {"Menaka"}), "Menaka");
}

TEST(Utf8, AcceptsWellFormedText) {
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("Télé Sahel"));
    EXPECT_TRUE(isUtf8("\U0001F30D \u0627\u0644\u0646\u064A\u062C\u0631"));
    EXPECT_TRUE(isUtf8("\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatLiesBeyondUnicode) {
    EXPECT_FALSE(isUtf8("\xC0\xAF"));
    EXPECT_FALSE(isUtf8("\xE0\x80\xAF"));
    EXPECT_FALSE(isUtf8("\xF0\x80\x80\xAF"));
    EXPECT_FALSE(isUtf8("\xED\xA0\x80"));
    EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(isUtf8("\xFF"));
}

TEST(Utf8, RefusesTextThatIsCutOff) {
    EXPECT_FALSE(isUtf8("\xC3"));
    EXPECT_FALSE(isUtf8("\xE2\x82"));
    EXPECT_FALSE(isUtf8("\x80"));
}

TEST(Utf8, GivesCodePoints) {
    EXPECT_EQ(codePoints("aé\u20AC\U0001F30D"), (std::vector<std::uint32_t>{'a', 0xE9, 0x20AC, 0x1F30D}));
}

TEST(Utf8, GivesTheReplacementCharacterForEachIllFormedByte) {
    EXPECT_EQ(codePoints("a\xFF\xC3"
                         "b"),
              (std::vector<std::uint32_t>{'a', 0xFFFD, 0xFFFD, 'b'}));
}

TEST(Folded, TakesOffAccentsAndCapitals) {
    EXPECT_EQ(folded("Télé Sahel"), "tele sahel");
    EXPECT_EQ(folded("MÉNAKA, Labbézanga"), "menaka, labbezanga");
    EXPECT_EQ(folded("Ẽ ṣ Ỳ"), "e s y");
}

TEST(Folded, TakesOffAccentsThatStandAlone) {
    EXPECT_EQ(folded("e\u0301"), "e");
}

TEST(Folded, OpensLigatures) {
    EXPECT_EQ(folded("Œuvre Straße"), "oeuvre strasse");
}

TEST(Folded, KnowsTheLettersOfSahelianLanguages) {
    EXPECT_EQ(folded("Ɓɗƙƴ ŋɲ ɛɔ"), "bdky nn eo");
}

TEST(Folded, KeepsOtherScripts) {
    EXPECT_EQ(folded("النيجر Россия ×"), "النيجر Россия ×");
}

}  // namespace
}  // namespace base
