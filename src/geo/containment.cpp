#include "geo/containment.h"

namespace geo {

namespace {

template <class Wanted>
bool isInside(const AreaLayer& land, base::Vec2 p, Wanted wanted) {
    bool inside = false;
    for (const Ring& ring : land.rings) {
        if (wanted(ring) && contains(land, ring, p)) inside = !inside;
    }
    return inside;
}

}  // namespace

bool contains(const AreaLayer& land, const Ring& ring, base::Vec2 p) {
    const PlaneBounds& b = ring.bounds;
    if (p.x < b.minX || p.x > b.maxX || p.y < b.minY || p.y > b.maxY) return false;
    bool inside = false;
    for (std::uint32_t i = 0, j = ring.count - 1; i < ring.count; j = i++) {
        const PlanePoint a = land.points[ring.first + i], c = land.points[ring.first + j];
        if ((a.y > p.y) != (c.y > p.y) && p.x < (c.x - a.x) * (p.y - a.y) / (c.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

bool contains(const AreaLayer& land, int country, base::Vec2 point) {
    return isInside(land, point, [country](const Ring& ring) { return ring.country == country; });
}

bool onLand(const AreaLayer& land, base::Vec2 point) {
    // Countries do not overlap, so even-odd over all rings is the same as asking each of them.
    return isInside(land, point, [](const Ring&) { return true; });
}

}  // namespace geo
