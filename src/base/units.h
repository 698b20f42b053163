// Points, boxes and geographic positions: the plain numbers every folder shares. No behaviour beyond
// arithmetic.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace base {

/// A geographic position in degrees, WGS 84. Longitude first, east and north positive.
struct LonLat {
    double lon = 0;
    double lat = 0;
    bool operator==(const LonLat&) const = default;
};

/// A point or a vector. In pixels: origin top left, x right, y down. On the plane: metres, x east, y north.
struct Vec2 {
    double x = 0;
    double y = 0;
    bool operator==(const Vec2&) const = default;
};

inline Vec2 operator+(Vec2 a, Vec2 b) {
    return {a.x + b.x, a.y + b.y};
}
inline Vec2 operator-(Vec2 a, Vec2 b) {
    return {a.x - b.x, a.y - b.y};
}
inline Vec2 operator*(Vec2 a, double s) {
    return {a.x * s, a.y * s};
}
inline double dot(Vec2 a, Vec2 b) {
    return a.x * b.x + a.y * b.y;
}
inline double length(Vec2 a) {
    return std::hypot(a.x, a.y);
}
inline Vec2 lerp(Vec2 a, Vec2 b, double t) {
    return a + (b - a) * t;
}
inline double lerp(double a, double b, double t) {
    return a + (b - a) * t;
}
inline double clamp01(double t) {
    return std::clamp(t, 0.0, 1.0);
}
inline double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}
inline double degrees(double radians) {
    return radians * 180.0 / std::numbers::pi;
}

/// An axis-aligned box in pixels: top left corner, width, height.
struct Box {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    bool operator==(const Box&) const = default;
    double right() const { return x + w; }
    double bottom() const { return y + h; }
    Vec2 center() const { return {x + w / 2, y + h / 2}; }
    bool contains(Vec2 p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
    bool intersects(const Box& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    Box grown(double by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
};

/// A size in pixels.
struct Size {
    int w = 0;
    int h = 0;
    bool operator==(const Size&) const = default;
};

/// Ease in and out with zero slope at both ends; t is clamped to 0..1 (Perlin's cubic smoothstep).
inline double smoothstep(double t) {
    t = clamp01(t);
    return t * t * (3 - 2 * t);
}

/// Position of x between a and b, clamped to 0..1.
inline double ramp(double a, double b, double x) {
    return b <= a ? (x >= b ? 1.0 : 0.0) : clamp01((x - a) / (b - a));
}

}  // namespace base
