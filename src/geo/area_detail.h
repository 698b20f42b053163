// Areas at falling detail, in step with the lines drawn along them.
#pragma once

#include <vector>

#include "geo/world.h"

namespace geo {

/// `full` at the levels of `outlines` after the first, which hold the lines around these areas. A ring keeps
/// the points that the lines keep at that level, so neighbours still meet, and all points that no line has.
/// Rings that are left with fewer than three points have none.
std::vector<AreaLayer> areaLevels(const AreaLayer& full, const LineLayer& outlines);

}  // namespace geo
