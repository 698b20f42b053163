// Pictures as video stores them: planar 8-bit 4:2:0, BT.709, limited range (ITU-R BT.709-6, items 3.2
// to 3.5), converted on the processor.
#pragma once

#include <cstdint>
#include <vector>

#include "base/image.h"
#include "render/yuv_layout.h"

namespace video {

/// Where the planes lie: luma of the picture's size, chroma of half of it, rounded up. Strides in bytes.
struct YuvPlanes {
    std::uint8_t *y = nullptr, *u = nullptr, *v = nullptr;
    int yStride = 0, uStride = 0, vStride = 0;
};

/// The planes of a block laid out so; `bytes` are at least layout.bytes().
YuvPlanes planesOf(const render::YuvLayout& layout, std::uint8_t* bytes);

/// Converts an image of 4 channels, whose alpha is ignored. White is 235, 128, 128 and black 16, 128, 128.
/// Chroma lies on the even columns and between the rows of each pair, as H.264 has it when nothing else is
/// said: 1 2 1 across, 1 1 down; edges are repeated. Every value is the exact one, rounded, or one beside it
/// where that is near to a half.
void convertToYuv(const base::Image& image, const YuvPlanes& planes);

}  // namespace video
