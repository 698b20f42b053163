// One output of an export while it is made: a sequence of PNG files or a video, with the record of what is
// finished.
#pragma once

#include <memory>

#include "base/result.h"
#include "film/film.h"
#include "video/export_plan.h"
#include "video/frame_sink.h"

namespace video {

class ExportStream {
  public:
    virtual ~ExportStream() = default;

    /// Where frames go.
    virtual FrameSink& sink() = 0;

    /// After the sink has finished without a problem, and unless it was stopped: completes the output when
    /// all of its frames are there (a manifest; a video from its segments). A shard leaves that to the last
    /// of them, or to assemble(). A problem of kind Failure when the disk or the muxer fails.
    virtual base::Result<base::Done> close() = 0;

    /// Instead of close(), where nobody could go on with the frames: removes what this run has begun.
    virtual void abandon() {}
};

/// Settles what to do with earlier frames and opens the output. Problems: Usage (frames are there and may be
/// neither kept nor overwritten, or were made with other settings), Failure (folder, disk).
base::Result<std::unique_ptr<ExportStream>> openPngStream(const ExportPlan& plan, const Output& output);
base::Result<std::unique_ptr<ExportStream>> openVideoStream(const film::Film& film, const ExportPlan& plan,
                                                            const Output& output);

/// Whether earlier frames stand in the way, as the functions above would find; touches nothing.
base::Result<base::Done> checkEarlierFrames(const ExportPlan& plan, const Output& output);

/// What somebody should know before it begins, as warnings: frames of other exports that will stay among
/// those of this one, a video that is damaged and will be made again. Touches nothing.
base::Problems warningsOf(const ExportPlan& plan, const Output& output);

/// Joins what shards have made: a manifest of all frames, a video of all segments. A problem of kind Failure
/// that names the frames which lack.
base::Result<base::Done> assemble(const film::Film& film, const ExportPlan& plan, const Output& output);

}  // namespace video
