// Which country a point of the plane lies in.
#pragma once

#include "geo/world.h"

namespace geo {

/// True when the point (plane, metres) lies within this ring, by the crossings of a ray to the right (W. R.
/// Franklin, "PNPOLY").
bool contains(const AreaLayer& land, const Ring& ring, base::Vec2 point);

/// True when the point (plane, metres) lies in the country with this index: even-odd over its rings.
bool contains(const AreaLayer& land, int country, base::Vec2 point);

/// True when the point lies in any country.
bool onLand(const AreaLayer& land, base::Vec2 point);

}  // namespace geo
