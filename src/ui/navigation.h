// Moving the camera by hand: pure functions from what is seen to the camera that shall be. No clock, no input
// devices.
#pragma once

#include "base/units.h"
#include "geo/map_view.h"
#include "geo/projection.h"

namespace ui {

/// What the onlooker sees now: what panning and zooming start from. `projection` must outlive it.
struct Sight {
    const geo::Projection& projection;
    geo::MapView view;
};

/// Ground width of the frame that hands can reach, km.
inline constexpr double kNearestKm = 50;
inline constexpr double kFarthestKm = 20000;
/// Farthest tilt from straight down, degrees.
inline constexpr double kSteepest = 60;

/// The camera that has the plane point `ground` (metres) under `pixel`, at the sight's own scale and angles.
/// Where no ground can be the centre, the sight's camera stays.
geo::Camera holding(const Sight& sight, base::Vec2 ground, base::Vec2 pixel);

/// The picture moves by `by` pixels at the frame's centre.
geo::Camera panned(const Sight& sight, base::Vec2 by);

/// `factor` above 1 goes nearer; the ground under `pixel` stays there (the centre's, above the horizon).
/// Stops at kNearestKm and kFarthestKm.
geo::Camera zoomed(const Sight& sight, base::Vec2 pixel, double factor);

/// Turns and tilts about the frame's centre by degrees; the pitch stays in 0..kSteepest.
geo::Camera turned(const Sight& sight, double bearingBy, double pitchBy);

/// Looks at the ground under `pixel`, `factor` times nearer.
geo::Camera centered(const Sight& sight, base::Vec2 pixel, double factor);

/// The camera at fraction t of the flight from a to b over a frame of `size`; a at 0, b at 1.
geo::Camera between(const geo::Projection& projection, const geo::Camera& a, const geo::Camera& b, double t,
                    base::Size size);

}  // namespace ui
