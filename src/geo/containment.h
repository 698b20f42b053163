// Which country a point of the plane lies in.
#pragma once

#include "geo/world.h"

namespace geo {

/// True when the point (plane, metres) lies in the country with this index: even-odd over its rings.
bool contains(const AreaLayer& land, int country, base::Vec2 point);

/// True when the point lies in any country.
bool onLand(const AreaLayer& land, base::Vec2 point);

}  // namespace geo
