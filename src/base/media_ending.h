// Names of files that look like a film or a picture of a kind that this program does not write.
#pragma once

#include <string_view>

namespace base {

/// The ending of a path when it is one of video, sound or still picture that no export writes: ".avi",
/// ".gif",
/// ".m4v" (in any case, as it stands in the path); "" for all others, ".mp4" and "v1.2" among them, and for a
/// path that ends in "/".
std::string_view foreignMediaEnding(std::string_view path);

/// True when `path` ends in `ending`, given in lower case, in any case, and has something before it.
bool hasEnding(std::string_view path, std::string_view ending);

}  // namespace base
