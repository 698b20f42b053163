// What a video file is to be, and whether it can be: everything that a user can get wrong about it is found
// here, before the first frame is drawn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/units.h"
#include "film/timeline.h"

namespace video {

enum class VideoContainer { Mp4, Mov, WebM, Mkv };
enum class VideoAlpha { Opaque, Straight };

struct VideoSettings {
    VideoContainer container = VideoContainer::Mp4;
    base::Size size;
    film::FrameRate rate;
    VideoAlpha alpha = VideoAlpha::Opaque;
    std::string encoder;            ///< libavcodec's name; "": the container's own, see ownEncoder
    std::optional<double> quality;  ///< in the encoder's scale (x264: crf 0..51); none: its default here
    std::string preset;             ///< the encoder's name of a speed; "": its default here
    /// Threads of the encoder. Not the number of cores: it changes the bytes of some encoders. Each costs
    /// memory (x264 at 1920x1080: 15 MB).
    int threads = 4;
    /// What is drawn, as a fingerprint: a segment of another content is never taken for one of this.
    std::string content;
};

/// Threads of an encoder where none are asked for: each holds pictures of its own, so large ones get fewer.
/// Never the number of cores, which would give other bytes on another machine.
int encoderThreads(base::Size size);

/// The container that the ending of a path asks for (.mp4, .mov, .webm, .mkv; in any case); nothing for other
/// endings, which are not videos.
std::optional<VideoContainer> videoFormatOf(std::string_view path);

/// True for MP4 and MOV, which share one structure; the others are Matroska.
inline bool isQuickTime(VideoContainer container) {
    return container == VideoContainer::Mp4 || container == VideoContainer::Mov;
}

/// libx264 for MP4, prores_ks for MOV, libvpx-vp9 for WebM, ffv1 for MKV.
std::string_view ownEncoder(VideoContainer container);

/// ".mp4", ".mov", ".webm", ".mkv".
std::string_view endingOf(VideoContainer container);

/// Every encoder that fits the container, its own first, whether this build of libavcodec has it or not.
std::vector<std::string> encodersFor(VideoContainer container);

/// Why these settings cannot be: of kind Usage (odd size, no alpha, unknown encoder, quality or preset out of
/// range, too large, ...), of kind Failure when an encoder that exists does not start (no such hardware).
/// Empty when all is well: the encoder was opened.
base::Problems checkVideo(const VideoSettings& settings);

/// 32 hexadecimal digits of everything that the bytes of a segment depend on, with the versions of this
/// format and of libavcodec.
std::string fingerprintOf(const VideoSettings& settings);

}  // namespace video
