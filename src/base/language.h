// How a language writes dates, numbers and capitals (ICU). Languages are BCP 47 codes: "fr", "en", ...
#pragma once

#include <string>
#include <string_view>

#include "base/edtf.h"

namespace base {

/// "10 avril 2024", "avril 2024", "vers mai 2024", "du 10 octobre au 22 décembre 2023", "2–3 décembre 2023" /
/// "10 April 2024", "about May 2024", "10 October – 22 December 2023". Languages other than fr and en get
/// ICU's own interval format.
std::string formatDate(const Edtf& date, std::string_view language);

/// A month on the timeline: "janv. 2024" in January or when `withYear`, "févr." otherwise.
std::string formatMonth(int year, int month, bool withYear, std::string_view language);

/// "1 500" (fr, U+202F) or "1,500" (en).
std::string formatNumber(long long number, std::string_view language);

/// Upper case by the language's rules ("Burkina Faso" -> "BURKINA FASO", "Niger" -> "NIGER").
std::string upperCase(std::string_view text, std::string_view language);

/// True when the text's first strong character is right-to-left (Unicode Bidirectional Algorithm, rule P2).
bool isRightToLeft(std::string_view text);

}  // namespace base
