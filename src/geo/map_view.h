// The camera, and the exact map between the plane, the pixels of a frame and the ground.
//
//   plane (metres, y up)  --centre, bearing, scale-->  view (pixels, y up)  --pitch-->  frame (pixels, y
//   down)
//
// With pitch p and viewing distance d (in pixels) a view point (u, v) lands at
//   x = W/2 + u / w,   y = H/2 - v cos(p) / w,   w = 1 + v sin(p) / d
#pragma once

#include <array>
#include <optional>

#include "base/units.h"
#include "geo/projection.h"

namespace geo {

/// Where the camera stands. Angles in degrees.
struct Camera {
    base::LonLat center;
    double widthKm = 5000;  ///< ground width of the frame through its centre
    double bearing = 0;     ///< clockwise from the plane's north to the top of the frame
    double pitch = 0;       ///< from straight down, 0..60
    bool operator==(const Camera&) const = default;
};

/// Bounds on the plane, in metres.
struct PlaneBounds {
    double minX = 0, minY = 0, maxX = 0, maxY = 0;
    bool operator==(const PlaneBounds&) const = default;
    bool intersects(const PlaneBounds& o) const {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
};

/// A camera over a frame of a given size: plain numbers, cheap to copy.
struct MapView {
    base::Size size;            ///< of the frame, pixels
    base::Vec2 center;          ///< plane, metres
    double metresPerPixel = 1;  ///< plane metres at the frame's centre
    double bearing = 0;         ///< degrees
    double pitch = 0;           ///< degrees
    double distance = 1;        ///< viewing distance in pixels: 1.5 times the frame's height
    bool operator==(const MapView&) const = default;

    /// Row-major 3x3 homography from plane metres relative to `center` to homogeneous frame pixels (x, y, w).
    std::array<double, 9> homography() const;

    /// Frame pixels of a plane point; nothing when it lies behind the viewer.
    std::optional<base::Vec2> toPixels(base::Vec2 plane) const;
    /// Frame pixels of a point `height` plane metres above a plane point. Seen from straight above, height
    /// changes nothing: what rises does so only to the eye that looks from the side.
    std::optional<base::Vec2> toPixels(base::Vec2 plane, double height) const;
    /// The plane point under a pixel; nothing above the horizon.
    std::optional<base::Vec2> toPlane(base::Vec2 pixel) const;
    /// The part of the plane that can be seen, grown by `margin` pixels; the far side is cut at 20 frame
    /// widths.
    PlaneBounds visible(double margin) const;
};

/// The view of `camera` on a frame of `size` pixels. A centre that cannot be projected gives the plane's
/// origin.
MapView makeView(const Projection& projection, const Camera& camera, base::Size size);

/// The camera of a view: the inverse of makeView.
Camera cameraOf(const Projection& projection, const MapView& view);

}  // namespace geo
