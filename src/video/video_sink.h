// Frames as the segments of a video. Each segment is encoded for itself and becomes a file beside the output
// when it is whole; muxVideo (video_mux.h) joins them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "video/frame_sink.h"
#include "video/video_segments.h"
#include "video/video_settings.h"

namespace video {

/// The segments of the range that are not there whole, as these settings make them. Reads all segment files.
std::vector<Segment> missingSegments(const std::string& path, const VideoSettings& settings,
                                     FrameRange range);

/// Takes the frames of `part` (whole segments of the `range` that the video will show; see
/// segmentRangeOfShard) and writes the segments among them that are missing; those that are there but cut
/// short, damaged or of other settings are written anew. `settings` must have passed checkVideo. A problem of
/// kind Failure when the folder of segments cannot be made.
///
/// One thread converts, another encodes and writes; a few pictures wait between them. When it is dropped or
/// finished in the middle of a segment, that segment is lost and the finished ones stay.
base::Result<std::unique_ptr<FrameSink>> openVideoSink(const std::string& path, const VideoSettings& settings,
                                                       FrameRange range, FrameRange part);

/// The pixelHash of each frame of the range, for manifests, from the segments; "" where one is missing.
std::vector<std::string> framePixels(const std::string& path, const VideoSettings& settings,
                                     FrameRange range);

/// Removes the segment files of the video and their folder when nothing else is in it. For when the video is
/// written.
void removeSegments(const std::string& path);

}  // namespace video
