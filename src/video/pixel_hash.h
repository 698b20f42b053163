// A fingerprint of pixels, for "is it the same picture?" across runs and machines.
#pragma once

#include <string>
#include <string_view>

#include "base/image.h"

namespace video {

/// XXH3, 128 bits, of size, channels and bytes, as 32 hexadecimal digits. The same on every machine.
std::string pixelHash(const base::Image& image);

/// The same of any bytes, for film and data files.
std::string byteHash(std::string_view bytes);

}  // namespace video
