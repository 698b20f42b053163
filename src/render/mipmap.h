// Rasters at half their size, for views in which many of their samples fall on a pixel.
#pragma once

#include "base/image.h"

namespace render {

/// A one-channel image at half its width and height, rounded down, but at least 1: each sample is read
/// between the four nearest ones, as graphics cards make mipmaps. On the processor, since a software renderer
/// takes ten times as long. `image` must not be empty.
base::Image halved(const base::Image& image);

}  // namespace render
