// Names of frame files: a folder or a pattern, with fixed padding for the whole film.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace video {

/// Where the frames of an export go.
struct FramePattern {
    std::string before;  ///< path up to the number
    std::string after;   ///< the rest, with ".png"
    int digits = 4;

    /// The path of frame n, padded with zeros.
    std::string path(std::int64_t frame) const;
    /// The folder that all frames lie in.
    std::string folder() const;
};

/// Reads OUT: "folder" or "folder/" gives folder/0001.png; "name####.png", "name%05d.png" and
/// "name{frame}.png" put the number where they say. A folder's and {frame}'s padding is that of `lastFrame`,
/// at least 4. A problem of kind Usage when the pattern is broken, too narrow for `lastFrame`, or ends in
/// something else than .png.
base::Result<FramePattern> parsePattern(const std::string& out, std::int64_t lastFrame);

/// The pattern of the frames that lie in a folder, found by the name of frame `first`: any text, the number
/// in any width, ".png". A problem of kind Failure when there is no such file, or more than one.
base::Result<FramePattern> patternOf(const std::string& folder, std::int64_t first);

}  // namespace video
