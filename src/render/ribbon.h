// A strip of triangles along a line, each vertex with its straightened coordinates: what arrows are painted
// on.
#pragma once

#include <vector>

#include "base/units.h"

namespace render {

/// A point of a line in pixels, and how far along the way it counts as.
struct AlongPoint {
    base::Vec2 at;
    double along = 0;
};

/// `places` with the lengths of `points`, of which there are as many; the first has come `before` pixels.
/// Points that do not get ahead are left out.
std::vector<AlongPoint> alongPoints(const std::vector<base::Vec2>& points,
                                    const std::vector<base::Vec2>& places, double before);

/// A stretch of a line, pixels along it, and how wide the strip reaches to each side at its ends.
struct Stretch {
    double from = 0, to = 0;
    double fromReach = 0, toReach = 0;
};

/// Numbers of one row across a strip: two vertices.
inline constexpr int kRibbonRow = 8;

/// The strip over `stretch` as x, y, along, across; straight on where the stretch is longer than the line.
/// On the inside of a bend that is tighter than the strip is wide it stops short of folding over. Empty when
/// there is nothing to draw.
std::vector<float> makeRibbon(const std::vector<AlongPoint>& line, const Stretch& stretch);

}  // namespace render
