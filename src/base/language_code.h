// The codes by which files name a language.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// The ISO 639-2/T code of a BCP 47 language: "fra" for "fr" or "fr-CA"; "und" when it has none.
std::string iso6392(std::string_view language);

}  // namespace base
