#include "base/language.h"

#include <unicode/dtitvfmt.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <memory>
#include <optional>

#include "base/text.h"

namespace base {

namespace {

constexpr double kMillisecondsPerDay = 86'400'000.0;
constexpr const char* kEnDash = "\u2013";

std::string utf8Of(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

icu::UnicodeString unicodeOf(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

/// ICU's data for the language; the root data where ICU has none, never the locale of the machine.
icu::Locale localeOf(std::string_view language) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Locale wanted =
        icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, error);
    if (U_FAILURE(error)) return icu::Locale::getRoot();
    std::int32_t count = 0;
    const icu::Locale* known = icu::Locale::getAvailableLocales(count);
    const bool isKnown = std::any_of(known, known + count, [&](const icu::Locale& locale) {
        return std::string_view(locale.getLanguage()) == wanted.getLanguage();
    });
    return isKnown ? wanted : icu::Locale::getRoot();
}

/// The calendar the dates of base/edtf.h are in: Gregorian all the way back, without time zones.
icu::GregorianCalendar prolepticCalendar(const icu::Locale& locale) {
    UErrorCode error = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), locale, error);
    calendar.setGregorianChange(-std::numeric_limits<double>::max(), error);
    assert(U_SUCCESS(error));
    return calendar;
}

std::string formatPattern(CalendarDate date, const char* pattern, const icu::Locale& locale) {
    UErrorCode error = U_ZERO_ERROR;
    icu::SimpleDateFormat format(unicodeOf(pattern), locale, error);
    assert(U_SUCCESS(error));
    format.adoptCalendar(prolepticCalendar(locale).clone());
    icu::UnicodeString text;
    return utf8Of(format.format(static_cast<double>(dayOf(date).sinceEpoch) * kMillisecondsPerDay, text));
}

enum class YearShown { Yes, No };

/// Whose words are put around dates.
enum class Phrasing { French, English, Other };

Phrasing phrasingOf(const icu::Locale& locale) {
    const std::string_view language = locale.getLanguage();
    return language == "fr" ? Phrasing::French : language == "en" ? Phrasing::English : Phrasing::Other;
}

/// "10 avril 2024", "avril", "1er mai": one end without any words around it, in French or English.
std::string plainPart(const DatePart& part, YearShown year, Phrasing phrasing) {
    const icu::Locale locale =
        phrasing == Phrasing::French ? icu::Locale::getFrench() : icu::Locale::getEnglish();
    if (part.precision == DatePrecision::Year) return std::to_string(part.date.year);
    std::string text = formatPattern(part.date, year == YearShown::Yes ? "MMMM u" : "MMMM", locale);
    if (part.precision == DatePrecision::Month) return text;
    const bool isFrenchFirst = phrasing == Phrasing::French && part.date.day == 1;
    return std::to_string(part.date.day) + (isFrenchFirst ? "er " : " ") + text;
}

bool startsWithVowel(std::string_view text) {
    return !text.empty() && std::string_view("aeiou").find(text[0]) != std::string_view::npos;
}

/// "du 10 octobre", "d'octobre", "de 2023".
std::string frenchBegin(const DatePart& part, YearShown year) {
    std::string text = plainPart(part, year, Phrasing::French);
    if (part.approximate) text += " environ";
    if (part.precision == DatePrecision::Day) return "du " + text;
    return startsWithVowel(text) ? "d\u2019" + text : "de " + text;
}

/// "au 22 décembre 2023", "à décembre 2023".
std::string frenchEnd(const DatePart& part) {
    const std::string text = plainPart(part, YearShown::Yes, Phrasing::French);
    return (part.precision == DatePrecision::Day ? "au " : "\u00e0 ") + text +
           (part.approximate ? " environ" : "");
}

std::string englishPart(const DatePart& part, YearShown year) {
    return (part.approximate ? "about " : "") + plainPart(part, year, Phrasing::English);
}

bool sameMonth(const DatePart& a, const DatePart& b) {
    return a.date.year == b.date.year && a.date.month == b.date.month;
}

/// "2–3 décembre 2023" and "2022–2024": spans so short to write that they need no words; else nothing.
std::optional<std::string> compactSpan(const DatePart& begin, const DatePart& end, Phrasing phrasing) {
    if (begin.approximate || end.approximate || begin.precision != end.precision) return std::nullopt;
    const std::string last = plainPart(end, YearShown::Yes, phrasing);
    if (begin.precision == DatePrecision::Year) return std::to_string(begin.date.year) + kEnDash + last;
    if (begin.precision == DatePrecision::Month || !sameMonth(begin, end)) return std::nullopt;
    const bool isFrenchFirst = phrasing == Phrasing::French && begin.date.day == 1;
    return std::to_string(begin.date.day) + (isFrenchFirst ? "er" : "") + kEnDash + last;
}

