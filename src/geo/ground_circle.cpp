#include "geo/ground_circle.h"

#include <algorithm>
#include <cmath>

#include "geo/frame_transform.h"

namespace geo {

namespace {

/// A homogeneous frame position as a function of a point (s, t) of the unit circle: s * along + t * across +
/// middle.
struct CircleInFrame {
    FramePoint along, across, middle;
};

FramePoint difference(const FramePoint& a, const FramePoint& b) {
    return {a.x - b.x, a.y - b.y, a.w - b.w};
}

CircleInFrame circleIn(const MapView& view, base::Vec2 center, double metres) {
    const FrameTransform toFrame(view);
    const FramePoint middle = toFrame(center);
    return {difference(toFrame(center + base::Vec2{metres, 0}), middle),
            difference(toFrame(center + base::Vec2{0, metres}), middle), middle};
}

}  // namespace

// By the conic of the ellipse's tangents: a homography H takes that of the unit circle, diag(1, 1, -1), to
// H diag(1, 1, -1) H^T, which for an ellipse with middle m and squared half axes Q is, to a factor,
//   | Q - m m^T   -m |
//   |    -m^T     -1 |      (R. Hartley and A. Zisserman, Multiple View Geometry, 2004, section 2.2.3)
std::optional<FrameEllipse> groundCircle(const MapView& view, base::Vec2 center, double metres) {
    const auto [s, t, m] = circleIn(view, center, metres);
    const double scale = m.w * m.w - s.w * s.w - t.w * t.w;
    if (!m.isAhead() || m.w - std::hypot(s.w, t.w) < FramePoint::kNearest) return std::nullopt;
    const auto entry = [&](double FramePoint::*i, double FramePoint::*k) {
        return (s.*i * s.*k + t.*i * t.*k - m.*i * m.*k) / scale;
    };
    const base::Vec2 middle{-entry(&FramePoint::x, &FramePoint::w), -entry(&FramePoint::y, &FramePoint::w)};
    const double xx = entry(&FramePoint::x, &FramePoint::x) + middle.x * middle.x;
    const double xy = entry(&FramePoint::x, &FramePoint::y) + middle.x * middle.y;
    const double yy = entry(&FramePoint::y, &FramePoint::y) + middle.y * middle.y;
    const double mean = (xx + yy) / 2, spread = std::hypot((xx - yy) / 2, xy);
    return FrameEllipse{middle, std::sqrt(std::max(mean + spread, 0.0)),
                        std::sqrt(std::max(mean - spread, 0.0)),
                        base::degrees(std::atan2(xy, (xx - yy) / 2) / 2)};
}

}  // namespace geo
