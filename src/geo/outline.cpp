#include "geo/outline.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

using base::LonLat;
using Points = std::vector<LonLat>;

bool isBefore(LonLat a, LonLat b) {
    return a.lon != b.lon ? a.lon < b.lon : a.lat < b.lat;
}

int stepsBetween(LonLat a, LonLat b) {
    const double span = std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat));
    return span > kLongestStep ? static_cast<int>(std::ceil(span / kLongestStep)) : 1;
}

// The inner points of an edge, always counted from its western end.
void appendInnerPoints(LonLat a, LonLat b, Points& points) {
    const int steps = stepsBetween(a, b);
    const bool forwards = isBefore(a, b);
    const LonLat p = forwards ? a : b, q = forwards ? b : a;
    for (int i = 1; i < steps; ++i) {
        const double t = static_cast<double>(forwards ? i : steps - i) / steps;
        points.push_back({base::lerp(p.lon, q.lon, t), base::lerp(p.lat, q.lat, t)});
    }
}

// Where an edge crosses the meridian: the same point in both directions.
LonLat crossing(LonLat a, LonLat b, double meridian) {
    const LonLat p = isBefore(a, b) ? a : b, q = isBefore(a, b) ? b : a;
    return {meridian, base::lerp(p.lat, q.lat, (meridian - p.lon) / (q.lon - p.lon))};
}

enum class Side { West, East };

double sideOf(LonLat p, double cut, Side side) {
    return side == Side::East ? p.lon - cut : cut - p.lon;
}

void moveEast(Points& points) {
    for (LonLat& p : points) p.lon += 360;
}

// The part of a ring on one side of the meridian (I. E. Sutherland and G. W. Hodgman 1974, for one edge of
// the window).
Points clipped(std::span<const LonLat> ring, double cut, Side side) {
    Points kept;
    LonLat before = ring.back();
    for (const LonLat p : ring) {
        const double was = sideOf(before, cut, side), is = sideOf(p, cut, side);
        if ((was < 0 && is > 0) || (was > 0 && is < 0)) kept.push_back(crossing(before, p, cut));
        if (is >= 0) kept.push_back(p);
        before = p;
    }
    return kept;
}

}  // namespace

Points subdivided(std::span<const LonLat> points, Closing closing) {
    Points result;
    result.reserve(points.size() + points.size() / 8);
    for (std::size_t i = 0; i < points.size(); ++i) {
        result.push_back(points[i]);
        if (i + 1 < points.size()) appendInnerPoints(points[i], points[i + 1], result);
    }
    if (closing == Closing::Closed && points.size() > 1)
        appendInnerPoints(points.back(), points.front(), result);
    return result;
}

std::vector<Points> cutRing(std::span<const LonLat> ring, double cut) {
    std::vector<Points> pieces;
    if (ring.empty()) return pieces;
    for (const Side side : {Side::West, Side::East}) {
        Points piece = clipped(ring, cut, side);
        const bool reaches = std::any_of(piece.begin(), piece.end(), [&](LonLat p) { return p.lon != cut; });
        if (piece.size() < 3 || !reaches) continue;
        if (side == Side::West) moveEast(piece);
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<Points> cutLine(std::span<const LonLat> line, double cut) {
    std::vector<Points> pieces;
    Points piece;
    // A point on the meridian belongs to the side that the line comes from or goes to.
    int side = 0;
    const auto finish = [&] {
        if (side < 0) moveEast(piece);
        if (piece.size() >= 2) pieces.push_back(piece);
        piece.clear();
    };
    for (const LonLat p : line) {
        const int now = p.lon > cut ? 1 : p.lon < cut ? -1 : 0;
        if (side != 0 && now != 0 && now != side) {
            const LonLat meeting = piece.back().lon == cut ? piece.back() : crossing(piece.back(), p, cut);
            if (piece.back().lon != cut) piece.push_back(meeting);
            finish();
            piece.push_back(meeting);
        }
        if (now != 0) side = now;
        piece.push_back(p);
    }
    finish();
    return pieces;
}

bool contains(std::span<const LonLat> ring, LonLat at) {
    bool inside = false;
    if (ring.empty()) return inside;
    LonLat a = ring.back();
    for (const LonLat b : ring) {
        if ((a.lat > at.lat) != (b.lat > at.lat) &&
            at.lon < base::lerp(a.lon, b.lon, (at.lat - a.lat) / (b.lat - a.lat))) {
            inside = !inside;
        }
        a = b;
    }
    return inside;
}

}  // namespace geo
