// How far the points of rivers are from their farthest source.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/world.h"

namespace geo {

/// Kilometres from the farthest source, where a river's line begins and where it ends.
struct RiverCourse {
    double fromKm = 0, toKm = 0;
};

/// Gives the lines of `rivers`, at every level, their part of the course of the shape they are from. A shape
/// that the map tears apart has its course shared out by the lengths of its pieces on the plane.
void setCourses(LineLayer& rivers, const std::vector<std::uint32_t>& shapeOfLine,
                const std::vector<RiverCourse>& courses);

/// Kilometres from the farthest source at point `index` of level.points, which lies on `line`.
double kmAt(const LineLevel& level, const Polyline& line, std::uint32_t index);

}  // namespace geo
