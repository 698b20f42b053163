// Where arrows meet, and which of them run between the same two places. Nothing is bent here.
#pragma once

#include <cstddef>
#include <vector>

#include "picture/arrow_lanes.h"

namespace picture {

/// One end of a route.
struct RouteEnd {
    std::size_t node = 0;  ///< the meeting point it belongs to
    double towards = 0;    ///< degrees clockwise from north: the straight way from here
};

/// Routes with the same two meeting points, in lanes from left to right as seen from the first of these.
struct Bundle {
    std::size_t from = 0, to = 0;           ///< nodes
    std::vector<std::size_t> lanes;         ///< routes
    double fromBearing = 0, toBearing = 0;  ///< of its lanes together, outwards
    bool isDirect = true;                   ///< no relays
};

struct Bundles {
    std::vector<const Route*> routes;    ///< in the order they were given
    std::vector<RouteEnd> starts, ends;  ///< of each route
    std::vector<base::LonLat> nodes;     ///< the meeting points
    std::vector<Bundle> bundles;

    /// True when the route runs from the bundle's first node to its second.
    bool isForward(const Bundle& bundle, std::size_t route) const {
        return starts[route].node == bundle.from;
    }
};

/// What stays the same whichever way the arrows bend. The routes must outlive it.
Bundles bundlesOf(std::vector<const Route*> routes);

}  // namespace picture
