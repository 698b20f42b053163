// The frames of an export as PNG files, and what earlier runs have left of them.
#pragma once

#include "video/export_stream.h"
#include "video/frame_ledger.h"

namespace video {

base::Problems warningsOfFiles(const ExportPlan& plan, const Output& output);
base::Result<base::Done> checkEarlierFiles(const ExportPlan& plan, const Output& output);
base::Result<base::Done> assembleFiles(const ExportPlan& plan, const Output& output);

/// Whether the file of a frame is byte for byte as recorded.
bool isAsRecorded(const std::string& path, const FrameRecord& record);

/// "1-20, 31": numbers of a range that `has` does not have; at most a few, then "...".
std::string missingFrames(FrameRange range, const FrameRecords& has);

}  // namespace video
