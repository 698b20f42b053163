// Dates as sources give them: the part of EDTF (ISO 8601-2) that films use, with exact calendar days behind
// it.
//
//   2024-04-10            a day            2024-04     a month        2024    a year
//   2024-05~              about            2023-07?    uncertain      2024-05-02%  both
//   2023-10-10/2023-12-22 a span; each end may be of any precision
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
struct Day {
    std::int64_t sinceEpoch = 0;
    auto operator<=>(const Day&) const = default;
};

struct CalendarDate {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31
    bool operator==(const CalendarDate&) const = default;
};

/// The day of a calendar date (H. Hinnant, "chrono-compatible low-level date algorithms").
Day dayOf(CalendarDate date);
CalendarDate calendarDate(Day day);
bool exists(CalendarDate date);

enum class DatePrecision { Day, Month, Year };

/// One end of an EDTF date, or the whole of one that is no span.
struct DatePart {
    CalendarDate date;  ///< month and day are 1 where the precision leaves them out
    DatePrecision precision = DatePrecision::Day;
    bool approximate = false;
    bool uncertain = false;
    bool operator==(const DatePart&) const = default;
};

struct Edtf {
    DatePart begin;
    std::optional<DatePart> end;  ///< set for a span
    bool operator==(const Edtf&) const = default;

    Day firstDay() const;  ///< the earliest day meant
    Day lastDay() const;   ///< the latest day meant, inclusive
    bool isSingleDay() const { return !end && begin.precision == DatePrecision::Day; }
    std::string toString() const;  ///< canonical EDTF
};

/// The date, or nothing; then `why` says what is wrong in words ("2024-02 has 29 days").
struct EdtfParse {
    std::optional<Edtf> date;
    std::string why;
};
EdtfParse parseEdtf(std::string_view text);

}  // namespace base
