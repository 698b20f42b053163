// Lines at falling detail: the algorithm of D. H. Douglas and T. K. Peucker (1973), for all tolerances in one
// pass.
#pragma once

#include "geo/world.h"

namespace geo {

/// Tolerances of the levels after the full one, in metres on the plane.
inline constexpr double kTolerances[] = {200, 400, 800, 1600, 3200, 6400, 12800, 25600};

/// The layer of which `full` is the first level. In every other level each point that is gone lies within the
/// tolerance of the line; ends are kept, and so is the order of the lines.
LineLayer withLevels(LineLevel full);

}  // namespace geo
