// An arrow's line on the plane of a map: in pieces where the map is cut, without what it does not show.
#pragma once

#include <vector>

#include "geo/projection.h"
#include "picture/arrow_curve.h"

namespace picture {

struct ProjectedCurve {
    std::vector<base::Vec2> points;  ///< plane metres
    std::vector<double> shares;      ///< of the curve at each point, 0..1, rising
    std::vector<std::size_t>
        breaks;  ///< points with which another piece begins, rising; the first is not among them
};

/// Points of `curve` on the plane, close enough to each other that a smooth line through them is the curve.
/// Pieces end and begin on the map's very edge (within metres), wherever the projection has one: at its cut,
/// at a horizon, between the lobes of an interrupted map. Empty where it shows nothing of the curve.
ProjectedCurve projectCurve(const ArrowCurve& curve, const geo::Projection& projection);

}  // namespace picture
