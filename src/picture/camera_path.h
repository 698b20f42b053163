// The camera's way from one view to another: the optimal path of zoom and pan, no faster across the screen
// than an onlooker can follow.
#pragma once

#include <vector>

#include "geo/map_view.h"
#include "picture/flight.h"

namespace picture {

/// The fastest that the ground may pass, in longer sides of the frame per second, and the fastest zoom, in
/// factors of e per second. Above them a path zooms out further, which slows the ground down.
inline constexpr double kFastestPan = 1.0;
inline constexpr double kFastestZoom = 2.4;

/// The highest speeds along a path.
struct PathSpeed {
    double pan = 0;   ///< longer sides of the frame per second
    double zoom = 0;  ///< factors of e per second
    /// How many times too fast; at most 1 when both limits are kept.
    double excess() const { return std::max(pan / kFastestPan, zoom / kFastestZoom); }
};

class CameraPath {
  public:
    /// From `from` to `to`, views of frames of one size, in `seconds` (0: a cut).
    CameraPath(const geo::MapView& from, const geo::MapView& to, double seconds);

    /// The view when a share of the time has passed; exactly `from` at 0 and `to` at 1. Bearing turns the
    /// shorter way.
    geo::MapView at(double share) const;

    PathSpeed speed() const { return m_speed; }
    /// True when the camera does not move.
    bool rests() const { return m_from == m_to; }

  private:
    PathSpeed speedOf(const Flight& flight, double seconds) const;

    geo::MapView m_from, m_to;
    Flight m_flight;
    PathSpeed m_speed;
};

/// What is shown when a share of the time has passed: the path's view, with less pitch where that much would
/// show an empty corner.
geo::MapView viewOn(const CameraPath& path, const geo::Projection& projection, double share);

}  // namespace picture
