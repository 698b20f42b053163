// Shapes on a map that shows a part of the globe: what lies beyond the horizon is drawn along it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/projection.h"

namespace geo {

class HorizonCircle {
  public:
    /// Projects the horizon; one that cannot be projected whole clips nothing.
    HorizonCircle(const Projection& projection, const Horizon& horizon);

    /// The ring with its stretches beyond the horizon replaced by arcs along it. `points` are its corners
    /// (degrees) and `plane` the same projected, not a number beyond the horizon. Empty when nothing of the
    /// map is inside the ring. Filled even-odd with `rim` beside it where it holds the antipode, it covers
    /// what the ring covers.
    std::vector<base::Vec2> clipped(std::span<const base::LonLat> points,
                                    std::span<const base::Vec2> plane) const;

    /// True when the ring (degrees, even-odd) holds the point opposite to the map's centre.
    bool isAroundAntipode(std::span<const base::LonLat> ring) const;

    /// The horizon on the plane, metres, as a ring.
    const std::vector<base::Vec2>& rim() const { return m_rim; }

  private:
    int indexOf(base::LonLat at) const;
    int turn(int from, int to) const;

    Horizon m_horizon;
    std::vector<base::Vec2> m_rim;  // clockwise from north, seen from the centre; empty: none
};

}  // namespace geo
