#include "picture/arrow_curve.h"

#include <array>
#include <cassert>

#include "geo/great_circle.h"

namespace picture {

namespace {

using base::LonLat;
using geo::Vec3;

// From a to b along the great circle; t may lie outside 0..1.
Vec3 between(const Vec3& a, const Vec3& b, double t) {
    const double angle = std::atan2(norm(cross(a, b)), dot(a, b));
    const double sine = std::sin(angle);
    // Opposite points, and next to the same: the straight line serves for the latter, PROJ's way over the
    // pole for the former.
    if (sine < 1e-9)
        return angle < 1 ? normalized(combined(a, 1 - t, b, t))
                         : geo::unitVector(
                               geo::alongGreatCircle(geo::position(a), geo::position(b), base::clamp01(t)));
    return combined(a, std::sin((1 - t) * angle) / sine, b, std::sin(t * angle) / sine);
}

// One leg of a centripetal Catmull-Rom spline (P. J. Barry and R. N. Goldman, SIGGRAPH 1988; the exponent
// keeps it free of loops: C. Yuksel et al., Computer-Aided Design 43, 2011), its straight interpolations
// replaced by great circles.
Vec3 splined(const std::array<Vec3, 4>& p, double share) {
    std::array<double, 4> knot{};
    for (std::size_t i = 1; i < 4; ++i)
        knot[i] = knot[i - 1] + std::sqrt(std::max(norm(combined(p[i], 1, p[i - 1], -1)), 1e-9));
    const double t = base::lerp(knot[1], knot[2], share);
    const auto mixed = [&](const Vec3& a, const Vec3& b, std::size_t i, std::size_t k) {
        return between(a, b, (t - knot[i]) / (knot[k] - knot[i]));
    };
    const Vec3 a1 = mixed(p[0], p[1], 0, 1), a2 = mixed(p[1], p[2], 1, 2), a3 = mixed(p[2], p[3], 2, 3);
    return mixed(mixed(a1, a2, 0, 2), mixed(a2, a3, 1, 3), 1, 2);
}

}  // namespace

ArrowCurve::ArrowCurve(std::vector<LonLat> stops, Lifts lifts)
    : m_km{0},
      m_startSlope(std::tan(base::radians(lifts.start))),
      m_endSlope(std::tan(base::radians(lifts.end))) {
    assert(stops.size() >= 2);
    for (const LonLat& stop : stops) m_stops.push_back(geo::unitVector(stop));
    for (std::size_t i = 1; i < stops.size(); ++i)
        m_km.push_back(m_km.back() + geo::distanceKm(stops[i - 1], stops[i]));
}

geo::Vec3 ArrowCurve::straight(double t) const {
    const std::size_t last = m_stops.size() - 1;
    if (last == 1) return between(m_stops[0], m_stops[1], t);
    std::size_t leg = 0;
    while (leg + 1 < last && t * m_km.back() > m_km[leg + 1]) ++leg;
    const double share = (t * m_km.back() - m_km[leg]) / (m_km[leg + 1] - m_km[leg]);
    const Vec3 &from = m_stops[leg], &to = m_stops[leg + 1];
    // Beyond the ends it goes on as it came: a reflected stop.
    const Vec3 before = leg > 0 ? m_stops[leg - 1] : between(from, to, -1);
    const Vec3 after = leg + 1 < last ? m_stops[leg + 2] : between(from, to, 2);
    return splined({before, from, to, after}, share);
}

// How far to the right of the straight way, radians: on each end's leg a cubic that sets out at that end's
// lift and has come back, level, at the leg's other end:
//   length * tan(start) * t * (1-t)^2     and the same from the other side
double ArrowCurve::aside(double t) const {
    const double way = t * m_km.back();
    const auto bump = [](double share, double km, double slope) {
        return share > 1 ? 0.0 : slope * km / geo::kEarthRadiusKm * share * (1 - share) * (1 - share);
    };
    const double first = m_km[1], final = m_km.back() - m_km[m_km.size() - 2];
    return bump(way / first, first, m_startSlope) + bump((m_km.back() - way) / final, final, m_endSlope);
}

LonLat ArrowCurve::at(double t) const {
    constexpr double kStep = 1e-4;
    const Vec3 here = straight(t);
    const double angle = aside(t);
    if (angle == 0) return geo::position(here);
    const Vec3 ahead = straight(std::min(t + kStep, 1.0)), behind = straight(std::max(t - kStep, 0.0));
    const Vec3 right = normalized(cross(combined(ahead, 1, behind, -1), here));
    return geo::position(combined(here, std::cos(angle), right, std::sin(angle)));
}

double outwardBearing(const std::vector<LonLat>& stops) {
    return geo::initialBearing(stops.front(), ArrowCurve(stops, {}).at(1e-3));
}

}  // namespace picture
