// Whether a frame is full of earth: a tilted camera may look past the edge of the map.
#pragma once

#include "geo/map_view.h"
#include "geo/projection.h"

namespace geo {

/// True when there is earth under every corner of the frame and the middles of its sides.
bool isFilled(const Projection& projection, const MapView& view);

/// The view with as much of its pitch as leaves no corner empty that is filled when it looks straight down;
/// an empty corner without pitch (a globe) is the projection's own and stays.
MapView withoutEmptyCorner(const Projection& projection, MapView view);

}  // namespace geo
