// Points of the unit sphere as vectors: what great circles and arrows on the globe are worked out with.
#pragma once

#include <cmath>

#include "base/units.h"

namespace geo {

/// x towards longitude 0 on the equator, y towards 90 degrees east, z towards the north pole.
struct Vec3 {
    double x = 0, y = 0, z = 0;
};

inline Vec3 unitVector(base::LonLat p) {
    const double lon = base::radians(p.lon), lat = base::radians(p.lat);
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

/// The direction of a vector of any length; its longitude is 0 at a pole.
inline base::LonLat position(const Vec3& v) {
    return {base::degrees(std::atan2(v.y, v.x)), base::degrees(std::atan2(v.z, std::hypot(v.x, v.y)))};
}

/// a * s + b * t
inline Vec3 combined(const Vec3& a, double s, const Vec3& b, double t) {
    return {a.x * s + b.x * t, a.y * s + b.y * t, a.z * s + b.z * t};
}

inline double dot(const Vec3& a, const Vec3& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

inline Vec3 cross(const Vec3& a, const Vec3& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

inline double norm(const Vec3& v) {
    return std::sqrt(dot(v, v));
}

/// Of length 1; the zero vector stays what it is.
inline Vec3 normalized(const Vec3& v) {
    const double length = norm(v);
    return length > 0 ? combined(v, 1 / length, v, 0) : v;
}

}  // namespace geo
