// Whether files of an output's name can be made, known before its first frame.
#pragma once

#include "base/result.h"
#include "video/export_plan.h"

namespace video {

/// A problem of kind Usage when a folder stands where a video is to be, or when names are longer than the
/// file system takes: that of the video or of its frames, with what stands behind them while they are
/// written.
base::Result<base::Done> checkName(const Output& output);

}  // namespace video
