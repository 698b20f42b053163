#include "picture/arrow_crossings.h"

#include <algorithm>
#include <cmath>

#include "geo/great_circle.h"

namespace picture {

namespace {

using geo::Vec3;

double chord(const Vec3& a, const Vec3& b) {
    return std::sqrt(std::max(0.0, dot(a, a) + dot(b, b) - 2 * dot(a, b)));
}

// The pieces ab and cd of great circles, both shorter than a quarter, meet on this side of the globe.
bool doCross(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& d) {
    const Vec3 ab = cross(a, b), cd = cross(c, d);
    return (dot(ab, c) > 0) != (dot(ab, d) > 0) && (dot(cd, a) > 0) != (dot(cd, b) > 0) &&
           dot(combined(a, 1, b, 1), combined(c, 1, d, 1)) > 0;
}

}  // namespace

SphereLine::SphereLine(const std::vector<base::LonLat>& points) {
    for (const base::LonLat& p : points) m_points.push_back(geo::unitVector(p));
    m_middle = m_points[m_points.size() / 2];
    for (const Vec3& p : m_points) m_reach = std::max(m_reach, chord(p, m_middle));
}

int SphereLine::crossings(const SphereLine& other, const std::vector<base::LonLat>& meetings,
                          double clearKm) const {
    if (chord(m_middle, other.m_middle) > m_reach + other.m_reach) return 0;
    const double clear = clearKm / geo::kEarthRadiusKm;
    std::vector<Vec3> near;
    for (const base::LonLat& meeting : meetings) near.push_back(geo::unitVector(meeting));
    int count = 0;
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const Vec3 &a = m_points[i - 1], &b = m_points[i];
        for (std::size_t k = 1; k < other.m_points.size(); ++k) {
            const Vec3 &c = other.m_points[k - 1], &d = other.m_points[k];
            if (!doCross(a, b, c, d)) continue;
            const Vec3 along = normalized(cross(cross(a, b), cross(c, d)));
            const Vec3 at = combined(along, dot(along, a) < 0 ? -1 : 1, a, 0);
            count += std::none_of(near.begin(), near.end(),
                                  [&](const Vec3& meeting) { return chord(at, meeting) <= clear; });
        }
    }
    return count;
}

}  // namespace picture
