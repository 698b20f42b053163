#include "geo/frame_ground.h"

#include <algorithm>
#include <vector>

#include "geo/great_circle.h"

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

std::vector<base::LonLat> pointsAllOver(const Projection& projection) {
    constexpr double kStep = 5, kNextToTheCut = 1e-6;
    std::vector<base::LonLat> globe;
    const double north = projection.maximumLatitude(), west = projection.cutLongitude();
    for (double lat = -90; lat <= 90; lat += kStep) {
        for (double lon = 0; lon <= 360; lon += kStep)
            globe.push_back(
                {west + std::clamp(lon, kNextToTheCut, 360 - kNextToTheCut), std::clamp(lat, -north, north)});
    }
    return globe;
}

// What is seen from low above may lie between any points that are spread over the globe.
std::vector<base::LonLat> pointsAround(const Horizon& horizon) {
    std::vector<base::LonLat> circle;
    for (int bearing = 0; bearing < 360; bearing += 5)
        circle.push_back(destination(horizon.center, bearing, horizon.km));
    return circle;
}

// Points all over what the projection shows, or all around it, on the plane.
std::vector<Vec2> shownPoints(const Projection& projection) {
    const auto horizon = projection.horizon();
    std::vector<Vec2> shown =
        projection.forwardAll(horizon ? pointsAround(*horizon) : pointsAllOver(projection));
    std::erase_if(shown, [](Vec2 p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
    return shown;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Range {
    double low, high;
};

// From the least to the greatest, without what lies beyond all reason.
Range reasonableRange(const std::vector<double>& values) {
    constexpr double kFarthest = 2e7 + 1e5;  // half of the equator, which Mercator's ends are away
    const double middle = median(values);
    Range range{middle, middle};
    for (const double value : values) {
        if (std::abs(value - middle) > kFarthest) continue;
        range = {std::min(range.low, value), std::max(range.high, value)};
    }
    return range;
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

double emptyShare(const Projection& projection, const MapView& view) {
    constexpr int kAcross = 16, kDown = 12;
    std::vector<Vec2> plane;
    for (int x = 0; x < kAcross; ++x) {
        for (int y = 0; y < kDown; ++y) {
            const auto at =
                view.toPlane({(x + 0.5) / kAcross * view.size.w, (y + 0.5) / kDown * view.size.h});
            if (at) plane.push_back(*at);
        }
    }
    const std::vector<base::LonLat> ground = projection.inverseAll(plane);
    const auto filled =
        std::count_if(ground.begin(), ground.end(), [](base::LonLat p) { return std::isfinite(p.lon); });
    return 1 - static_cast<double>(filled) / (kAcross * kDown);
}

PlaneBounds wholeMap(const Projection& projection) {
    const std::vector<Vec2> shown = shownPoints(projection);
    if (shown.empty()) return {};
    std::vector<double> xs, ys;
    for (const Vec2 p : shown) {
        xs.push_back(p.x);
        ys.push_back(p.y);
    }
    const Range x = reasonableRange(xs), y = reasonableRange(ys);
    return {x.low, y.low, x.high, y.high};
}

}  // namespace geo
