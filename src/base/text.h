// Text shown to people: UTF-8 strings in one or several languages, and spelling help for error messages.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

/// One text in one or several languages, in the order of the file. A plain string has the empty language.
struct LocalText {
    std::vector<std::pair<std::string, std::string>> byLanguage;

    LocalText() = default;
    LocalText(std::string plain) { byLanguage.emplace_back("", std::move(plain)); }
    bool operator==(const LocalText&) const = default;
    bool empty() const { return byLanguage.empty(); }

    /// The text in `language`; else the plain text; else the first given; else "".
    std::string_view in(std::string_view language) const;
    /// The text in the first of `languages` that it has; in none of them, what `in` finds.
    std::string_view inFirstOf(std::initializer_list<std::string_view> languages) const;
};

/// The candidate nearest to `word` by Damerau-Levenshtein distance (no part edited twice), or "" when none is
/// near enough to suggest: more than a third of the word's length (at least 2; of three letters, 1) apart, or
/// sharing nothing with it. Ties go to the earlier candidate.
std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates);

/// True when `bytes` is well-formed UTF-8 (no overlong forms, no surrogates, up to U+10FFFF).
bool isUtf8(std::string_view bytes);

/// The code points of well-formed UTF-8; an ill-formed byte gives U+FFFD.
std::vector<std::uint32_t> codePoints(std::string_view utf8);

/// `text` without accents and in lower case, for searching ("Télé Sahel" -> "tele sahel"); Latin letters
/// only, others are kept.
std::string folded(std::string_view text);

/// "5.0": with one decimal and a point, for messages.
std::string oneDecimal(double number);

}  // namespace base
