// A video from frames that are there as PNG files.
#pragma once

#include <atomic>
#include <string>

#include "base/result.h"
#include "film/film.h"
#include "video/export_plan.h"

namespace video {

/// Makes the video of `output` from the frames in `folder`, each compared with the manifest there, until
/// `stop` is set; whole segments stay. The same frames give the same bytes as an export of the video.
/// Problems: Usage (no manifest; frames of another size, rate or film; the video is there already), Failure
/// (frames that are missing or damaged, disk, encoder).
base::Result<base::Done> assembleFrames(const film::Film& film, const ExportPlan& plan, const Output& output,
                                        const std::string& folder, const std::atomic<bool>& stop);

}  // namespace video
