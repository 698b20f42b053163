// Pixels in memory, PNG files read back for references and tests, JPEG for pages. Writing frames is
// video/png_writer's job.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace base {

/// 8-bit pixels, rows from the top, no padding, straight alpha when there are 4 channels.
struct Image {
    int width = 0;
    int height = 0;
    int channels = 4;
    std::vector<std::uint8_t> bytes;  ///< width * height * channels
    bool operator==(const Image&) const = default;
};

/// Reads a PNG (or JPEG) with the given number of channels; a problem of kind Failure when it cannot.
Result<Image> readImage(const std::string& path, int channels = 4);

/// The bytes of a baseline JPEG file of an image with 3 or 4 channels; alpha is ignored. `quality` 1..100.
/// The same image gives the same bytes.
std::vector<std::uint8_t> encodeJpeg(const Image& image, int quality);

/// How far two pictures are apart, per channel in 0..255.
struct ImageDifference {
    int worst = 0;         ///< the largest difference of any channel of any pixel
    double mean = 0;       ///< over all channels of all pixels
    bool sameSize = true;  ///< when false the other fields say nothing
};
ImageDifference compare(const Image& a, const Image& b);

/// A 64-bit FNV-1a hash of size and bytes, for "same pixels?".
std::uint64_t hashOf(const Image& image);

}  // namespace base
