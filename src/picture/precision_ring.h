// The ring of a place that is known only to within some kilometres: a circle on the ground.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/ground_circle.h"
#include "picture/context.h"

namespace picture {

struct PrecisionRing {
    std::string place;
    base::Vec2 anchor;  ///< plane, metres
    double metres = 0;  ///< on the plane
};

/// The rings of those of these places (ids) that have a precision and are on the map.
std::vector<PrecisionRing> precisionRings(const Context& context, const std::vector<std::string>& places);

/// The ring as `view` shows it; nothing when it is too small to be told from the place's dot, or partly
/// behind the viewer.
std::optional<geo::FrameEllipse> ellipseOf(const Context& context, const PrecisionRing& ring,
                                           const geo::MapView& view);

}  // namespace picture
