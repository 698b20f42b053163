// A theme file as a flat list of settings with their positions. It reads TOML; picture/theme.h gives them
// meaning.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace film {

/// One `key = value` of a theme file; the key is the dotted path ("ground.sea").
struct StyleSetting {
    std::string key;
    std::variant<double, std::string, bool> value;
    int line = 0;
    int column = 0;
};

struct StyleSheet {
    std::string file;
    std::vector<StyleSetting> settings;  ///< in the order of the file
};

/// Reads a TOML file of nested tables of numbers, strings and booleans.
base::Result<StyleSheet> readStyleSheet(const std::string& path);

}  // namespace film
