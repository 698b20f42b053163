// A picture at another size: the same display list, every length of it in pixels times a factor. Nothing is
// laid out anew, so it shows exactly the same, larger or smaller.
#pragma once

#include "picture/picture.h"

namespace picture {

/// `size` times `factor`, rounded, each side at least 1.
base::Size scaled(base::Size size, double factor);

/// The picture with every length times `factor` (above 0). Where a side is rounded, what it shows stays in
/// the middle. Lengths that a renderer chooses in pixels follow by way of `fineness`.
Picture scaled(const Picture& picture, double factor);

}  // namespace picture
