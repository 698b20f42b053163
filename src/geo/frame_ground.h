// How full of earth a frame is: a camera may look past the edge of the map.
#pragma once

#include "geo/map_view.h"
#include "geo/projection.h"

namespace geo {

/// True when there is earth under every corner of the frame and the middles of its sides.
bool isFilled(const Projection& projection, const MapView& view);

/// The view with as much of its pitch as leaves no corner empty that is filled when it looks straight down;
/// an empty corner without pitch (a globe) is the projection's own and stays.
MapView withoutEmptyCorner(const Projection& projection, MapView view);

/// The share of the frame, 0..1, under which there is no earth; to about a hundredth.
double emptyShare(const Projection& projection, const MapView& view);

/// Bounds of everything the projection shows. Of a map without end (a conic's far pole, a gnomonic horizon)
/// what lies within 20,000 km of its middle.
PlaneBounds wholeMap(const Projection& projection);

}  // namespace geo
