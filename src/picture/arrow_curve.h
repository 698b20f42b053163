// The line of one arrow on the sphere: the great circle between its ends, or a smooth way through its stops,
// pushed aside so that arrows keep clear of each other. No map plays a part, so whatever does not cross here
// crosses on none.
#pragma once

#include <vector>

#include "geo/sphere.h"

namespace picture {

/// Angles between an arrow and the straight way at its ends, degrees, towards the right of its travel. A
/// great circle with both is an arch to the right.
struct Lifts {
    double start = 0;
    double end = 0;
    /// Among arrows between the same two places: how many lanes to the right of their middle, 0 when alone.
    double lane = 0;
    bool operator==(const Lifts&) const = default;
};

class ArrowCurve {
  public:
    /// Through `stops`, at least two, no two neighbours in the same place.
    ArrowCurve(std::vector<base::LonLat> stops, Lifts lifts);

    /// The point at `t` of the way, 0..1; legs have shares of it by their lengths.
    base::LonLat at(double t) const;

    /// Of the straight way, along the ground.
    double km() const { return m_km.back(); }

  private:
    geo::Vec3 straight(double t) const;
    double aside(double t) const;

    std::vector<geo::Vec3> m_stops;
    std::vector<double> m_km;  // from the start to each stop
    double m_startSlope, m_endSlope;
};

/// Degrees clockwise from north in which the straight way through `stops` leaves the first of them.
double outwardBearing(const std::vector<base::LonLat>& stops);

}  // namespace picture
