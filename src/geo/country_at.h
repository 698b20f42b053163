// Which country a point lies in, and how far it is from another: judged on the plane, by the shapes that are
// drawn.
#pragma once

#include <cstdint>
#include <optional>

#include "base/units.h"
#include "geo/world.h"

namespace geo {

/// Index of the ring of land that holds a plane point (metres), by the even-odd rule over the rings of each
/// country; -1 at sea.
std::int32_t landRingAt(const World& world, base::Vec2 plane);

/// Kilometres on the ground from `at` to the nearest point of a country's land (index into World::countries):
/// 0 inside. Nothing when `at` or all of the country is not on the map.
std::optional<double> kmToCountry(const World& world, std::int32_t country, base::LonLat at);

/// True when a border that this ring of land shares with `country` is disputed: whose land it is depends on
/// whom one asks.
bool isDisputedWith(const World& world, std::int32_t ring, std::int32_t country);

}  // namespace geo
