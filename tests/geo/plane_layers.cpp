#include "plane_layers.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace geo {

namespace {

std::span<const PlanePoint> pointsOf(const AreaLayer& layer, const Ring& ring) {
    return std::span(layer.points).subspan(ring.first, ring.count);
}

}  // namespace

Edge edgeBetween(PlanePoint a, PlanePoint b) {
    const std::pair p{a.x, a.y}, q{b.x, b.y};
    return {std::min(p, q), std::max(p, q)};
}

std::set<Edge> edgesOf(const World& world, const std::string& a3) {
    std::set<Edge> edges;
    for (const Ring& ring : world.land.rings) {
        if (ring.country != world.countryIndex(a3)) continue;
        const auto points = pointsOf(world.land, ring);
        for (std::size_t i = 0; i < points.size(); ++i) {
            edges.insert(edgeBetween(points[i], points[(i + 1) % points.size()]));
        }
    }
    return edges;
}

double longestEdge(const World& world, const std::string& a3) {
    double longest = 0;
    for (const auto& [a, b] : edgesOf(world, a3)) {
        longest = std::max<double>(longest, std::hypot(a.first - b.first, a.second - b.second));
    }
    return longest;
}

bool isFilled(const AreaLayer& layer, base::Vec2 at) {
    bool filled = false;
    for (const Ring& ring : layer.rings) {
        if (!ring.bounds.intersects({at.x, at.y, at.x, at.y})) continue;
        const auto points = pointsOf(layer, ring);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const PlanePoint a = points[i], b = points[(i + 1) % points.size()];
            if ((a.y > at.y) != (b.y > at.y) && at.x < base::lerp(a.x, b.x, (at.y - a.y) / (b.y - a.y)))
                filled = !filled;
        }
    }
    return filled;
}

}  // namespace geo
