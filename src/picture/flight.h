// Camera flights: the optimal path of zoom and pan.
#pragma once

#include "base/units.h"

namespace picture {

/// A camera over the plane: centre and ground width in the same unit.
struct FlightPoint {
    base::Vec2 center;
    double width = 1;
};

/// The path from a to b that keeps the perceived speed constant (J. J. van Wijk and W. A. A. Nuij, "Smooth
/// and efficient zooming and panning", IEEE InfoVis 2003, equations 9 and 10; rho is their trade-off between
/// zooming and panning).
class Flight {
  public:
    Flight(FlightPoint a, FlightPoint b, double rho = 1.2);

    /// The point at fraction t in 0..1 of the path; exactly a at 0 and b at 1.
    FlightPoint at(double t) const;

    /// Length of the path in the paper's units: about the number of frame widths that pass by.
    double length() const { return m_length; }

  private:
    FlightPoint m_a, m_b;
    double m_rho, m_distance, m_r0, m_length;
};

}  // namespace picture
