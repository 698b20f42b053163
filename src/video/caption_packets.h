// Captions as the packets and the stream of a container: mov_text, WebVTT or SubRip.
#pragma once

#include <vector>

#include "video/av.h"
#include "video/captions.h"
#include "video/video_settings.h"

namespace video {

/// Adds a track for captions in `language`, in milliseconds, that players show only when asked: the picture
/// has the captions already. nullptr when there is no memory.
AVStream* addCaptionStream(AVFormatContext& output, VideoContainer container, const std::string& language);

/// The captions as packets in milliseconds, in order.
std::vector<av::Packet> captionPackets(const std::vector<Caption>& captions, VideoContainer container);

/// Says in a finished MP4 or MOV file that caption tracks are off until chosen (libavformat turns the first
/// one on), and that chapters are in `language` (BCP 47; it says English). False when the file is not as
/// expected or cannot be written.
bool settleTextTracks(const std::string& path, const std::string& language);

}  // namespace video
