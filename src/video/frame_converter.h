// Pictures of the export as the planes that encoders take: sRGB as it is or as BT.709, limited range.
#pragma once

#include "base/image.h"
#include "video/av.h"

namespace video {

class FrameConverter {
  public:
    /// `format`: one of those in the table of encoders (yuv420p, yuva420p, nv12, yuv444p10, yuva444p10, bgr0,
    /// bgra).
    explicit FrameConverter(AVPixelFormat format) : m_format(format) {}

    /// The image (RGB or RGBA, straight alpha) in the format. R'G'B' of sRGB are taken as those of BT.709, as
    /// all programs do: the curves differ, but so they come back as they were. Luma and chroma by ITU-R
    /// BT.709, item 3 and 4, 16..235 and 16..240 in 8 bits. nullptr when there is no memory for it.
    av::Frame convert(const base::Image& image);

  private:
    bool toYuv420(const base::Image& image, AVFrame& frame);

    AVPixelFormat m_format;
    av::Scaler m_scaler;
};

}  // namespace video
