// Which way each of several arrows gives the others: fanned out where they meet, side by side between the
// same ends. Worked out on the sphere; what crosses there only where it must, crosses so on every map.
#pragma once

#include <string>
#include <vector>

#include "picture/arrow_curve.h"

namespace picture {

/// An arrow's stops: start, relays, end.
struct Route {
    std::string event;  ///< id; the last word wherever an order is wanted
    std::vector<base::LonLat> stops;
};

inline constexpr double kMinimumFan = 24;  ///< degrees

/// Ends within this distance (or three tenths of the shorter arrow) of each other are one meeting point.
inline constexpr double kMeetingKm = 60;

/// The lifts of each route, in their order. At a meeting point neighbours leave and arrive kMinimumFan apart
/// where there is room for that many, in the order of the directions they go to; routes with the same two
/// meeting points are lanes with even gaps, those of one direction all on its right of those of the other.
/// Does not depend on the order of `routes`.
std::vector<Lifts> layLanes(const std::vector<Route>& routes);

}  // namespace picture
