// The shape of words in a film file (ids, language codes, clean texts) and of numbers in messages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace film {

bool isLanguageCode(std::string_view text);  ///< shaped like BCP 47: "fr", "pt-BR"
bool isId(std::string_view text);            ///< [A-Za-z0-9_.-]{1,64}
inline constexpr const char* kIdAdvice = "use 1 to 64 of A-Z a-z 0-9 _ . -";

/// The first control character of the text, if any; line feeds and tabs are none.
std::optional<std::uint32_t> controlCharacter(const std::vector<std::uint32_t>& text);

/// "U+001B".
std::string hexadecimal(std::uint32_t codePoint);

/// The shortest decimal number that reads back the same.
std::string toText(double number);

}  // namespace film
