// The segments of a video, joined into the file that people open.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "video/captions.h"
#include "video/chapters.h"
#include "video/video_segments.h"
#include "video/video_settings.h"

namespace video {

/// What stands beside the pictures in a video; each may be empty.
struct VideoParts {
    std::vector<ChapterMark> chapters;
    std::vector<CaptionTrack> captions;  ///< one for each language
    std::string audio;                   ///< a file with sound; empty: none
    VideoMetadata metadata;
    double audioAt = 0;  ///< time of the film at which the sound's first sample is heard, s
};

/// Joins the segments of the range into the video at `path`: "path.part" first, flushed to the disk, then
/// renamed; a file that is there is replaced. The same segments and parts give the same bytes. Segments stay
/// (removeSegments). Problems: Failure that names the frames whose segments are missing or unusable, Failure
/// of the disk, Usage for sound that cannot be read.
base::Result<base::Done> muxVideo(const std::string& path, const VideoSettings& settings, FrameRange range,
                                  const VideoParts& parts);

}  // namespace video
