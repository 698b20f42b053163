// Whole files read into memory, with a limit. Writing files is for those who make them.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"

namespace base {

/// The bytes of the file. A problem of kind Failure when it cannot be read, of kind Data when it holds more
/// than `mostBytes`.
Result<std::string> readFile(const std::string& path, std::size_t mostBytes);

}  // namespace base
