#include "film/reading.h"

#include <cstdint>
#include <vector>

#include "base/text.h"

namespace film {

namespace {

bool isNoBreakSpace(std::uint32_t c) {
    return c == 0xA0 || c == 0x202F || c == 0x2007;
}

bool isSpace(std::uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
           c == 0x2029 || c == 0x3000 || isNoBreakSpace(c);
}

bool isDigit(std::uint32_t c) {
    return c >= '0' && c <= '9';
}

/// True for letters and digits: what makes a mark a word. Beyond ASCII, all but the punctuation and signs of
/// Latin-1, the general punctuation and the arrows and signs up to U+2BFF.
bool isSaid(std::uint32_t c) {
    if (c < 0x80) return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    return c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF) && (c < 0x3000 || c > 0x3004);
}

/// The length of a source mark such as "[12]" that begins at `at`, or 0.
std::size_t sourceMarkAt(const std::vector<std::uint32_t>& text, std::size_t at) {
    if (text[at] != '[') return 0;
    std::size_t end = at + 1;
    while (end < text.size() && isDigit(text[end])) ++end;
    return end > at + 1 && end < text.size() && text[end] == ']' ? end + 1 - at : 0;
}

}  // namespace

int wordCount(std::string_view text) {
    const std::vector<std::uint32_t> characters = base::codePoints(text);
    int words = 0;
    bool isWord = false;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (const std::size_t mark = sourceMarkAt(characters, i); mark > 0) {
            i += mark - 1;
            isWord = false;
            continue;
        }
        const std::uint32_t c = characters[i];
        const bool groupsDigits = isNoBreakSpace(c) && i > 0 && i + 1 < characters.size() &&
                                  isDigit(characters[i - 1]) && isDigit(characters[i + 1]);
        if (groupsDigits) continue;
        if (isSpace(c)) isWord = false;
        if (isWord || !isSaid(c)) continue;
        isWord = true;
        ++words;
    }
    return words;
}

double secondsFor(int words, double wordsPerMinute) {
    return words * 60.0 / wordsPerMinute;
}

double readableSeconds(const Cue& cue) {
    return kReadableShareOfFlight * cue.flySeconds + cue.playSeconds + cue.holdSeconds;
}

}  // namespace film
