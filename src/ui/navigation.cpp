#include "ui/navigation.h"

#include <algorithm>
#include <cmath>

#include "picture/flight.h"

namespace ui {

namespace {

using base::Vec2;

Vec2 middle(const geo::MapView& view) {
    return {view.size.w / 2.0, view.size.h / 2.0};
}

// The camera of a view, if there is ground under its centre.
geo::Camera cameraOr(const Sight& sight, const geo::MapView& view) {
    const bool grounded = sight.projection.inverse(view.center).has_value();
    geo::Camera camera = geo::cameraOf(sight.projection, grounded ? view : sight.view);
    camera.widthKm = std::clamp(camera.widthKm, kNearestKm, kFarthestKm);
    return camera;
}

// The view moved so that `ground` lies under `pixel`: what a pixel shows moves along with the centre.
geo::MapView movedTo(geo::MapView view, Vec2 ground, Vec2 pixel) {
    if (const auto under = view.toPlane(pixel)) view.center = view.center + (ground - *under);
    return view;
}

geo::MapView scaledAbout(geo::MapView view, Vec2 ground, Vec2 pixel, double factor) {
    view.metresPerPixel /= factor;
    return movedTo(view, ground, pixel);
}

picture::FlightPoint flightPoint(const geo::MapView& view) {
    return {view.center, view.metresPerPixel * view.size.w};
}

}  // namespace

geo::Camera holding(const Sight& sight, Vec2 ground, Vec2 pixel) {
    return cameraOr(sight, movedTo(sight.view, ground, pixel));
}

geo::Camera panned(const Sight& sight, Vec2 by) {
    return holding(sight, sight.view.center, middle(sight.view) + by);
}

geo::Camera zoomed(const Sight& sight, Vec2 pixel, double factor) {
    auto ground = sight.view.toPlane(pixel);
    if (!ground) {
        pixel = middle(sight.view);
        ground = sight.view.center;
    }
    geo::MapView view = scaledAbout(sight.view, *ground, pixel, factor);
    // The ground width also depends on where the centre comes to lie: correct what goes beyond a limit.
    const double width = geo::cameraOf(sight.projection, view).widthKm;
    const double allowed = std::clamp(width, kNearestKm, kFarthestKm);
    if (allowed != width) view = scaledAbout(view, *ground, pixel, width / allowed);
    return cameraOr(sight, view);
}

geo::Camera turned(const Sight& sight, double bearingBy, double pitchBy) {
    geo::Camera camera = geo::cameraOf(sight.projection, sight.view);
    camera.bearing = std::remainder(camera.bearing + bearingBy, 360.0);
    camera.pitch = std::clamp(camera.pitch + pitchBy, 0.0, kSteepest);
    return camera;
}

geo::Camera centered(const Sight& sight, Vec2 pixel, double factor) {
    geo::MapView view = sight.view;
    if (const auto ground = view.toPlane(pixel)) view.center = *ground;
    return zoomed({sight.projection, view}, middle(view), factor);
}

geo::Camera between(const geo::Projection& projection, const geo::Camera& a, const geo::Camera& b, double t,
                    base::Size size) {
    if (t <= 0) return a;
    if (t >= 1) return b;
    const geo::MapView from = geo::makeView(projection, a, size), to = geo::makeView(projection, b, size);
    const picture::FlightPoint point = picture::Flight(flightPoint(from), flightPoint(to)).at(t);
    geo::MapView view = to;
    view.center = point.center;
    view.metresPerPixel = point.width / size.w;
    view.bearing = a.bearing + std::remainder(b.bearing - a.bearing, 360.0) * t;
    view.pitch = base::lerp(a.pitch, b.pitch, t);
    return geo::cameraOf(projection, view);
}

}  // namespace ui
