// Tracks as a file for an editor: JSON (.json), After Effects (.jsx), Blender (.py) or Nuke (.chan). What
// each holds, its units and axes: docs/tracks.md.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "video/tracks.h"

namespace video {

/// A problem of kind Usage when the name ends in none of .json, .jsx, .py and .chan, in either case.
std::optional<base::Problem> checkTracksPath(const std::string& path);

/// Writes the tracks in the form that the path's ending names, over what is there; the same tracks give the
/// same bytes. Problems: Usage (as above), Failure (disk, tracks that were interrupted);
/// nothing half-written stays.
base::Result<base::Done> writeTracks(const std::string& path, const Tracks& tracks);

}  // namespace video
