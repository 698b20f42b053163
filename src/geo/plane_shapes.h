// From shapes in longitude and latitude to rings and lines on the plane.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/projection.h"
#include "geo/shapefile.h"
#include "geo/world.h"

namespace geo {

/// Edges longer than this on the plane, in metres, are tears in the map, not parts of a shape. A ring with
/// one is lost, so rings are allowed more.
inline constexpr double kLongestRingEdge = 2e7;
inline constexpr double kLongestLineEdge = 5e6;

/// The rings of `table` as an area layer. `countryOfShape` gives Ring::country by index into table.shapes.
/// Points that cannot be projected are left out; so are rings of which more than half is not on the plane, or
/// which are torn.
AreaLayer planeAreas(const ShapeTable& table, const Projection& projection,
                     const std::vector<std::int32_t>& countryOfShape);

/// Appends the rings of `more` to `layer`.
void append(AreaLayer& layer, const AreaLayer& more);

/// Lines on the plane, and the shape (index into the table's shapes) each is from. What a line is (kind,
/// sides, weight) is not set.
struct PlaneLines {
    LineLevel level;
    std::vector<std::uint32_t> shapes;
};

/// The lines, or the outlines of the rings, of `table`. They are split where points cannot be projected, where
/// the map is torn, and next to the horizon of a map of half the globe or less.
PlaneLines planeLines(const ShapeTable& table, ShapeKind kind, const Projection& projection);

}  // namespace geo
