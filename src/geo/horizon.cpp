#include "geo/horizon.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "geo/great_circle.h"
#include "geo/outline.h"

namespace geo {

namespace {

using base::LonLat;
using base::Vec2;

constexpr int kPoints = 1440;  // of the circle

bool isOnPlane(Vec2 p) {
    return !std::isnan(p.x);
}

bool isPolar(const Horizon& horizon) {
    return std::abs(horizon.center.lat) >= 89.99;
}

}  // namespace

HorizonCircle::HorizonCircle(const Projection& projection, const Horizon& horizon) : m_horizon(horizon) {
    std::vector<LonLat> circle;
    for (int i = 0; i < kPoints; ++i)
        circle.push_back(destination(horizon.center, 360.0 * i / kPoints, horizon.km));
    m_rim = projection.forwardAll(circle);
    if (!std::all_of(m_rim.begin(), m_rim.end(), isOnPlane)) m_rim.clear();
}

int HorizonCircle::indexOf(LonLat at) const {
    // From a pole, which bearing an antipode lies in is told by its longitude alone.
    const double bearing =
        isPolar(m_horizon)
            ? (m_horizon.center.lat > 0 ? 180 - at.lon + m_horizon.center.lon : at.lon - m_horizon.center.lon)
            : initialBearing(m_horizon.center, at);
    const int index = static_cast<int>(std::lround(bearing / 360 * kPoints) % kPoints);
    return index < 0 ? index + kPoints : index;
}

// The shorter way along the circle, in steps: an edge beyond the horizon does not run over the antipode.
int HorizonCircle::turn(int from, int to) const {
    const int steps = (to - from + kPoints) % kPoints;
    return steps > kPoints / 2 ? steps - kPoints : steps;
}

std::vector<Vec2> HorizonCircle::clipped(std::span<const LonLat> points, std::span<const Vec2> plane) const {
    std::vector<Vec2> ring;
    if (m_rim.empty() || std::all_of(plane.begin(), plane.end(), isOnPlane)) {
        ring.assign(plane.begin(), plane.end());
        return ring;
    }
    const bool isBeyond = std::none_of(plane.begin(), plane.end(), isOnPlane);
    int turned = 0, last = isOnPlane(plane.back()) ? -1 : indexOf(points.back());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (isOnPlane(plane[i])) {
            ring.push_back(plane[i]);
            last = -1;
            continue;
        }
        const int index = indexOf(points[i]);
        const int steps = last < 0 ? 0 : turn(last, index), way = steps < 0 ? -1 : 1;
        if (last < 0) ring.push_back(m_rim[static_cast<std::size_t>(index)]);
        for (int k = 1; k <= std::abs(steps); ++k)
            ring.push_back(m_rim[static_cast<std::size_t>((last + way * k + kPoints) % kPoints)]);
        turned += steps;
        last = index;
    }
    // All of it lies beyond: it goes round the map once, or it has none of it.
    if (isBeyond && std::abs(turned) < kPoints / 2) ring.clear();
    return ring;
}

bool HorizonCircle::isAroundAntipode(std::span<const LonLat> ring) const {
    // A ring around a pole runs along the pole's latitude: it has its way along the rim in it.
    if (isPolar(m_horizon)) return false;
    const LonLat antipode{std::remainder(m_horizon.center.lon + 180, 360.0), -m_horizon.center.lat};
    return contains(ring, antipode);
}

}  // namespace geo
