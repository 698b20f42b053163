// Meridians and parallels, at distances that fit the scale.
#pragma once

#include <vector>

#include "geo/map_view.h"
#include "geo/projection.h"

namespace render {

/// A stretch of a meridian or parallel on the plane, and how strongly it is drawn, 0..1.
struct GraticuleLine {
    std::vector<base::Vec2> points;
    double strength = 1;
};

/// The lines that `view` may show. Every line that a wider view shows, a closer one shows too; those that
/// come between fade in with the scale alone. `unit`: pixels of this frame to one of a frame whose shorter
/// side is 1080.
std::vector<GraticuleLine> graticuleOf(const geo::MapView& view, const geo::Projection& projection,
                                       double unit);

}  // namespace render
