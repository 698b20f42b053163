// Many plane points to the frame: a view's homography, worked out once.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "geo/map_view.h"
#include "geo/world.h"

namespace geo {

/// A frame position before the division by `w`.
struct FramePoint {
    double x = 0, y = 0, w = 1;
    base::Vec2 pixel() const { return {x / w, y / w}; }
    /// False when it lies behind the viewer, or so near that its pixel means nothing.
    bool isAhead() const { return w >= kNearest; }
    static constexpr double kNearest = 1e-3;
};

class FrameTransform {
  public:
    explicit FrameTransform(const MapView& view) : m_h(view.homography()), m_center(view.center) {}
    FramePoint operator()(base::Vec2 plane) const {
        const double x = plane.x - m_center.x, y = plane.y - m_center.y;
        return {m_h[0] * x + m_h[1] * y + m_h[2], m_h[3] * x + m_h[4] * y + m_h[5],
                m_h[6] * x + m_h[7] * y + m_h[8]};
    }
    FramePoint operator()(PlanePoint p) const { return (*this)(base::Vec2{p.x, p.y}); }

  private:
    std::array<double, 9> m_h;
    base::Vec2 m_center;
};

/// The part of a ring in front of the viewer, in pixels (I. E. Sutherland and G. W. Hodgman 1974); empty
/// when all of it is behind.
std::vector<base::Vec2> ringAhead(std::span<const PlanePoint> ring, const FrameTransform& toFrame);

}  // namespace geo
