// Files whose names say which frames they are for: `before`FIRST-LAST`after`.
#pragma once

#include <string>
#include <vector>

#include "video/frame_range.h"

namespace video {

struct RangedFile {
    FrameRange frames;
    std::string path;
};

/// Those in `folder`, in the order of their paths; none when it cannot be listed.
std::vector<RangedFile> rangedFiles(const std::string& folder, const std::string& before,
                                    const std::string& after);

/// The first one but `own` that has frames of `range` and that another process holds for longer than
/// `patience` seconds; "" without one.
std::string heldByOthers(const std::vector<RangedFile>& files, FrameRange range, const std::string& own);

}  // namespace video
