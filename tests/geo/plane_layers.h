// What tests ask of the plane shapes of a world.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "geo/world.h"

namespace geo {

using Edge = std::pair<std::pair<float, float>, std::pair<float, float>>;

/// The same for both directions of an edge.
Edge edgeBetween(PlanePoint a, PlanePoint b);

/// All edges of the rings of a country.
std::set<Edge> edgesOf(const World& world, const std::string& a3);

/// The longest edge of the rings of a country, in metres.
double longestEdge(const World& world, const std::string& a3);

/// True when a point is inside an odd number of the rings of a layer: where it is filled.
bool isFilled(const AreaLayer& layer, base::Vec2 at);

}  // namespace geo
