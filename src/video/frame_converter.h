// Pictures of the export as the planes that encoders take: sRGB as it is or as BT.709, limited range.
#pragma once

#include "base/image.h"
#include "video/av.h"

namespace video {

/// The image (4 channels, straight alpha; or 1 channel: planes as render/yuv_layout.h has them, of a picture
/// with even sides, for yuv420p and nv12 alone) in one of the formats of the table of encoders: yuv420p,
/// yuva420p, nv12, yuv444p10, yuva444p10, bgr0 or bgra. R'G'B' of sRGB are taken as those of BT.709, as all
/// programs do: the curves differ, but so they come back as they were. Luma and chroma by ITU-R BT.709, items
/// 3 and 4, in limited range. nullptr when there is no memory for it.
av::Frame convert(const base::Image& image, AVPixelFormat format);

}  // namespace video
