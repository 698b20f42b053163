#include "film/words.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace film {

bool isLanguageCode(std::string_view text) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isLetterOrDigit = [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); };
    constexpr std::size_t kLongest = 35;  // RFC 5646, section 4.4.1
    if (text.size() > kLongest) return false;
    const std::string_view primary = text.substr(0, text.find('-'));
    if (primary.size() < 2 || primary.size() > 3 || !std::all_of(primary.begin(), primary.end(), isLetter)) {
        return false;
    }
    for (std::string_view rest = text.substr(primary.size()); !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view part = rest.substr(0, rest.find('-'));
        if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), isLetterOrDigit))
            return false;
        rest.remove_prefix(part.size());
    }
    return true;
}

bool isId(std::string_view text) {
    constexpr std::string_view kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    return !text.empty() && text.size() <= 64 && text.find_first_not_of(kAllowed) == std::string_view::npos;
}

std::optional<std::uint32_t> controlCharacter(const std::vector<std::uint32_t>& text) {
    const auto found = std::find_if(text.begin(), text.end(), [](std::uint32_t c) {
        return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    });
    return found == text.end() ? std::nullopt : std::optional(*found);
}

std::string hexadecimal(std::uint32_t codePoint) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) text += kDigits[codePoint >> shift & 0xF];
    return text;
}

std::string toText(double number) {
    const bool isReadableInFull = number == 0 || (std::abs(number) >= 1e-6 && std::abs(number) < 1e15);
    const auto format = isReadableInFull ? std::chars_format::fixed : std::chars_format::general;
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, number, format).ptr;
    return {text, end};
}

}  // namespace film
