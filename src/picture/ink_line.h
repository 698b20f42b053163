// A stroke of the hand as a smooth line in the pixels of a view: in pieces where the map has an edge.
#pragma once

#include <span>
#include <vector>

#include "geo/map_view.h"
#include "geo/projection.h"

namespace picture {

/// A line of pixels, and whether it reaches the stroke's last point.
struct InkPiece {
    std::vector<base::Vec2> points;
    bool endsStroke = false;
};

/// The quadratic B-spline of a stroke's points (degrees) on the plane, ends met, as lines that are off by a
/// quarter of a pixel at most. What lies beyond a horizon, outside of the projection or behind the viewer is
/// left out, and no line leads across a cut of the map. A single point is a piece of one.
std::vector<InkPiece> inkPieces(std::span<const base::LonLat> points, const geo::Projection& projection,
                                const geo::MapView& view);

/// The parts of a line within `box`.
std::vector<std::vector<base::Vec2>> clippedTo(const base::Box& box, const std::vector<base::Vec2>& line);

}  // namespace picture
