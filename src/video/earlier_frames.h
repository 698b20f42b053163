// What to do with the frames that are there before an export begins.
#pragma once

#include "video/export_plan.h"

namespace video {

/// Makes the folder and settles which earlier frames count. After it `ledger` holds the frames of the range
/// that need not be made again: those whose files are byte for byte as recorded. Problems: Usage (frames are
/// there and may be neither kept nor overwritten; they were made with other settings), Failure (folder).
base::Result<base::Done> settleEarlierFrames(const ExportPlan& plan, FrameLedger& ledger);

}  // namespace video
