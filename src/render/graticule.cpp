#include "render/graticule.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace render {

namespace {

using base::LonLat;
using base::Vec2;

// Each divides the one before: lines stay while the scale grows.
constexpr double kSteps[] = {30, 10, 5, 1, 0.5, 0.1};
constexpr double kMetresPerDegree = 111'195;
// Pixels between lines from which a step begins to show, and by which it has come in.
constexpr double kFrom = 60, kWhole = 130;
constexpr double kLongestStepKm = 2000;
constexpr int kProbes = 12;

struct Extent {
    double west = -180, south = -90, east = 180, north = 90;
};

// A little more than what the frame shows; the whole globe where the frame shows its edge.
Extent seenBy(const geo::MapView& view, const geo::Projection& projection) {
    std::vector<Vec2> plane;
    for (int i = 0; i <= kProbes; ++i) {
        for (int j = 0; j <= kProbes; ++j) {
            const auto at =
                view.toPlane({view.size.w * (i / double(kProbes)), view.size.h * (j / double(kProbes))});
            if (!at) return {};
            plane.push_back(*at);
        }
    }
    Extent seen{1e9, 1e9, -1e9, -1e9};
    for (const LonLat p : projection.inverseAll(plane)) {
        if (std::isnan(p.lon)) return {};
        seen = {std::min(seen.west, p.lon), std::min(seen.south, p.lat), std::max(seen.east, p.lon),
                std::max(seen.north, p.lat)};
    }
    const double wide = (seen.east - seen.west) / kProbes, high = (seen.north - seen.south) / kProbes;
    seen = {seen.west - wide, seen.south - high, seen.east + wide, seen.north + high};
    // A frame around a pole or across the 180th meridian: no range of longitudes tells.
    if (seen.east - seen.west > 150 || seen.north > 80 || seen.south < -80)
        return {-180, seen.south, 180, seen.north};
    return seen;
}

bool isMultiple(double value, double step) {
    return std::abs(std::remainder(value, step)) < 1e-6;
}

class Drawing {
  public:
    Drawing(const geo::Projection& projection, Extent extent, double spacing)
        : m_projection(projection), m_extent(extent), m_spacing(spacing) {}

    void addMeridian(double lon, double strength) {
        std::vector<LonLat> line;
        const double south = std::max(m_extent.south, -80.0), north = std::min(m_extent.north, 80.0);
        const int steps = stepsOver(north - south);
        for (int i = 0; i <= steps; ++i) line.push_back({lon, base::lerp(south, north, double(i) / steps)});
        add(line, strength);
    }

    void addParallel(double lat, double strength) {
        std::vector<LonLat> line;
        const int steps = stepsOver(m_extent.east - m_extent.west);
        for (int i = 0; i <= steps; ++i)
            line.push_back({base::lerp(m_extent.west, m_extent.east, double(i) / steps), lat});
        add(line, strength);
    }

    std::vector<GraticuleLine> lines;

  private:
    int stepsOver(double degrees) const {
        return std::clamp(static_cast<int>(std::ceil(degrees / m_spacing)), 1, 2000);
    }

    // Split where the map is torn and where there is none.
    void add(const std::vector<LonLat>& line, double strength) {
        GraticuleLine part{{}, strength};
        const auto finish = [&] {
            if (part.points.size() > 1) lines.push_back(part);
            part.points.clear();
        };
        for (const Vec2 p : m_projection.forwardAll(line)) {
            const bool isThere = !std::isnan(p.x);
            if (!isThere ||
                (!part.points.empty() && base::length(p - part.points.back()) > kLongestStepKm * 1000))
                finish();
            if (isThere) part.points.push_back(p);
        }
        finish();
    }

    const geo::Projection& m_projection;
    Extent m_extent;
    double m_spacing;
};

template <class Use>
void forEachMultiple(double step, double from, double to, Use use) {
    for (double i = std::ceil(from / step); i * step <= to; ++i) use(i * step);
}

}  // namespace

std::vector<GraticuleLine> graticuleOf(const geo::MapView& view, const geo::Projection& projection,
                                       double unit) {
    const Extent seen = seenBy(view, projection);
    const double pixelsPerDegree = kMetresPerDegree / view.metresPerPixel;
    Drawing drawing(projection, seen, std::clamp(24 / pixelsPerDegree, 0.02, 2.0));
    double coarser = 0;
    for (const double step : kSteps) {
        const double strength = base::clamp01((step * pixelsPerDegree / unit - kFrom) / (kWhole - kFrom));
        if (strength <= 0) break;
        const auto isNew = [&](double value) { return coarser == 0 || !isMultiple(value, coarser); };
        forEachMultiple(step, std::max(seen.west, -180 + step), std::min(seen.east, 180.0), [&](double lon) {
            if (isNew(lon)) drawing.addMeridian(lon, strength);
        });
        forEachMultiple(step, std::max(seen.south, -80.0), std::min(seen.north, 80.0), [&](double lat) {
            if (isNew(lat)) drawing.addParallel(lat, strength);
        });
        coarser = step;
    }
    return std::move(drawing.lines);
}

}  // namespace render
