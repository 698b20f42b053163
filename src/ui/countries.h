// The map's countries as search and cards need them.
#pragma once

#include <vector>

#include "geo/world.h"
#include "ui/browse.h"

namespace ui {

/// One entry a country, in the order of World::countries.
std::vector<CountryEntry> countryEntries(const geo::World& world);

}  // namespace ui
