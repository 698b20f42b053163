// Where things stand in TOML text, in bytes. It looks at quotes, brackets and comments alone; what is well
// formed has been decided by the parser before.
#pragma once

#include <cstddef>
#include <string_view>

#include "film/report.h"

namespace film {

/// The byte at a line and column as the parser counts them: columns in code points, a byte order mark
/// is none.
/// The text's size when there is no such place.
std::size_t offsetOf(std::string_view text, Position at);

/// Where the string that begins at `begin` with a quote ends: past its last quote, or at the end of its line.
std::size_t endOfString(std::string_view text, std::size_t begin);

/// Where the value that begins at `begin` ends: a string, a list, an inline table, or anything else up to
/// what parts values.
std::size_t endOfValue(std::string_view text, std::size_t begin);

/// Where the line of `at` begins.
std::size_t lineBegin(std::string_view text, std::size_t at);

/// Past the end of the line of `at`, its line break included.
std::size_t lineEnd(std::string_view text, std::size_t at);

}  // namespace film
