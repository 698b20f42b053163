// Many plane points to the frame: a view's homography, worked out once.
#pragma once

#include <array>

#include "geo/map_view.h"
#include "geo/world.h"

namespace render {

/// A frame position before the division by `w`; not in front of the viewer below kNearest.
struct FramePoint {
    double x = 0, y = 0, w = 1;
    base::Vec2 pixel() const { return {x / w, y / w}; }
};

/// Points with a smaller divisor lie behind the viewer or next to it.
inline constexpr double kNearest = 1e-3;

class FrameTransform {
  public:
    explicit FrameTransform(const geo::MapView& view) : m_h(view.homography()), m_center(view.center) {}
    FramePoint operator()(geo::PlanePoint p) const {
        const double x = p.x - m_center.x, y = p.y - m_center.y;
        return {m_h[0] * x + m_h[1] * y + m_h[2], m_h[3] * x + m_h[4] * y + m_h[5],
                m_h[6] * x + m_h[7] * y + m_h[8]};
    }

  private:
    std::array<double, 9> m_h;
    base::Vec2 m_center;
};

}  // namespace render
