// The grid that drapes rasters over the plane.
#pragma once

#include "geo/world.h"

namespace geo {

/// A grid of one degree. Cells with a corner that is not on the plane, and cells that are torn, are left out.
/// Where the plane is cut, the meridian is there twice: once at each edge of the map.
GlobeMesh makeGlobeMesh(const Projection& projection);

}  // namespace geo
