// The lines of a take's file: JSON objects, one a line.
#pragma once

#include <string>

#include "ui/take.h"

namespace ui {

/// The first line, without its end.
std::string textOf(const TakeHeader& header);

/// A line after it, without its end. Only what is given is written.
std::string textOf(const TakeLine& line);

/// What "do" says of a line: the name of the command's row, or "size", "hold", "sound", "end".
std::string_view nameOf(const TakeLine& line);

}  // namespace ui
