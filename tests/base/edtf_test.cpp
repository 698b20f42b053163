#include "base/edtf.h"

#include <gtest/gtest.h>

namespace base {
namespace {

Edtf parsed(std::string_view text) {
    const auto result = parseEdtf(text);
    EXPECT_TRUE(result.date) << text << ": " << result.why;
    return result.date.value_or(Edtf{});
}

std::string whyNot(std::string_view text) {
    const auto result = parseEdtf(text);
    EXPECT_FALSE(result.date) << text;
    return result.why;
}

TEST(Calendar, CountsDaysFrom1970) {
    EXPECT_EQ(dayOf({1970, 1, 1}).sinceEpoch, 0);
    EXPECT_EQ(dayOf({1969, 12, 31}).sinceEpoch, -1);
    EXPECT_EQ(dayOf({2000, 3, 1}).sinceEpoch, 11017);
    EXPECT_EQ(dayOf({2024, 4, 10}).sinceEpoch, 19823);
    EXPECT_EQ(dayOf({0, 3, 1}).sinceEpoch, -719468);
}

TEST(Calendar, GoesThereAndBackOnEveryDayOfFourHundredYears) {
    Day day = dayOf({1799, 12, 31});
    for (CalendarDate last = {1799, 12, 31}; last.year < 2200;) {
        ++day.sinceEpoch;
        const CalendarDate date = calendarDate(day);
        ASSERT_TRUE(exists(date));
        ASSERT_EQ(dayOf(date), day);
        const bool sameMonth = date.year == last.year && date.month == last.month;
        ASSERT_EQ(date.day, sameMonth ? last.day + 1 : 1);
        last = date;
    }
}

TEST(Calendar, KnowsLeapYears) {
    EXPECT_TRUE(exists({2024, 2, 29}));
    EXPECT_TRUE(exists({2000, 2, 29}));
    EXPECT_FALSE(exists({1900, 2, 29}));
    EXPECT_FALSE(exists({2023, 2, 29}));
    EXPECT_FALSE(exists({2024, 13, 1}));
    EXPECT_FALSE(exists({2024, 4, 0}));
}

TEST(Edtf, ReadsADay) {
    const Edtf date = parsed("2024-04-10");
    EXPECT_TRUE(date.isSingleDay());
    EXPECT_EQ(date.firstDay(), dayOf({2024, 4, 10}));
    EXPECT_EQ(date.lastDay(), dayOf({2024, 4, 10}));
}

TEST(Edtf, MeansEveryDayOfAMonthOrYear) {
    const Edtf month = parsed("2024-02");
    EXPECT_EQ(month.firstDay(), dayOf({2024, 2, 1}));
    EXPECT_EQ(month.lastDay(), dayOf({2024, 2, 29}));
    const Edtf year = parsed("2023");
    EXPECT_EQ(year.firstDay(), dayOf({2023, 1, 1}));
    EXPECT_EQ(year.lastDay(), dayOf({2023, 12, 31}));
    EXPECT_FALSE(year.isSingleDay());
}

TEST(Edtf, ReadsSpansOfAnyPrecision) {
    const Edtf days = parsed("2023-10-10/2023-12-22");
    EXPECT_EQ(days.firstDay(), dayOf({2023, 10, 10}));
    EXPECT_EQ(days.lastDay(), dayOf({2023, 12, 22}));
    const Edtf mixed = parsed("2023-10-10/2024-02");
    EXPECT_EQ(mixed.lastDay(), dayOf({2024, 2, 29}));
    EXPECT_EQ(parsed("2024-05-10/2024-05").firstDay(), dayOf({2024, 5, 10}));
}

TEST(Edtf, ReadsAboutAndUncertain) {
    EXPECT_TRUE(parsed("2024-05~").begin.approximate);
    EXPECT_FALSE(parsed("2024-05~").begin.uncertain);
    EXPECT_TRUE(parsed("2023-07?").begin.uncertain);
    EXPECT_TRUE(parsed("2024-05-02%").begin.approximate && parsed("2024-05-02%").begin.uncertain);
    const Edtf span = parsed("2023~/2024?");
    EXPECT_TRUE(span.begin.approximate);
    EXPECT_TRUE(span.end->uncertain);
}

TEST(Edtf, WritesWhatItReads) {
    for (const char* text : {"2024-04-10", "2024-04", "2024", "0900", "2024-05~", "2023-07?", "2024-05-02%",
                             "2023-10-10/2023-12-22", "2023~/2024-02-29%"}) {
        EXPECT_EQ(parsed(text).toString(), text);
    }
}

TEST(Edtf, SaysHowManyDaysTheMonthHas) {
    EXPECT_EQ(whyNot("2024-02-30"), "February 2024 has 29 days");
    EXPECT_EQ(whyNot("2023-02-29"), "February 2023 has 28 days");
    EXPECT_EQ(whyNot("2024-04-31~"), "April 2024 has 30 days");
    EXPECT_EQ(whyNot("2024-04-00"), "April 2024 has 30 days");
    EXPECT_EQ(whyNot("2024-01-01/2024-02-30"), "February 2024 has 29 days");
}

TEST(Edtf, SaysThatMonthsGoToTwelve) {
    EXPECT_EQ(whyNot("2024-13"), "months go from 01 to 12");
    EXPECT_EQ(whyNot("2024-00-10"), "months go from 01 to 12");
}

TEST(Edtf, SaysThatASpanEndsBeforeItBegins) {
    EXPECT_EQ(whyNot("2024-05-03/2024-05-01"), "the span ends before it begins");
    EXPECT_EQ(whyNot("2024/2023-12"), "the span ends before it begins");
}

TEST(Edtf, SaysWhichPartsOfTheStandardAreNotSupported) {
    EXPECT_EQ(whyNot("2024-05/.."), "open-ended spans are not supported; give both ends");
    EXPECT_EQ(whyNot("2024-05-01T10:00"), "times of day are not supported");
    EXPECT_EQ(whyNot("202X"), "unspecified digits are not supported; leave the part out, or give a span");
}

TEST(Edtf, RefusesWhatIsNoDate) {
    EXPECT_EQ(whyNot(""), "a date is missing");
    EXPECT_EQ(whyNot("2024-05/"), "a date is missing");
    for (const char* text : {"2024-1-1", " 2024", "2024 ", "24", "20240", "2024/05/01", "2024-04-10~~",
                             "-2024", "+024", "2024-04-", "10.04.2024"}) {
        EXPECT_EQ(whyNot(text), "it is not written as YYYY-MM-DD, YYYY-MM or YYYY") << text;
    }
}

}  // namespace
}  // namespace base
