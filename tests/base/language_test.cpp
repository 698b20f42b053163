#include "base/language.h"

#include <gtest/gtest.h>

#include <clocale>

namespace base {
namespace {

std::string written(std::string_view edtf, std::string_view language) {
    return formatDate(parseEdtf(edtf).date.value(), language);
}

TEST(FormatDate, WritesFrench) {
    EXPECT_EQ(written("2024-04-10", "fr"), "10 avril 2024");
    EXPECT_EQ(written("2024-05-01", "fr"), "1er mai 2024");
    EXPECT_EQ(written("2024-04", "fr"), "avril 2024");
    EXPECT_EQ(written("2024", "fr"), "2024");
    EXPECT_EQ(written("2024-05~", "fr"), "vers mai 2024");
    EXPECT_EQ(written("2024-05-02~", "fr"), "vers le 2 mai 2024");
    EXPECT_EQ(written("2023-07?", "fr"), "juillet 2023 (date incertaine)");
}

TEST(FormatDate, WritesFrenchSpans) {
    EXPECT_EQ(written("2023-10-10/2023-12-22", "fr"), "du 10 octobre au 22 décembre 2023");
    EXPECT_EQ(written("2023-12-02/2023-12-03", "fr"), "2–3 décembre 2023");
    EXPECT_EQ(written("2022-10-10/2023-12-22", "fr"), "du 10 octobre 2022 au 22 décembre 2023");
    EXPECT_EQ(written("2023-10/2023-12", "fr"), "d’octobre à décembre 2023");
    EXPECT_EQ(written("2023-05/2024-01", "fr"), "de mai 2023 à janvier 2024");
    EXPECT_EQ(written("2022/2024", "fr"), "2022–2024");
    EXPECT_EQ(written("2023-10-10/2023-12~", "fr"), "du 10 octobre à décembre 2023 environ");
    EXPECT_EQ(written("2023-10-10/2023-12-22?", "fr"),
              "du 10 octobre au 22 décembre 2023 (dates incertaines)");
    EXPECT_EQ(written("2024-01-01/2024-01-01", "fr"), "1er janvier 2024");
}

TEST(FormatDate, WritesEnglish) {
    EXPECT_EQ(written("2024-04-10", "en"), "10 April 2024");
    EXPECT_EQ(written("2024-05~", "en"), "about May 2024");
    EXPECT_EQ(written("2024-05-02%", "en"), "about 2 May 2024 (date uncertain)");
}

TEST(FormatDate, WritesEnglishSpans) {
    EXPECT_EQ(written("2023-10-10/2023-12-22", "en"), "10 October – 22 December 2023");
    EXPECT_EQ(written("2023-12-02/2023-12-03", "en"), "2–3 December 2023");
    EXPECT_EQ(written("2023-10/2023-12", "en"), "October – December 2023");
    EXPECT_EQ(written("2022-10-10/2023", "en"), "10 October 2022 – 2023");
}

TEST(FormatDate, LeavesOtherLanguagesToIcu) {
    EXPECT_EQ(written("2024-04-10", "de"), "10. April 2024");
    EXPECT_EQ(written("2024-05~", "de"), "~Mai 2024");
    EXPECT_EQ(written("2023-12-02/2023-12-03", "es"), "2–3 de diciembre de 2023");
    EXPECT_EQ(written("2024-04-10", "ar"), "١٠ أبريل ٢٠٢٤");
}

TEST(FormatDate, IsInTheGregorianCalendarAllTheWayBack) {
    EXPECT_EQ(written("1500-02-28", "fr"), "28 février 1500");
    EXPECT_EQ(written("1500-02-28", "de"), "28. Februar 1500");
}

TEST(FormatDate, DoesNotFollowTheLocaleOfTheMachine) {
    const std::string before = written("2024-04-10", "tlh");
    std::setlocale(LC_ALL, "fr_FR.UTF-8");
    EXPECT_EQ(written("2024-04-10", "tlh"), before);
    std::setlocale(LC_ALL, "C");
    EXPECT_EQ(before.find("avril"), std::string::npos);
    EXPECT_NE(written("2024-04-10", "not a language"), "");
}

TEST(FormatMonth, SaysTheYearInJanuaryOrWhenAsked) {
    EXPECT_EQ(formatMonth(2024, 1, false, "fr"), "janv. 2024");
    EXPECT_EQ(formatMonth(2024, 2, false, "fr"), "févr.");
    EXPECT_EQ(formatMonth(2024, 2, true, "fr"), "févr. 2024");
    EXPECT_EQ(formatMonth(2024, 2, false, "en"), "Feb");
}

TEST(FormatNumber, GroupsDigitsAsTheLanguageDoes) {
    EXPECT_EQ(formatNumber(1500, "fr"), "1\u202F500");
    EXPECT_EQ(formatNumber(1500, "en"), "1,500");
    EXPECT_EQ(formatNumber(-1234567, "en"), "-1,234,567");
    EXPECT_EQ(formatNumber(60, "fr"), "60");
}

TEST(UpperCase, FollowsTheLanguage) {
    EXPECT_EQ(upperCase("Burkina Faso", "fr"), "BURKINA FASO");
    EXPECT_EQ(upperCase("Île-de-France, Ménaka", "fr"), "ÎLE-DE-FRANCE, MÉNAKA");
    EXPECT_EQ(upperCase("Istanbul", "tr"), "ISTANBUL");
    EXPECT_EQ(upperCase("izmir", "tr"), "İZMİR");
    EXPECT_EQ(upperCase("", "en"), "");
}

TEST(Direction, IsThatOfTheFirstStrongCharacter) {
    EXPECT_FALSE(isRightToLeft("Niamey النيجر"));
    EXPECT_TRUE(isRightToLeft("النيجر Niamey"));
    EXPECT_TRUE(isRightToLeft("1500 (שלום)"));
    EXPECT_FALSE(isRightToLeft("1500"));
    EXPECT_FALSE(isRightToLeft(""));
}

TEST(Direction, SkipsWhatIsIsolated) {
    EXPECT_TRUE(isRightToLeft("\u2066Niamey\u2069 النيجر"));
    EXPECT_FALSE(isRightToLeft("\u2067النيجر\u2069 Niamey"));
}

}  // namespace
}  // namespace base
