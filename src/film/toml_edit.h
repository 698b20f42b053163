// Changes values in the text of a TOML file and leaves every other byte as it is: comments, order, white
// space, line ends. It knows TOML and ids, not what a film is, and shows nothing of the parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace film {

/// What shall stand at one place of a file.
struct TomlChange {
    /// Keys from the root; in a list of tables ([[events]]) the id of one: {"events", "E29", "title", "fr"}.
    std::vector<std::string> path;
    /// The value as TOML writes it; nothing: the key goes.
    std::optional<std::string> source;
    bool operator==(const TomlChange&) const = default;
};

/// A file's text after changes, and the changes that take them back.
struct TomlEdit {
    std::string text;
    std::vector<TomlChange> back;
};

/// The text with the changes made one after another. A key that is not there yet is put after those that
/// usually stand before it; where the table that shall hold it is missing too, that is made, as an inline
/// one. The result is read again and compared: when it does not differ in exactly these values, or when a
/// table has no such place, there is a problem of kind Data, which names `file`, and no text.
base::Result<TomlEdit> editToml(std::string_view text, const std::string& file,
                                const std::vector<TomlChange>& changes);

/// The value at the path as the text writes it, nothing when there is none; a table that has no brackets of
/// its own is "".
std::optional<std::string> tomlSource(std::string_view text, const std::vector<std::string>& path);

/// A string as TOML writes it, in the kind of quotes that the string `like` has as long as they can hold it;
/// "" is like "...". A problem of kind Data when it is not UTF-8 or holds a control character other than a
/// line feed or a tab.
base::Result<std::string> tomlString(std::string_view value, std::string_view like = {});

}  // namespace film
