#include "render/ground_classes.h"

#include <algorithm>
#include <span>
#include <vector>

#include "render/frame_transform.h"

namespace render {

namespace {

using base::Vec2;

bool isFocus(const picture::Ground& ground, int country) {
    return std::binary_search(ground.focus.begin(), ground.focus.end(), country);
}

// The part of a ring in front of the viewer (I. E. Sutherland and G. W. Hodgman 1974), in pixels.
void projectRing(std::span<const geo::PlanePoint> ring, const FrameTransform& toFrame,
                 std::vector<Vec2>& pixels) {
    pixels.clear();
    FramePoint before = toFrame(ring.back());
    for (const geo::PlanePoint p : ring) {
        const FramePoint here = toFrame(p);
        if ((before.w < kNearest) != (here.w < kNearest)) {
            const double t = (kNearest - before.w) / (here.w - before.w);
            pixels.push_back(
                FramePoint{base::lerp(before.x, here.x, t), base::lerp(before.y, here.y, t), kNearest}
                    .pixel());
        }
        if (here.w >= kNearest) pixels.push_back(here.pixel());
        before = here;
    }
}

}  // namespace

ClassMap classesOf(const geo::World& world, const picture::Ground& ground) {
    const geo::PlaneBounds seen = ground.view.visible(4);
    const FrameTransform toFrame(ground.view);
    ClassMap classes(ground.view.size);
    std::vector<Vec2> pixels;
    const auto fill = [&](const geo::AreaLayer& layer, auto bitsOf) {
        for (const geo::Ring& ring : layer.rings) {
            if (ring.count == 0 || !ring.bounds.intersects(seen)) continue;
            projectRing(std::span(layer.points).subspan(ring.first, ring.count), toFrame, pixels);
            classes.turnOver(pixels, bitsOf(ring));
        }
    };
    fill(world.landFor(ground.view.metresPerPixel), [&](const geo::Ring& ring) -> std::uint8_t {
        return isFocus(ground, ring.country) ? kLandBit | kFocusBit : kLandBit;
    });
    fill(world.lakesFor(ground.view.metresPerPixel), [](const geo::Ring&) { return kLakeBit; });
    classes.finish();
    return classes;
}

}  // namespace render
