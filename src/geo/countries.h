// The countries as the country shapefiles tell them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/shapefile.h"
#include "geo/world.h"

namespace geo {

/// What to read of a country shapefile.
ShapefileQuery countryQuery(const std::string& path);

/// The countries of all `tables` (read with countryQuery), sorted by a3, each once. Shapes without a code are
/// none.
std::vector<Country> countriesOf(const std::vector<ShapeTable>& tables);

/// Index of the country with this code in sorted `countries`, or -1.
std::int32_t indexOf(const std::vector<Country>& countries, std::string_view a3);

/// Index of each shape's country, or -1.
std::vector<std::int32_t> countryOfShapes(const ShapeTable& table, const std::vector<Country>& countries);

}  // namespace geo
