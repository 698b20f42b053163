// Frames that are finished, drawn again: does the export hold what the film shows?
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "video/export.h"

namespace video {

/// What a verification found.
struct Verification {
    std::int64_t files = 0;              ///< compared with their records
    std::int64_t checked = 0;            ///< frames drawn again
    std::vector<std::string> different;  ///< "out/0012.png: ...", what differs and how
};

/// Compares length and checksum of every file of the range with the manifest. Then draws a sample of at most
/// `most` frames of each output, spread over the range, from the last to the first, and compares their pixels
/// with it. Ends early when `stop` is set. Needs the current GL context. Problems: Failure when there is no
/// manifest, or the driver fails; Usage when it is of other settings.
base::Result<Verification> verifyExport(const ExportMeans& means, const ExportPlan& plan, std::int64_t most,
                                        const std::atomic<bool>& stop);

/// Whether every frame of the range is finished, as manifests and files say.
bool isWhole(const ExportPlan& plan);

}  // namespace video
