// PNG files, written fast: one filter, one pass of libdeflate. Reading them back is base/image's job.
#pragma once

#include <cstdint>
#include <vector>

#include "base/image.h"
#include "video/whole_file.h"

namespace video {

/// The bytes of a PNG file: 8-bit RGB when every pixel is opaque, RGBA with straight alpha otherwise; tagged
/// sRGB. The same image gives the same bytes (PNG specification, third edition; filter Up on every row, as
/// the pictures are smooth from row to row).
std::vector<std::uint8_t> encodePng(const base::Image& image);

}  // namespace video
