// Hillshade rasters read from GeoTIFF files.
#pragma once

#include <string>

#include "base/result.h"
#include "geo/world.h"

namespace geo {

/// Reads an 8-bit, north-up raster in longitude and latitude, at most 16384 pixels wide or high. A problem of
/// kind Data and severity Warning otherwise: the map is right without relief.
base::Result<Relief> readRelief(const std::string& path);

}  // namespace geo
