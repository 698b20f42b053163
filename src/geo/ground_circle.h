// A circle on the plane as a view shows it.
#pragma once

#include <optional>

#include "geo/map_view.h"

namespace geo {

/// In frame pixels; `angle` in degrees clockwise from the frame's horizontal to the longer radius.
struct FrameEllipse {
    base::Vec2 center;
    double longer = 0, shorter = 0;
    double angle = 0;
};

/// The ellipse that a circle of `metres` around the plane point `center` is seen as; nothing when some of the
/// circle lies behind the viewer.
std::optional<FrameEllipse> groundCircle(const MapView& view, base::Vec2 center, double metres);

}  // namespace geo
