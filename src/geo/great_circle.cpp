#include "geo/great_circle.h"

#include <cassert>
#include <cmath>

#include "geo/sphere.h"

namespace geo {

namespace {

using base::LonLat;

// Below this the two points are so nearly the same or opposite that no direction can be told.
constexpr double kNoDirection = 1e-12;

// The direction due north at p, a unit vector; at a pole that of its meridian.
Vec3 northAt(LonLat p) {
    const double lon = base::radians(p.lon), lat = base::radians(p.lat);
    return {-std::sin(lat) * std::cos(lon), -std::sin(lat) * std::sin(lon), std::cos(lat)};
}

}  // namespace

double distanceKm(LonLat a, LonLat b) {
    const double lat1 = base::radians(a.lat), lat2 = base::radians(b.lat);
    const double sinLat = std::sin((lat2 - lat1) / 2);
    const double sinLon = std::sin(base::radians(b.lon - a.lon) / 2);
    const double h = sinLat * sinLat + std::cos(lat1) * std::cos(lat2) * sinLon * sinLon;
    return 2 * kEarthRadiusKm * std::asin(std::sqrt(base::clamp01(h)));
}

LonLat alongGreatCircle(LonLat a, LonLat b, double t) {
    if (t <= 0) return a;
    if (t >= 1) return b;
    const Vec3 from = unitVector(a), to = unitVector(b);
    const double cosine = dot(from, to);
    Vec3 tangent = combined(to, 1, from, -cosine);
    const double sine = norm(tangent);
    if (sine < kNoDirection && cosine > 0) return a;
    tangent = sine < kNoDirection ? northAt(a) : combined(tangent, 1 / sine, tangent, 0);
    const double angle = t * std::atan2(sine, cosine);
    return position(combined(from, std::cos(angle), tangent, std::sin(angle)));
}

std::vector<LonLat> greatCircle(LonLat a, LonLat b, int count) {
    assert(count >= 2);
    std::vector<LonLat> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        points.push_back(alongGreatCircle(a, b, static_cast<double>(i) / (count - 1)));
    return points;
}

LonLat destination(LonLat from, double bearing, double km) {
    const double angle = km / kEarthRadiusKm, direction = base::radians(bearing);
    const double lon = base::radians(from.lon);
    const Vec3 north = northAt(from), east{-std::sin(lon), std::cos(lon), 0};
    const Vec3 ahead = combined(north, std::cos(direction), east, std::sin(direction));
    return position(combined(unitVector(from), std::cos(angle), ahead, std::sin(angle)));
}

double initialBearing(base::LonLat a, base::LonLat b) {
    const double from = base::radians(a.lat), to = base::radians(b.lat), turn = base::radians(b.lon - a.lon);
    return base::degrees(
        std::atan2(std::sin(turn) * std::cos(to),
                   std::cos(from) * std::sin(to) - std::sin(from) * std::cos(to) * std::cos(turn)));
}

}  // namespace geo
