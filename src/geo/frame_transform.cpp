#include "geo/frame_transform.h"

namespace geo {

namespace {

// Where the way from one point to another passes the viewer.
base::Vec2 passing(const FramePoint& a, const FramePoint& b) {
    const double t = (FramePoint::kNearest - a.w) / (b.w - a.w);
    return FramePoint{base::lerp(a.x, b.x, t), base::lerp(a.y, b.y, t), FramePoint::kNearest}.pixel();
}

}  // namespace

std::vector<base::Vec2> ringAhead(std::span<const PlanePoint> ring, const FrameTransform& toFrame) {
    std::vector<base::Vec2> pixels;
    if (ring.empty()) return pixels;
    pixels.reserve(ring.size());
    FramePoint before = toFrame(ring.back());
    for (const PlanePoint p : ring) {
        const FramePoint here = toFrame(p);
        if (before.isAhead() != here.isAhead()) pixels.push_back(passing(before, here));
        if (here.isAhead()) pixels.push_back(here.pixel());
        before = here;
    }
    return pixels;
}

}  // namespace geo
