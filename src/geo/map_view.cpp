#include "geo/map_view.h"

#include <limits>

#include "geo/frame_transform.h"

namespace geo {

namespace {

using base::Vec2;

constexpr double kDistancePerHeight = 1.5;
constexpr double kFarthestFrameWidths = 20;
constexpr double kHorizon = 1e-6;  // divisors of looks that meet the plane nowhere, or next to nowhere

struct Turn {
    double sine, cosine;
    explicit Turn(double degrees)
        : sine(std::sin(base::radians(degrees))), cosine(std::cos(base::radians(degrees))) {}
};

// How far up the view (pixels, y up) a height above the frame's middle looks; infinity above the horizon.
double viewHeight(const MapView& view, double aboveMiddle) {
    const Turn pitch(view.pitch);
    const double divisor = pitch.cosine - aboveMiddle * pitch.sine / view.distance;
    if (divisor < kHorizon) return std::numeric_limits<double>::infinity();
    return aboveMiddle / divisor;
}

double perspective(const MapView& view, double v) {
    return 1 + v * Turn(view.pitch).sine / view.distance;
}

// From the view (pixels, y up, turned by the bearing) to the plane.
Vec2 viewToPlane(const MapView& view, Vec2 uv) {
    const Turn bearing(view.bearing);
    const Vec2 turned{uv.x * bearing.cosine + uv.y * bearing.sine,
                      uv.y * bearing.cosine - uv.x * bearing.sine};
    return view.center + turned * view.metresPerPixel;
}

}  // namespace

std::array<double, 9> MapView::homography() const {
    const Turn turn(bearing), tilt(pitch);
    const Vec2 u{turn.cosine / metresPerPixel, -turn.sine / metresPerPixel};
    const Vec2 v{turn.sine / metresPerPixel, turn.cosine / metresPerPixel};
    const Vec2 w = v * (tilt.sine / distance);
    const Vec2 x = u + w * (size.w / 2.0);
    const Vec2 y = w * (size.h / 2.0) - v * tilt.cosine;
    return {x.x, x.y, size.w / 2.0, y.x, y.y, size.h / 2.0, w.x, w.y, 1.0};
}

std::optional<Vec2> MapView::toPixels(Vec2 plane) const {
    return toPixels(plane, 0);
}

std::optional<Vec2> MapView::toPixels(Vec2 plane, double height) const {
    const FramePoint ground = FrameTransform(*this)(plane);
    if (!ground.isAhead()) return std::nullopt;
    return ground.pixel() - Vec2{0, height / metresPerPixel * Turn(pitch).sine / ground.w};
}

std::optional<Vec2> MapView::toPlane(Vec2 pixel) const {
    const double v = viewHeight(*this, size.h / 2.0 - pixel.y);
    if (!std::isfinite(v)) return std::nullopt;
    return viewToPlane(*this, {(pixel.x - size.w / 2.0) * perspective(*this, v), v});
}

PlaneBounds MapView::visible(double margin) const {
    const double halfWidth = size.w / 2.0 + margin, halfHeight = size.h / 2.0 + margin;
    const double farthest = kFarthestFrameWidths * size.w;
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    PlaneBounds bounds{kInfinity, kInfinity, -kInfinity, -kInfinity};
    for (const double v :
         {viewHeight(*this, -halfHeight), std::min(viewHeight(*this, halfHeight), farthest)}) {
        for (const double side : {-halfWidth, halfWidth}) {
            const Vec2 p = viewToPlane(*this, {side * perspective(*this, v), v});
            bounds = {std::min(bounds.minX, p.x), std::min(bounds.minY, p.y), std::max(bounds.maxX, p.x),
                      std::max(bounds.maxY, p.y)};
        }
    }
    return bounds;
}

MapView makeView(const Projection& projection, const Camera& camera, base::Size size) {
    MapView view;
    view.size = size;
    view.center = projection.forward(camera.center).value_or(Vec2{});
    view.metresPerPixel = camera.widthKm * 1000 / std::max(size.w, 1) * projection.scaleAt(camera.center);
    view.bearing = camera.bearing;
    view.pitch = camera.pitch;
    view.distance = kDistancePerHeight * std::max(size.h, 1);
    return view;
}

Camera cameraOf(const Projection& projection, const MapView& view) {
    Camera camera;
    camera.center = projection.inverse(view.center).value_or(base::LonLat{});
    camera.widthKm =
        view.metresPerPixel * std::max(view.size.w, 1) / projection.scaleAt(camera.center) / 1000;
    camera.bearing = view.bearing;
    camera.pitch = view.pitch;
    return camera;
}

}  // namespace geo
