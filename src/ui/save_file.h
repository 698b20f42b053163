// Writes a text file so that it is whole at every moment, and keeps what it held before.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace ui {

/// Replaces what the file holds: written under another name beside it, then renamed. A link stays one, rights
/// stay. A problem of kind Failure when the file or its folder may not be written to; then nothing is
/// changed.
base::Result<base::Done> saveFile(const std::string& path, std::string_view text);

/// Puts the text beside the file under the first free of the names "film.toml.bak-1", "film.toml.bak-2", ...
/// unless the newest of them holds it already; whoever may read the file may read it. The path of the one
/// that holds it.
base::Result<std::string> backUp(const std::string& path, std::string_view text);

}  // namespace ui
