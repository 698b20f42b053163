#include "geo/country_at.h"

#include <algorithm>
#include <limits>
#include <span>

#include "geo/containment.h"
#include "geo/great_circle.h"

namespace geo {

namespace {

constexpr double kSamePlace = 1000;  // metres between a border and the ring it is part of

std::span<const PlanePoint> pointsOf(const AreaLayer& layer, const Ring& ring) {
    return std::span(layer.points).subspan(ring.first, ring.count);
}

base::Vec2 toVec2(PlanePoint p) {
    return {p.x, p.y};
}

double distanceTo(const PlaneBounds& bounds, base::Vec2 p) {
    const double x = std::max({bounds.minX - p.x, 0.0, p.x - bounds.maxX});
    const double y = std::max({bounds.minY - p.y, 0.0, p.y - bounds.maxY});
    return std::hypot(x, y);
}

base::Vec2 nearestOnEdge(base::Vec2 p, base::Vec2 a, base::Vec2 b) {
    const base::Vec2 edge = b - a;
    const double squared = base::dot(edge, edge);
    return squared > 0 ? base::lerp(a, b, base::clamp01(base::dot(p - a, edge) / squared)) : a;
}

struct Nearest {
    base::Vec2 at;
    double distance = std::numeric_limits<double>::infinity();  ///< metres on the plane

    void consider(std::span<const PlanePoint> ring, base::Vec2 p) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const base::Vec2 candidate = nearestOnEdge(p, toVec2(ring[j]), toVec2(ring[i]));
            const double away = base::length(candidate - p);
            if (away >= distance) continue;
            at = candidate;
            distance = away;
        }
    }
};

Nearest nearestLand(const World& world, std::int32_t country, base::Vec2 p) {
    Nearest nearest;
    for (const Ring& ring : world.land.rings) {
        if (ring.country == country && distanceTo(ring.bounds, p) < nearest.distance)
            nearest.consider(pointsOf(world.land, ring), p);
    }
    return nearest;
}

}  // namespace

std::int32_t landRingAt(const World& world, base::Vec2 plane) {
    for (std::size_t i = 0; i < world.land.rings.size(); ++i) {
        const Ring& ring = world.land.rings[i];
        if (ring.country >= 0 && contains(world.land, ring, plane) &&
            contains(world.land, ring.country, plane))
            return static_cast<std::int32_t>(i);
    }
    return -1;
}

std::optional<double> kmToCountry(const World& world, std::int32_t country, base::LonLat at) {
    const auto plane = world.projection.forward(at);
    if (!plane) return std::nullopt;
    if (contains(world.land, country, *plane)) return 0;
    const Nearest nearest = nearestLand(world, country, *plane);
    if (nearest.distance == std::numeric_limits<double>::infinity()) return std::nullopt;
    const auto ground = world.projection.inverse(nearest.at);
    return ground ? std::optional(distanceKm(at, *ground)) : std::nullopt;
}

bool isDisputedWith(const World& world, std::int32_t ring, std::int32_t country) {
    const Ring& land = world.land.rings[static_cast<std::size_t>(ring)];
    const LineLevel& borders = world.borders.levels.front();
    return std::any_of(borders.lines.begin(), borders.lines.end(), [&](const Polyline& line) {
        const bool isBetween = (line.left == land.country && line.right == country) ||
                               (line.right == land.country && line.left == country);
        if (line.kind != LineKind::Disputed || !isBetween) return false;
        Nearest nearest;
        nearest.consider(pointsOf(world.land, land), toVec2(borders.points[line.first + line.count / 2]));
        return nearest.distance < kSamePlace;
    });
}

}  // namespace geo
