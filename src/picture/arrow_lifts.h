// How steeply arrows set out and come in, once it is chosen which way each bundle bends.
#pragma once

#include <vector>

#include "picture/arrow_bundles.h"

namespace picture {

inline constexpr double kArch = 15;  ///< degrees that an arrow with room to itself is lifted to its right

/// What is tried out.
struct Bends {
    std::vector<double> bends;  ///< of each bundle, degrees to the right as seen from its first node
    std::vector<double> fans;   ///< at each node, shares of the usual angle between neighbours
    bool operator==(const Bends&) const = default;
};

/// The lifts of each route: neighbours at a meeting point fanned out (fan.h), arches even where one end is
/// alone, gaps even where lanes run side by side.
std::vector<Lifts> liftsFor(const Bundles& all, const Bends& choice);

}  // namespace picture
