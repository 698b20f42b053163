// Where lines on the sphere cross.
#pragma once

#include <vector>

#include "geo/sphere.h"

namespace picture {

/// A line on the sphere, ready to be compared with others.
class SphereLine {
  public:
    explicit SphereLine(const std::vector<base::LonLat>& points);

    /// How often two lines cross farther than `clearKm` from each of the `meetings` that they share.
    int crossings(const SphereLine& other, const std::vector<base::LonLat>& meetings, double clearKm) const;

  private:
    std::vector<geo::Vec3> m_points;
    geo::Vec3 m_middle{};  // of a cap that holds the line ...
    double m_reach = 0;    // ... and its radius, as a chord
};

}  // namespace picture
