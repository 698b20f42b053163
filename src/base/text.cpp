#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

namespace base {

namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

/// One code point and the bytes it took; length 0 when the first byte is ill-formed.
struct Decoded {
    std::uint32_t codePoint = kReplacement;
    std::size_t length = 0;
};

/// Decodes the first code point of non-empty `bytes` (Unicode 15, table 3-7: well-formed byte sequences).
Decoded decodeFirst(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::uint8_t lead = at(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return {};
    std::uint32_t codePoint = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80) return {};
        codePoint = codePoint << 6 | (at(i) & 0x3Fu);
    }
    const bool overlong = (length == 3 && codePoint < 0x800) || (length == 4 && codePoint < 0x10000);
    const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    if (overlong || surrogate || codePoint > 0x10FFFF) return {};
    return {codePoint, length};
}

void appendUtf8(std::string& text, std::uint32_t codePoint) {
    const auto append = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (codePoint < 0x80) return append(codePoint);
    if (codePoint < 0x800) {
        append(0xC0 | codePoint >> 6);
    } else {
        if (codePoint < 0x10000) {
            append(0xE0 | codePoint >> 12);
        } else {
            append(0xF0 | codePoint >> 18);
            append(0x80 | (codePoint >> 12 & 0x3F));
        }
        append(0x80 | (codePoint >> 6 & 0x3F));
    }
    append(0x80 | (codePoint & 0x3F));
}

/// Damerau-Levenshtein distance in which no part is edited twice ("optimal string alignment").
std::size_t distance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::size_t> beforeLast, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = std::exchange(last, row);
    }
    return last[b.size()];
}

// Base letters of U+00C0..U+017F and U+1E00..U+1EFF in lower case; '?' stands for "keep" and for letters
// below.
constexpr std::string_view kLatin1AndExtendedA =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view kLatinExtendedAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";
static_assert(kLatin1AndExtendedA.size() == 0xC0 && kLatinExtendedAdditional.size() == 0x100);

struct Folding {
    std::uint32_t codePoint;
    std::string_view text;
};

// Ligatures, and the letters of Hausa, Fula, Bambara and Zarma that have no accent to take off.
constexpr std::array kFoldings = {
    Folding{0x00C6, "ae"}, Folding{0x00E6, "ae"}, Folding{0x00DE, "th"}, Folding{0x00FE, "th"},
    Folding{0x00DF, "ss"}, Folding{0x1E9E, "ss"}, Folding{0x0132, "ij"}, Folding{0x0133, "ij"},
    Folding{0x0152, "oe"}, Folding{0x0153, "oe"}, Folding{0x0181, "b"},  Folding{0x0253, "b"},
    Folding{0x018A, "d"},  Folding{0x0257, "d"},  Folding{0x0190, "e"},  Folding{0x025B, "e"},
    Folding{0x0198, "k"},  Folding{0x0199, "k"},  Folding{0x0186, "o"},  Folding{0x0254, "o"},
    Folding{0x019D, "n"},  Folding{0x0272, "n"},  Folding{0x01B3, "y"},  Folding{0x01B4, "y"},
};

char baseLetter(std::uint32_t codePoint) {
    if (codePoint >= 'A' && codePoint <= 'Z') return static_cast<char>(codePoint + ('a' - 'A'));
    if (codePoint >= 0xC0 && codePoint < 0x180) return kLatin1AndExtendedA[codePoint - 0xC0];
    if (codePoint >= 0x1E00 && codePoint < 0x1F00) return kLatinExtendedAdditional[codePoint - 0x1E00];
    return '?';
}

void appendFolded(std::string& text, std::uint32_t codePoint) {
    const bool isCombiningMark = codePoint >= 0x300 && codePoint <= 0x36F;
    if (isCombiningMark) return;
    if (const char letter = baseLetter(codePoint); letter != '?') {
        text += letter;
        return;
    }
    const auto* found = std::find_if(kFoldings.begin(), kFoldings.end(),
                                     [&](const Folding& folding) { return folding.codePoint == codePoint; });
    if (found != kFoldings.end()) {
        text += found->text;
    } else {
        appendUtf8(text, codePoint);
    }
}

const std::string* textIn(const LocalText& text, std::string_view language) {
    const auto found = std::find_if(text.byLanguage.begin(), text.byLanguage.end(),
                                    [&](const auto& entry) { return entry.first == language; });
    return found == text.byLanguage.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view LocalText::in(std::string_view language) const {
    if (const std::string* text = textIn(*this, language)) return *text;
    if (const std::string* plain = textIn(*this, "")) return *plain;
    return byLanguage.empty() ? std::string_view() : byLanguage.front().second;
}

std::string_view LocalText::inFirstOf(std::initializer_list<std::string_view> languages) const {
    for (const std::string_view language : languages) {
        if (const std::string* text = textIn(*this, language)) return *text;
    }
    return in("");
}

std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const auto letters = codePoints(word);
    const std::size_t farthest = letters.size() <= 3 ? 1 : std::max<std::size_t>(2, letters.size() / 3);
    std::size_t best = farthest + 1;
    std::string_view found;
    for (const std::string& candidate : candidates) {
        const auto other = codePoints(candidate);
        const std::size_t longer = std::max(letters.size(), other.size());
        if (longer - std::min(letters.size(), other.size()) >= best) continue;
        const std::size_t apart = distance(letters, other);
        if (apart >= best || apart >= longer) continue;
        best = apart;
        found = candidate;
    }
    return found;
}

bool isUtf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t length = decodeFirst(bytes).length;
        if (length == 0) return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::vector<std::uint32_t> codePoints(std::string_view utf8) {
    std::vector<std::uint32_t> result;
    result.reserve(utf8.size());
    while (!utf8.empty()) {
        const Decoded first = decodeFirst(utf8);
        result.push_back(first.codePoint);
        utf8.remove_prefix(std::max<std::size_t>(first.length, 1));
    }
    return result;
}

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const std::uint32_t codePoint : codePoints(text)) appendFolded(result, codePoint);
    return result;
}

std::string oneDecimal(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

}  // namespace base
