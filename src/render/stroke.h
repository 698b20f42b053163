// A line as one strip of triangles, with mitred joints: neighbouring triangles share their edges, so a
// translucent line is drawn once everywhere, straight onto the picture.
#pragma once

#include <vector>

#include "base/units.h"

namespace render {

struct StrokePoint {
    base::Vec2 at;     ///< pixels
    double width = 1;  ///< pixels; one thinner than a pixel is drawn a pixel wide and paler
    double along = 0;  ///< metres from the line's start, for dashes
};

/// Floats of one vertex: x, y, across (pixels from the line's middle), width, along.
inline constexpr int kStrokeFloats = 5;

/// Appends the line as a triangle strip, joined to what is there by triangles without area. Points that
/// coincide are left out; a line of fewer than two appends nothing.
void appendStroke(const std::vector<StrokePoint>& line, std::vector<float>& vertices);

}  // namespace render
