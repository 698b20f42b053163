#include "picture/framing.h"

#include <algorithm>
#include <limits>

namespace picture {

namespace {

using base::Vec2;

constexpr double kSmallestKm = 1500;
constexpr double kLargestKm = 16000;

// Bounds in coordinates turned with the camera: x to the right of the frame, y to its top.
struct TurnedBounds {
    double cosine, sine;
    double minX = std::numeric_limits<double>::infinity(), maxX = -minX, minY = minX, maxY = -minX;

    explicit TurnedBounds(double bearing)
        : cosine(std::cos(base::radians(bearing))), sine(std::sin(base::radians(bearing))) {}
    bool empty() const { return minX > maxX; }
    void add(Vec2 p) {
        const double x = p.x * cosine - p.y * sine, y = p.x * sine + p.y * cosine;
        minX = std::min(minX, x);
        maxX = std::max(maxX, x);
        minY = std::min(minY, y);
        maxY = std::max(maxY, y);
    }
    Vec2 toPlane(double x, double y) const { return {x * cosine + y * sine, -x * sine + y * cosine}; }
};

void addCountry(const geo::World& world, int index, TurnedBounds& bounds) {
    // The largest ring stands for the country: overseas departments must not pull the camera away.
    const geo::PlaneBounds* largest = nullptr;
    const auto area = [](const geo::PlaneBounds& b) { return (b.maxX - b.minX) * (b.maxY - b.minY); };
    for (const geo::Ring& ring : world.land.rings) {
        if (ring.country == index && (!largest || area(ring.bounds) > area(*largest))) largest = &ring.bounds;
    }
    if (!largest) return;
    for (const double x : {largest->minX, largest->maxX}) {
        for (const double y : {largest->minY, largest->maxY}) bounds.add({x, y});
    }
}

bool fits(const film::CameraSpec& spec, const std::string& id) {
    return std::find(spec.fit.begin(), spec.fit.end(), id) != spec.fit.end();
}

void addFitted(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
               const std::vector<Track>& tracks, TurnedBounds& bounds) {
    for (const std::string& id : spec.fit) {
        if (const film::Place* place = film::findPlace(film, id)) {
            if (const auto p = world.projection.forward(place->at)) bounds.add(*p);
        } else if (const int country = world.countryIndex(id); country >= 0) {
            addCountry(world, country, bounds);
        }
    }
    for (const Track& track : tracks) {
        const bool held =
            (!track.startKnown || fits(spec, track.from)) && (!track.endKnown || fits(spec, track.to));
        if (!held) continue;
        for (const Vec2 p : track.points) bounds.add(p);
    }
}

}  // namespace

geo::Camera frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                     const std::vector<Track>& tracks, base::Size size, const std::vector<base::Box>& free,
                     double margin) {
    geo::Camera camera{spec.center.value_or(base::LonLat{}), spec.widthKm.value_or(5000), spec.bearing,
                       spec.pitch};
    if (spec.center) return camera;
    TurnedBounds bounds(spec.bearing);
    addFitted(film, world, spec, tracks, bounds);
    if (bounds.empty()) return camera;

    const Vec2 middle = bounds.toPlane((bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2);
    const base::LonLat ground = world.projection.inverse(middle).value_or(base::LonLat{});
    const double metresPerKm =
        1000 * world.projection.scaleAt(ground) / size.w;  // of frame width, in each pixel
    const auto scaleIn = [&](const base::Box& area) {
        const double roomX = std::max(area.w - 2 * margin, area.w * 0.3);
        const double roomY = std::max(area.h - 2 * margin, area.h * 0.3);
        return std::max((bounds.maxX - bounds.minX) / roomX, (bounds.maxY - bounds.minY) / roomY);
    };
    const base::Box& best =
        *std::min_element(free.begin(), free.end(),
                          [&](const base::Box& a, const base::Box& b) { return scaleIn(a) < scaleIn(b); });
    const double metresPerPixel =
        std::clamp(scaleIn(best), kSmallestKm * metresPerKm, kLargestKm * metresPerKm);
    const Vec2 aside = best.center() - Vec2{size.w / 2.0, size.h / 2.0};
    const Vec2 center = middle + bounds.toPlane(-aside.x * metresPerPixel, aside.y * metresPerPixel);
    camera.center = world.projection.inverse(center).value_or(ground);
    camera.widthKm = metresPerPixel * size.w / world.projection.scaleAt(camera.center) / 1000;
    return camera;
}

}  // namespace picture
