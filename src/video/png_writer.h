// PNG files, written fast: one filter, one pass of libdeflate. Reading them back is base/image's job.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/image.h"
#include "base/result.h"

namespace video {

/// The bytes of a PNG file: 8-bit RGB when every pixel is opaque, RGBA with straight alpha otherwise; tagged
/// sRGB. The same image gives the same bytes (PNG specification, third edition; filter Up on every row, as
/// the pictures are smooth from row to row).
std::vector<std::uint8_t> encodePng(const base::Image& image);

/// Writes `bytes` to `path` so that a file of that name is always complete: to "path.part" first, flushed to
/// the disk, then renamed. A problem of kind Failure with the system's reason when it cannot; nothing
/// half-written stays.
base::Result<base::Done> writeWhole(const std::string& path, const std::vector<std::uint8_t>& bytes);

}  // namespace video
