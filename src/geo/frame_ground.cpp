#include "geo/frame_ground.h"

namespace geo {

namespace {

using base::Vec2;

// There is earth where the way to the ground and back ends where it began; beyond the edge of a map the
// inverse, if it has one, gives the other side of the globe.
bool isEarth(const Projection& projection, Vec2 plane) {
    constexpr double kSame = 1000;  // metres
    const auto ground = projection.inverse(plane);
    const auto back = ground ? projection.forward(*ground) : std::nullopt;
    return back && base::length(*back - plane) < kSame;
}

}  // namespace

bool isFilled(const Projection& projection, const MapView& view) {
    for (const double x : {0.0, 0.5, 1.0}) {
        for (const double y : {0.0, 0.5, 1.0}) {
            const auto plane = view.toPlane({x * view.size.w, y * view.size.h});
            if (!plane || !isEarth(projection, *plane)) return false;
        }
    }
    return true;
}

MapView withoutEmptyCorner(const Projection& projection, MapView view) {
    if (view.pitch <= 0 || isFilled(projection, view)) return view;
    MapView flat = view;
    flat.pitch = 0;
    if (!isFilled(projection, flat)) return view;
    double filled = 0, empty = view.pitch;
    constexpr int kHalvings = 12;  // to a hundredth of a degree
    for (int i = 0; i < kHalvings; ++i) {
        view.pitch = (filled + empty) / 2;
        (isFilled(projection, view) ? filled : empty) = view.pitch;
    }
    view.pitch = filled;
    return view;
}

}  // namespace geo
