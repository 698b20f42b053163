// The encoders that the program knows how to drive, as rows of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "video/av.h"
#include "video/video_settings.h"

namespace video {

enum class Hardware { None, Nvenc, Vaapi };

struct EncoderRow {
    std::string_view name;  ///< libavcodec's
    std::vector<VideoContainer> containers;
    AVPixelFormat opaque, alpha;           ///< what it is fed; alpha: AV_PIX_FMT_NONE when it has none
    const char* qualityOption = nullptr;   ///< nullptr: it has no quality to choose
    double quality = 0, worstQuality = 0;  ///< default, and the largest value; 0 is the best
    const char* presetOption = nullptr;    ///< nullptr: it has no speeds to choose
    std::string_view preset, presets;      ///< default, and all, with spaces between them
    std::string_view options;              ///< always set, "name=value,..."
    Hardware hardware = Hardware::None;

    bool isRgb() const { return opaque == AV_PIX_FMT_BGR0; }
    bool fits(VideoContainer container) const;
    /// True when colour has half the picture's width and height, so that both must be even.
    bool halvesColor() const;
};

/// The row of the settings' encoder, or nullptr when its name is not known.
const EncoderRow* encoderRow(const VideoSettings& settings);

/// All rows, each container's own encoder before the others.
const std::vector<EncoderRow>& encoderRows();

/// The pixels that the settings ask the row for.
AVPixelFormat pixelFormat(const EncoderRow& row, const VideoSettings& settings);

/// How the settings' pictures are written in colour and shape: everything but the encoder's own options.
void describePictures(const EncoderRow& row, const VideoSettings& settings, AVCodecContext& context);

/// The encoder's own options for the settings.
void setOptions(const EncoderRow& row, const VideoSettings& settings, av::Options& options);

}  // namespace video
