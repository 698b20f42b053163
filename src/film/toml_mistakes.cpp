#include "film/toml_mistakes.h"

#include <algorithm>

namespace film {

namespace {

constexpr std::string_view kDocs = "see docs/film-format.md for how a file is written";
constexpr std::string_view kNoValue = "this is no value";
constexpr std::string_view kValues =
    "texts stand in quotes, like \"Bamako\"; other values are numbers, true, false, [lists] and {tables}";
constexpr std::string_view kNoDate = "this is not a date";
constexpr std::string_view kDates = "write it like \"2024-04-10\"";
constexpr std::string_view kNoNumber = "this is not a number";
constexpr std::string_view kNumbers = "write it like 12 or 1.5; texts stand in quotes, like \"Bamako\"";
constexpr std::string_view kOpenList = "the list lacks a comma or its closing ]";
constexpr std::string_view kOpenTable = "the table lacks a comma or its closing }";
constexpr std::string_view kTables = "write it on one line, like { a = 1, b = 2 }";
constexpr std::string_view kControl = "a control character stands here";

struct Rule {
    std::string_view scope;  // part of what toml++ was parsing; "" for anything
    std::string_view sign;   // part of what it says
    std::string_view what, advice;
};

// The first that fits holds.
constexpr Rule kRules[] = {
    {"", "utf-8", "the text is not UTF-8", "save the file as UTF-8"},
    {"string", "end-of-file", "the text has no closing quotes",
     "close it with the quotes that it begins with"},
    {"string", "control characters", kControl, "remove it"},
    {"comment", "control characters", kControl, "remove it"},
    {"value", "control character", kControl, "remove it"},
    {"string", "escape", "a \\ in a text begins a sign of its own", "write \\\\ for a backslash"},
    {"unicode", "hex digit", "a \\ in a text begins a sign of its own", "write \\\\ for a backslash"},
    {"array", "", kOpenList, "write it like [1, 2]"},
    {"inline table", "dangling", "a comma stands before }", "remove it"},
    {"inline table", "", kOpenTable, kTables},
    {"table header", "expected ']'", "the table's name lacks its closing ]",
     "write it like [map] or [[cues]]"},
    {"table header", "blank", "the table has no name", "write it like [map] or [[cues]]"},
    {"table header", "whitespace", "more follows the table's name on this line", "remove it"},
    {"", "expected '='", "there is no = after the key", "write it like title = \"A text\""},
    {"", "expected value,", "the value is missing", "write it after the ="},
    {"", "whitespace, saw ','", "a comma follows the value",
     "write numbers with a point, like 1.5; several values stand in [ ]"},
    {"", "expected a comment or whitespace", "more follows the value on this line",
     "one value stands on a line; in a text a quote is written \\\""},
    {"", "nested", "values stand too deep in one another", "use fewer brackets"},
    {"value", "", kNoValue, kValues},
    {"boolean", "", kNoValue, kValues},
    {"floating-point", "'nan'", kNoValue, kValues},
    {"floating-point", "'inf'", kNoValue, kValues},
    {"date", "", kNoDate, kDates},
    {"time", "", kNoDate, kDates},
    {"", "not representable", "the number is too large", "write a smaller one"},
    {"integer", "leading zeroes", "the number begins with a zero", "write it without the zero, or in quotes"},
    {"floating-point", "", kNoNumber, kNumbers},
    {"integer", "", kNoNumber, kNumbers},
    {"", "bare key", "a key cannot be written like this", "keys have the letters a to z, digits, _ and -"},
    {"", "expected keys", "a key cannot be written like this",
     "keys have the letters a to z, digits, _ and -"},
    {"", "end-of-file", "the file ends too early", kDocs},
};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// What stands between the first apostrophe and the last one.
std::string_view quoted(std::string_view text) {
    const std::size_t first = text.find('\''), last = text.rfind('\'');
    return first == last ? std::string_view() : text.substr(first + 1, last - first - 1);
}

std::string inOneLine(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

}  // namespace

Mistake mistakeIn(std::string_view description, bool isAtLineEnd) {
    constexpr std::string_view kPrefix = "Error while parsing ";
    std::string_view scope, says = description;
    if (description.starts_with(kPrefix)) {
        const std::size_t colon = description.find(": ", kPrefix.size());
        scope = description.substr(kPrefix.size(), std::min(colon, description.size()) - kPrefix.size());
        says = colon == std::string_view::npos ? std::string_view() : description.substr(colon + 2);
    }
    const std::string start = "syntax error: ";
    if (has(says, "redefine existing"))
        return {start + '"' + inOneLine(quoted(says)) + "\" stands twice",
                "each name may stand once; rename or remove one"};
    if (has(scope, "string") && has(says, "control characters") && isAtLineEnd)
        return {start + "the text has no closing quote",
                "close it on its line; a text of several lines begins and ends with three quotes"};
    for (const Rule& rule : kRules) {
        if (has(scope, rule.scope) && has(says, rule.sign))
            return {start + std::string(rule.what), std::string(rule.advice)};
    }
    return {start + inOneLine(description.starts_with(kPrefix) ? description.substr(kPrefix.size())
                                                               : description),
            std::string(kDocs)};
}

}  // namespace film
