#include "base/edtf.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace base {

namespace {

constexpr std::array<std::string_view, 12> kMonthNames = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

bool isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month) {
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// A part, or why there is none.
struct PartParse {
    std::optional<DatePart> part;
    std::string why;
};

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int numberOf(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// What to say about text that does not have the shape of a date at all.
std::string shapeProblem(std::string_view text) {
    if (text.empty()) return "a date is missing";
    if (text == "..") return "open-ended spans are not supported; give both ends";
    if (text.find_first_of("Tt:") != std::string_view::npos) return "times of day are not supported";
    if (text.find_first_of("Xx") != std::string_view::npos) {
        return "unspecified digits are not supported; leave the part out, or give a span";
    }
    return "it is not written as YYYY-MM-DD, YYYY-MM or YYYY";
}

void takeQualifier(std::string_view& text, DatePart& part) {
    if (text.empty()) return;
    const char last = text.back();
    part.approximate = last == '~' || last == '%';
    part.uncertain = last == '?' || last == '%';
    if (part.approximate || part.uncertain) text.remove_suffix(1);
}

std::string dayProblem(const DatePart& part) {
    const auto& date = part.date;
    if (date.month < 1 || date.month > 12) return "months go from 01 to 12";
    if (part.precision != DatePrecision::Day || exists(date)) return {};
    return std::string(kMonthNames[static_cast<std::size_t>(date.month - 1)]) + " " +
           std::to_string(date.year) + " has " + std::to_string(daysInMonth(date.year, date.month)) + " days";
}

PartParse parsePart(std::string_view text) {
    DatePart part;
    std::string_view rest = text;
    takeQualifier(rest, part);
    const bool hasMonth = rest.size() == 7 || rest.size() == 10;
    const bool hasDay = rest.size() == 10;
    const bool shaped = (rest.size() == 4 || hasMonth) && isDigits(rest.substr(0, 4)) &&
                        (!hasMonth || (rest[4] == '-' && isDigits(rest.substr(5, 2)))) &&
                        (!hasDay || (rest[7] == '-' && isDigits(rest.substr(8, 2))));
    if (!shaped) return {std::nullopt, shapeProblem(rest)};
    part.date.year = numberOf(rest.substr(0, 4));
    part.date.month = hasMonth ? numberOf(rest.substr(5, 2)) : 1;
    part.date.day = hasDay ? numberOf(rest.substr(8, 2)) : 1;
    part.precision = hasDay ? DatePrecision::Day : hasMonth ? DatePrecision::Month : DatePrecision::Year;
    if (auto why = dayProblem(part); !why.empty()) return {std::nullopt, why};
    return {part, {}};
}

Day firstDayOf(const DatePart& part) {
    return dayOf(part.date);
}

Day lastDayOf(const DatePart& part) {
    CalendarDate date = part.date;
    if (part.precision == DatePrecision::Year) date.month = 12;
    if (part.precision != DatePrecision::Day) date.day = daysInMonth(date.year, date.month);
    return dayOf(date);
}

std::string partToString(const DatePart& part) {
    char text[32];
    const auto& d = part.date;
    if (part.precision == DatePrecision::Year) {
        std::snprintf(text, sizeof text, "%04d", d.year);
    } else if (part.precision == DatePrecision::Month) {
        std::snprintf(text, sizeof text, "%04d-%02d", d.year, d.month);
    } else {
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    }
    std::string result = text;
    if (part.approximate && part.uncertain) return result + "%";
    if (part.approximate) return result + "~";
    if (part.uncertain) return result + "?";
    return result;
}

}  // namespace

Day dayOf(CalendarDate date) {
    const std::int64_t year = static_cast<std::int64_t>(date.year) - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t monthFromMarch = (date.month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return {era * 146097 + dayOfEra - 719468};
}

CalendarDate calendarDate(Day day) {
    const std::int64_t shifted = day.sinceEpoch + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int64_t dayOfEra = shifted - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const auto month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    return {static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month,
            static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)};
}

bool exists(CalendarDate date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= daysInMonth(date.year, date.month);
}

Day Edtf::firstDay() const {
    return firstDayOf(begin);
}
Day Edtf::lastDay() const {
    return lastDayOf(end ? *end : begin);
}

std::string Edtf::toString() const {
    return end ? partToString(begin) + "/" + partToString(*end) : partToString(begin);
}

EdtfParse parseEdtf(std::string_view text) {
    const auto slash = text.find('/');
    const PartParse begin = parsePart(text.substr(0, slash));
    if (!begin.part) return {std::nullopt, begin.why};
    if (slash == std::string_view::npos) return {Edtf{*begin.part, std::nullopt}, {}};
    const PartParse end = parsePart(text.substr(slash + 1));
    if (!end.part) return {std::nullopt, end.why};
    if (lastDayOf(*end.part) < firstDayOf(*begin.part))
        return {std::nullopt, "the span ends before it begins"};
    return {Edtf{*begin.part, end.part}, {}};
}

}  // namespace base
