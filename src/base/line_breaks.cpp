#include "base/line_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cassert>
#include <memory>
#include <string>

#include "base/text_items.h"

namespace base {

namespace {

using Breaker = std::unique_ptr<icu::BreakIterator>;

/// Byte offsets of the breaker's boundaries in the text, without 0.
std::vector<std::size_t> boundaries(const Breaker& breaker, std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error);
    breaker->setText(utext, error);
    assert(U_SUCCESS(error));
    std::vector<std::size_t> result;
    breaker->first();
    for (std::int32_t at = breaker->next(); at != icu::BreakIterator::DONE; at = breaker->next())
        result.push_back(static_cast<std::size_t>(at));
    utext_close(utext);
    return result;
}

bool isOneOf(std::string_view character, std::initializer_list<std::string_view> list) {
    for (const std::string_view candidate : list) {
        if (character == candidate) return true;
    }
    return false;
}

std::string_view firstOf(std::string_view text) {
    const auto characters = charactersOf(text.substr(0, 4));
    return characters.empty() ? std::string_view() : text.substr(0, characters.front().end);
}

std::string_view lastOf(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && (text[--begin] & 0xC0) == 0x80) {
    }
    return text.substr(begin);
}

std::string_view withoutSpaces(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text;
}

bool isDigit(std::string_view character) {
    const auto characters = charactersOf(character);
    return !characters.empty() && u_isdigit(static_cast<UChar32>(characters.front().codePoint)) != 0;
}

bool belongTogetherInFrench(std::string_view before, std::string_view after) {
    return isOneOf(firstOf(after), {";", ":", "!", "?", "»", "›", "%", "€"}) ||
           isOneOf(lastOf(before), {"«", "‹"});
}

/// "2022–2024" and "3-1": a dash between digits.
bool isPartedNumber(std::string_view before, std::string_view after) {
    const std::string_view dash = lastOf(before);
    return isOneOf(dash, {"-", "–", "‐", "/"}) && isDigit(firstOf(after)) &&
           isDigit(lastOf(before.substr(0, before.size() - dash.size())));
}

}  // namespace

std::vector<LinePart> lineParts(std::string_view paragraph, std::string_view language) {
    UErrorCode error = U_ZERO_ERROR;
    const std::string tag(language);
    Breaker breaker(icu::BreakIterator::createLineInstance(icu::Locale(tag.c_str()), error));
    if (!breaker) {  // a language that ICU cannot take: the rules of all of them
        error = U_ZERO_ERROR;
        breaker.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), error));
    }
    assert(breaker);
    std::vector<LinePart> parts;
    std::size_t begin = 0;
    for (const std::size_t end : boundaries(breaker, paragraph)) {
        const std::string_view piece = paragraph.substr(begin, end - begin), rest = paragraph.substr(end);
        const std::string_view text = withoutSpaces(piece);
        const bool spaced = piece.ends_with(' ');
        if (!rest.empty() && spaced && tag.starts_with("fr") && belongTogetherInFrench(text, rest)) continue;
        if (!rest.empty() && !spaced && isPartedNumber(text, rest)) continue;
        if (!text.empty()) parts.push_back({text, spaced});
        begin = end;
    }
    return parts;
}

std::vector<std::string_view> graphemesOf(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const Breaker breaker(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
    assert(U_SUCCESS(error));
    std::vector<std::string_view> result;
    std::size_t begin = 0;
    for (const std::size_t end : boundaries(breaker, text)) {
        result.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return result;
}

}  // namespace base
