#include "geo/plane_shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>

#include "geo/great_circle.h"
#include "geo/horizon.h"
#include "geo/outline.h"

namespace geo {

namespace {

using base::LonLat;
using base::Vec2;
using Points = std::vector<LonLat>;

// Points on the cut are moved off it by this much, in degrees (a millimetre), so that rounding cannot put
// them on the other side of the map.
constexpr double kOffTheCut = 1e-8;

struct Outline {
    std::size_t first = 0, count = 0;
    std::uint32_t shape = 0;
};

// All outlines of a layer, ready to be projected at once.
struct Outlines {
    Points points;
    std::vector<Outline> outlines;

    void add(const Points& more, std::uint32_t shape) {
        outlines.push_back({points.size(), more.size(), shape});
        points.insert(points.end(), more.begin(), more.end());
    }
};

// What a projection asks of longitudes and latitudes before it can project them.
class Preparation {
  public:
    explicit Preparation(const Projection& projection) : m_maximumLatitude(projection.maximumLatitude()) {
        if (!projection.isContinuousAcrossCut()) m_cut = projection.cutLongitude();
    }

    Outlines outlinesOf(const ShapeTable& table, Closing closing) const {
        Outlines outlines;
        outlines.points.reserve(table.points.size() + table.points.size() / 4);
        for (const ShapePart& part : table.parts)
            addPart(table.pointsOf(part), part.shape, closing, outlines);
        for (LonLat& p : outlines.points) p = settled(p);
        return outlines;
    }

  private:
    bool isCutAtTheEnds() const { return !m_cut || std::abs(*m_cut) >= 180; }

    void addPart(std::span<const LonLat> points, std::uint32_t shape, Closing closing,
                 Outlines& outlines) const {
        if (isCutAtTheEnds()) return outlines.add(subdivided(points, closing), shape);
        const auto [west, east] = std::minmax_element(points.begin(), points.end(),
                                                      [](LonLat a, LonLat b) { return a.lon < b.lon; });
        if (west->lon >= *m_cut) return outlines.add(subdivided(points, closing), shape);
        if (east->lon <= *m_cut) return outlines.add(moved(subdivided(points, closing)), shape);
        for (const Points& piece : piecesOf(points, closing)) outlines.add(piece, shape);
    }

    // Neighbours share edges, so these are subdivided first, as they are everywhere else.
    std::vector<Points> piecesOf(std::span<const LonLat> points, Closing closing) const {
        const Points fine = subdivided(points, closing);
        if (closing == Closing::Open) return cutLine(fine, *m_cut);
        std::vector<Points> pieces = cutRing(fine, *m_cut);
        for (Points& piece : pieces) piece = subdivided(piece, closing);
        return pieces;
    }

    static Points moved(Points points) {
        for (LonLat& p : points) p.lon += 360;
        return points;
    }

    LonLat settled(LonLat p) const {
        p.lat = std::clamp(p.lat, -m_maximumLatitude, m_maximumLatitude);
        if (!m_cut) {
            if (p.lon == -180) p.lon = 180;
        } else if (!isCutAtTheEnds()) {
            if (std::abs(p.lon - *m_cut) < kOffTheCut) p.lon = *m_cut + kOffTheCut;
            if (std::abs(p.lon - *m_cut - 360) < kOffTheCut) p.lon = *m_cut + 360 - kOffTheCut;
        }
        return p;
    }

    std::optional<double> m_cut;
    double m_maximumLatitude;
};

bool isOnPlane(Vec2 p) {
    return !std::isnan(p.x);
}
PlanePoint toFloat(Vec2 p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

// Compares squares: there are many edges, and the square root is slow.
bool isLonger(PlanePoint a, PlanePoint b, double limit) {
    const base::Vec2 edge{static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y};
    return base::dot(edge, edge) > limit * limit;
}

PlaneBounds boundsOf(std::span<const PlanePoint> points) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    PlaneBounds b{kInfinity, kInfinity, -kInfinity, -kInfinity};
    for (const PlanePoint p : points) {
        b = {std::min<double>(b.minX, p.x), std::min<double>(b.minY, p.y), std::max<double>(b.maxX, p.x),
             std::max<double>(b.maxY, p.y)};
    }
    return b;
}

// A ring's points on the plane; empty when it cannot be drawn.
std::vector<PlanePoint> ringOnPlane(std::span<const Vec2> projected) {
    std::vector<PlanePoint> ring;
    ring.reserve(projected.size());
    std::size_t found = 0;
    for (const Vec2 p : projected) {
        if (!isOnPlane(p)) continue;
        ++found;
        if (ring.empty() || !(ring.back() == toFloat(p))) ring.push_back(toFloat(p));
    }
    while (ring.size() > 1 && ring.back() == ring.front()) ring.pop_back();
    if (ring.size() < 3 || found * 2 < projected.size()) return {};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (isLonger(ring[i], ring[(i + 1) % ring.size()], kLongestRingEdge)) return {};
    }
    return ring;
}

void addRing(AreaLayer& layer, const std::vector<PlanePoint>& points, std::int32_t country) {
    Ring ring;
    ring.first = static_cast<std::uint32_t>(layer.points.size());
    ring.count = static_cast<std::uint32_t>(points.size());
    ring.country = country;
    ring.bounds = boundsOf(points);
    layer.points.insert(layer.points.end(), points.begin(), points.end());
    layer.rings.push_back(ring);
}

void addLine(PlaneLines& lines, std::vector<PlanePoint>& points, std::uint32_t shape) {
    if (points.size() >= 2) {
        Polyline line;
        line.first = static_cast<std::uint32_t>(lines.level.points.size());
        line.count = static_cast<std::uint32_t>(points.size());
        line.bounds = boundsOf(points);
        lines.level.points.insert(lines.level.points.end(), points.begin(), points.end());
        lines.level.lines.push_back(line);
        lines.shapes.push_back(shape);
    }
    points.clear();
}

// The rings as lines that end where they begin.
ShapeTable asLines(const ShapeTable& rings) {
    ShapeTable lines;
    lines.points.reserve(rings.points.size() + rings.parts.size());
    for (const ShapePart& part : rings.parts) {
        const std::span<const LonLat> points = rings.pointsOf(part);
        lines.parts.push_back({static_cast<std::uint32_t>(lines.points.size()), part.count + 1, part.shape});
        lines.points.insert(lines.points.end(), points.begin(), points.end());
        lines.points.push_back(points.front());
    }
    return lines;
}

}  // namespace

