// The map's camera as a pinhole camera over the plane z = 0: what 3D programs put up instead of a homography.
//
//   world    x east, y north, z up; 1 unit = 100 km of the map's plane, counted from the film's own origin
//   bearing  turns the camera about z, clockwise from north; pitch lifts its sight from straight down
#pragma once

#include "base/units.h"
#include "geo/map_view.h"

namespace video {

inline constexpr double kMetresPerUnit = 100'000;

/// The world position of a plane point (metres), z = 0. `origin` is the world's, plane metres.
base::Vec2 worldOf(base::Vec2 plane, base::Vec2 origin);

struct PinholeCamera {
    base::Vec2 ground;    ///< world: the point that it looks at, z = 0
    double distance = 1;  ///< from there, units
    double bearing = 0;   ///< degrees, as of geo::MapView
    double pitch = 0;     ///< degrees, 0: it looks straight down
    double focal = 1;     ///< focal length in pixels: the image plane's distance

    base::Vec2 above() const;  ///< world: the point that it stands above
    double height() const;     ///< over the plane, units
};

/// The pinhole camera that shows every point of the plane at the very pixel where `view` shows it: a view
/// point (u, v) lies v cos(pitch) above the line of sight and d + v sin(pitch) along it, which is the
/// homography of geo/map_view.h for the focal length d.
PinholeCamera pinholeCamera(const geo::MapView& view, base::Vec2 origin);

/// Degrees from the bottom of a frame of this height to its top, seen with this focal length (both pixels).
double verticalFieldOfView(double focal, double height);

}  // namespace video
