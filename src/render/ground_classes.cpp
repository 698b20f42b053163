#include "render/ground_classes.h"

#include <algorithm>
#include <span>

#include "geo/frame_transform.h"

namespace render {

namespace {

bool isFocus(const picture::Ground& ground, int country) {
    return std::binary_search(ground.focus.begin(), ground.focus.end(), country);
}

}  // namespace

ClassMap classesOf(const geo::World& world, const picture::Ground& ground, const Window& window) {
    const geo::PlaneBounds seen = ground.view.visible(4);
    const geo::FrameTransform toFrame(ground.view);
    ClassMap classes(window);
    const auto fill = [&](const geo::AreaLayer& layer, auto bitsOf) {
        for (const geo::Ring& ring : layer.rings) {
            if (ring.count == 0 || !ring.bounds.intersects(seen)) continue;
            const auto points = std::span(layer.points).subspan(ring.first, ring.count);
            classes.turnOver(geo::ringAhead(points, toFrame), bitsOf(ring));
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