AreaLayer planeAreas(const ShapeTable& table, const Projection& projection,
                     const std::vector<std::int32_t>& countryOfShape) {
    const Outlines outlines = Preparation(projection).outlinesOf(table, Closing::Closed);
    const std::vector<Vec2> projected = projection.forwardAll(outlines.points);
    const auto horizon = projection.horizon();
    const auto circle = horizon ? std::optional<HorizonCircle>(std::in_place, projection, *horizon)
                                : std::optional<HorizonCircle>();
    AreaLayer layer;
    layer.points.reserve(projected.size());
    const auto add = [&](std::span<const Vec2> points, std::uint32_t shape) {
        const auto ring = ringOnPlane(points);
        if (!ring.empty()) addRing(layer, ring, countryOfShape[shape]);
    };
    for (const Outline& outline : outlines.outlines) {
        const auto points = std::span(outlines.points).subspan(outline.first, outline.count);
        const auto plane = std::span(projected).subspan(outline.first, outline.count);
        if (circle) {
            add(circle->clipped(points, plane), outline.shape);
        } else {
            add(plane, outline.shape);
        }
    }
    if (!circle) return layer;
    // A ring around the antipode lies around the rim of the map: with the rim as a second ring what is filled
    // is the country between both, and not the rest of the world.
    for (const ShapePart& part : table.parts) {
        if (circle->isAroundAntipode(table.pointsOf(part))) add(circle->rim(), part.shape);
    }
    return layer;
}

void append(AreaLayer& layer, const AreaLayer& more) {
    const auto points = static_cast<std::uint32_t>(layer.points.size());
    layer.points.insert(layer.points.end(), more.points.begin(), more.points.end());
    for (Ring ring : more.rings) {
        ring.first += points;
        layer.rings.push_back(ring);
    }
}

namespace {

/// Next to the horizon the ground is seen edge-on: a line there would be a stray stroke on the rim. Not a
/// number takes the place of what is.
void dropAlongHorizon(const Horizon& horizon, const Points& points, std::vector<Vec2>& plane) {
    constexpr double kEdgeOn = 0.025, kHalfGlobeKm = 10'010;  // a share of the way to the horizon
    if (horizon.km > kHalfGlobeKm) return;
    const double seenKm = horizon.km * (1 - kEdgeOn);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (isOnPlane(plane[i]) && distanceKm(horizon.center, points[i]) > seenKm)
            plane[i].x = std::numeric_limits<double>::quiet_NaN();
    }
}

}  // namespace

PlaneLines planeLines(const ShapeTable& table, ShapeKind kind, const Projection& projection) {
    const Preparation preparation(projection);
    const Outlines outlines =
        preparation.outlinesOf(kind == ShapeKind::Areas ? asLines(table) : table, Closing::Open);
    std::vector<Vec2> projected = projection.forwardAll(outlines.points);
    if (const auto horizon = projection.horizon()) dropAlongHorizon(*horizon, outlines.points, projected);
    PlaneLines result;
    std::vector<PlanePoint> points;
    for (const Outline& outline : outlines.outlines) {
        for (const Vec2 p : std::span(projected).subspan(outline.first, outline.count)) {
            const bool found = isOnPlane(p);
            const PlanePoint next = toFloat(p);
            const bool torn = !found || (!points.empty() && isLonger(points.back(), next, kLongestLineEdge));
            if (torn) addLine(result, points, outline.shape);
            if (found && (points.empty() || !(points.back() == next))) points.push_back(next);
        }
        addLine(result, points, outline.shape);
    }
    return result;
}

}  // namespace geo
