// A file's text and the TOML tables in it, or why there are none.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "film/report.h"

namespace film {

/// The whole file, at most 16 MB; Failure when it cannot be read, Data when it is too large.
base::Result<std::string> readTextFile(const std::string& path);

/// The tables of TOML text, or nothing and its syntax error in the report.
std::optional<toml::table> parseToml(std::string_view text, Report& report);

}  // namespace film