std::string phrasedSpan(const DatePart& begin, const DatePart& end, Phrasing phrasing) {
    if (begin == end)
        return phrasing == Phrasing::French ? plainPart(begin, YearShown::Yes, phrasing)
                                            : englishPart(begin, YearShown::Yes);
    if (auto compact = compactSpan(begin, end, phrasing)) return *compact;
    const bool yearSaidOnce = begin.date.year == end.date.year && begin.precision != DatePrecision::Year &&
                              end.precision != DatePrecision::Year;
    const YearShown year = yearSaidOnce ? YearShown::No : YearShown::Yes;
    if (phrasing == Phrasing::French) return frenchBegin(begin, year) + " " + frenchEnd(end);
    return englishPart(begin, year) + " " + kEnDash + " " + englishPart(end, YearShown::Yes);
}

std::string phrasedSingle(const DatePart& part, Phrasing phrasing) {
    if (phrasing == Phrasing::English) return englishPart(part, YearShown::Yes);
    const std::string text = plainPart(part, YearShown::Yes, phrasing);
    if (!part.approximate) return text;
    return (part.precision == DatePrecision::Day ? "vers le " : "vers ") + text;
}

std::string uncertaintyNote(const Edtf& date, Phrasing phrasing) {
    if (!date.begin.uncertain && !(date.end && date.end->uncertain)) return {};
    if (phrasing == Phrasing::Other) return " (?)";
    if (phrasing == Phrasing::French) return date.end ? " (dates incertaines)" : " (date incertaine)";
    return date.end ? " (dates uncertain)" : " (date uncertain)";
}

const char* skeletonOf(DatePrecision precision) {
    switch (precision) {
        case DatePrecision::Day:
            return "yMMMMd";
        case DatePrecision::Month:
            return "yMMMM";
        case DatePrecision::Year:
            return "y";
    }
    return "y";
}

/// ICU's own way to write one end; "~" stands for "about" in every language.
std::string icuPart(const DatePart& part, const icu::Locale& locale) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateFormat> format(
        icu::DateFormat::createInstanceForSkeleton(unicodeOf(skeletonOf(part.precision)), locale, error));
    assert(U_SUCCESS(error));
    format->adoptCalendar(prolepticCalendar(locale).clone());
    icu::UnicodeString text;
    format->format(static_cast<double>(dayOf(part.date).sinceEpoch) * kMillisecondsPerDay, text);
    return part.approximate ? std::string("~").append(utf8Of(text)) : utf8Of(text);
}

std::string icuSpan(const DatePart& begin, const DatePart& end, const icu::Locale& locale) {
    if (begin.precision != end.precision || begin.approximate || end.approximate) {
        return icuPart(begin, locale) + " " + kEnDash + " " + icuPart(end, locale);
    }
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateIntervalFormat> format(
        icu::DateIntervalFormat::createInstance(unicodeOf(skeletonOf(begin.precision)), locale, error));
    auto from = prolepticCalendar(locale), to = prolepticCalendar(locale);
    from.setTime(static_cast<double>(dayOf(begin.date).sinceEpoch) * kMillisecondsPerDay, error);
    to.setTime(static_cast<double>(dayOf(end.date).sinceEpoch) * kMillisecondsPerDay, error);
    assert(U_SUCCESS(error));
    icu::UnicodeString text;
    icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
    return utf8Of(format->format(from, to, text, position, error));
}

}  // namespace

std::string formatDate(const Edtf& date, std::string_view language) {
    const icu::Locale locale = localeOf(language);
    const Phrasing phrasing = phrasingOf(locale);
    const std::string note = uncertaintyNote(date, phrasing);
    if (phrasing == Phrasing::Other) {
        return (date.end ? icuSpan(date.begin, *date.end, locale) : icuPart(date.begin, locale)) + note;
    }
    return (date.end ? phrasedSpan(date.begin, *date.end, phrasing) : phrasedSingle(date.begin, phrasing)) +
           note;
}

std::string formatMonth(int year, int month, bool withYear, std::string_view language) {
    const bool saysYear = withYear || month == 1;
    return formatPattern({year, month, 1}, saysYear ? "MMM y" : "LLL", localeOf(language));
}

std::string formatNumber(long long number, std::string_view language) {
    UErrorCode error = U_ZERO_ERROR;
    const auto text = icu::number::NumberFormatter::withLocale(localeOf(language)).formatInt(number, error);
    const icu::UnicodeString digits = text.toString(error);
    assert(U_SUCCESS(error));
    return utf8Of(digits);
}

std::string upperCase(std::string_view text, std::string_view language) {
    return utf8Of(unicodeOf(text).toUpper(localeOf(language)));
}

bool isRightToLeft(std::string_view text) {
    int isolates = 0;
    for (const std::uint32_t codePoint : codePoints(text)) {
        switch (u_charDirection(static_cast<UChar32>(codePoint))) {
            case U_LEFT_TO_RIGHT_ISOLATE:
            case U_RIGHT_TO_LEFT_ISOLATE:
            case U_FIRST_STRONG_ISOLATE:
                ++isolates;
                break;
            case U_POP_DIRECTIONAL_ISOLATE:
                isolates = std::max(0, isolates - 1);
                break;
            case U_LEFT_TO_RIGHT:
                if (isolates == 0) return false;
                break;
            case U_RIGHT_TO_LEFT:
            case U_RIGHT_TO_LEFT_ARABIC:
                if (isolates == 0) return true;
                break;
            default:
                break;
        }
    }
    return false;
}

}  // namespace base
