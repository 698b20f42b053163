// Shortest ways on the sphere of mean radius 6371.0088 km (IUGG 1980): distances and points for arrows and
// rulers.
#pragma once

#include <vector>

#include "base/units.h"

namespace geo {

inline constexpr double kEarthRadiusKm = 6371.0088;

/// Kilometres along the great circle (haversine formula; R. W. Sinnott 1984).
double distanceKm(base::LonLat a, base::LonLat b);

/// The point at fraction t in 0..1 of the way from a to b (spherical linear interpolation). For antipodal
/// points the way over the north pole side of a's meridian is taken, so that the result is always defined.
base::LonLat alongGreatCircle(base::LonLat a, base::LonLat b, double t);

/// count >= 2 points from a to b inclusive, equally spaced.
std::vector<base::LonLat> greatCircle(base::LonLat a, base::LonLat b, int count);

/// The point `km` from `from` in direction `bearing` (degrees clockwise from north).
base::LonLat destination(base::LonLat from, double bearing, double km);

/// Degrees clockwise from north in which the great circle from a to b sets out (Snyder 1987, eq. 5-4b).
double initialBearing(base::LonLat a, base::LonLat b);

}  // namespace geo
