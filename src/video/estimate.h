// What an export will cost, from a sample of its frames: nothing is left on the disk.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "video/export.h"

namespace video {

struct Estimate {
    std::int64_t frames = 0;   ///< to be made
    std::uint64_t bytes = 0;   ///< on disk, about
    double seconds = 0;        ///< about, on this machine
    std::int64_t sampled = 0;  ///< frames that were drawn for it
};

/// A warning when `available` bytes are too few for an export of `bytes`: while segments are joined the disk
/// holds a video twice.
base::Problems roomWarnings(const ExportPlan& plan, std::uint64_t bytes, std::uint64_t available);

/// Draws and encodes a few runs of frames spread over the plan's range, as the export would. Setting
/// `stop` ends it early, with numbers that mean nothing. Needs the current GL context. Problems as
/// exportFilm's.
base::Result<Estimate> estimateExport(const ExportMeans& means, const ExportPlan& plan,
                                      const std::atomic<bool>& stop);

}  // namespace video
