#include "picture/ink_line.h"

#include <cmath>

#include "geo/frame_transform.h"
#include "geo/great_circle.h"

namespace picture {

namespace {

using base::LonLat;
using base::Vec2;

constexpr double kTolerance = 0.12;  // pixels, of curves, and again of what is left out of straight stretches
constexpr int kMostSteps = 24;       // of one span: a hand leaves points close to each other
// Points nearer than this to the last are not seen apart, pixels: a stroke seen from afar is few of them.
constexpr double kLeastStep = 0.6;
// Neighbours that many times farther apart on the plane than on the ground may have an edge of the map
// between them; only a closer look can tell it from the stretching far from the map's middle.
constexpr double kSuspect = 5;
constexpr int kHalvings = 30;

struct Placed {
    LonLat ground;
    Vec2 plane;
};

bool isOnPlane(Vec2 p) {
    return !std::isnan(p.x);
}

// Closes in on where the plane jumps most between two points: a distance that halves with every step is a
// stretch, one that stays is a tear.
bool isTorn(Placed a, Placed b, const geo::Projection& projection) {
    const double ground = geo::distanceKm(a.ground, b.ground) * 1000;
    const double whole = base::length(b.plane - a.plane);
    if (whole <= kSuspect * ground) return false;
    for (int i = 0; i < kHalvings; ++i) {
        const LonLat middle = geo::alongGreatCircle(a.ground, b.ground, 0.5);
        const auto plane = projection.forward(middle);
        if (!plane) return true;
        const bool isFirst = base::length(*plane - a.plane) > base::length(b.plane - *plane);
        (isFirst ? b : a) = {middle, *plane};
        if (base::length(b.plane - a.plane) < whole / 8) return false;
    }
    return true;
}

/// Runs of points that nothing parts on the plane. A stroke whose end is not shown ends with an empty one.
std::vector<std::vector<Vec2>> runsOf(std::span<const LonLat> points, const geo::Projection& projection) {
    std::vector<std::vector<Vec2>> runs(1);
    const std::vector<Vec2> plane = projection.forwardAll(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isShown = isOnPlane(plane[i]) && std::abs(points[i].lat) <= projection.maximumLatitude();
        const bool goesOn = isShown && !runs.back().empty() &&
                            !isTorn({points[i - 1], plane[i - 1]}, {points[i], plane[i]}, projection);
        if (!goesOn && !runs.back().empty()) runs.emplace_back();
        if (isShown) runs.back().push_back(plane[i]);
    }
    return runs;
}

/// Takes the spans of a curve in plane metres and writes them in pixels.
class PixelWriter {
  public:
    PixelWriter(const geo::MapView& view, std::vector<InkPiece>& pieces)
        : m_toFrame(view), m_pieces(pieces) {}

    void begin(Vec2 at) {
        m_isOpen = false;
        m_last = at;
        add(at, true);
    }
    void lineTo(Vec2 to) {
        add(to, true);
        m_last = to;
    }
    // A quadratic Bezier curve, by de Casteljau's construction.
    void curveTo(Vec2 by, Vec2 to) {
        const int steps = stepsOf(m_last, by, to);
        for (int i = 1; i <= steps; ++i) {
            const double t = double(i) / steps;
            add(base::lerp(base::lerp(m_last, by, t), base::lerp(by, to, t), t), false);
        }
        m_last = to;
    }

  private:
    // In a row of chords the curve is off by a quarter of its second difference over their number's square.
    int stepsOf(Vec2 a, Vec2 b, Vec2 c) const {
        const geo::FramePoint pa = m_toFrame(a), pb = m_toFrame(b), pc = m_toFrame(c);
        if (!pa.isAhead() || !pb.isAhead() || !pc.isAhead()) return kMostSteps;
        const double bend = base::length(pa.pixel() - pb.pixel() * 2 + pc.pixel());
        return static_cast<int>(
            std::clamp(std::ceil(std::sqrt(bend / 4 / kTolerance)), 1.0, double(kMostSteps)));
    }
    void add(Vec2 plane, bool isNeeded) {
        const geo::FramePoint at = m_toFrame(plane);
        if (!at.isAhead()) {
            m_isOpen = false;
            return;
        }
        if (!m_isOpen) m_pieces.emplace_back();
        m_isOpen = true;
        std::vector<Vec2>& points = m_pieces.back().points;
        if (points.empty() || isNeeded || base::length(at.pixel() - points.back()) >= kLeastStep)
            points.push_back(at.pixel());
    }

    geo::FrameTransform m_toFrame;
    std::vector<InkPiece>& m_pieces;
    Vec2 m_last;
    bool m_isOpen = false;
};

double distanceTo(Vec2 a, Vec2 b, Vec2 p) {
    const Vec2 along = b - a;
    const double t = base::clamp01(base::dot(p - a, along) / std::max(base::dot(along, along), 1e-9));
    return base::length(p - a - along * t);
}

// Without the points that its straight stretches can do without. From the beginning on, so that a line that
// grows keeps what it has.
std::vector<Vec2> straightened(const std::vector<Vec2>& line) {
    constexpr std::size_t kMostLeftOut = 40;
    if (line.size() < 3) return line;
    std::vector<Vec2> kept{line.front()};
    std::size_t from = 0;
    for (std::size_t to = 2; to < line.size(); ++to) {
        bool isStraight = to - from <= kMostLeftOut;
        for (std::size_t i = from + 1; i < to && isStraight; ++i)
            isStraight = distanceTo(line[from], line[to], line[i]) <= kTolerance;
        if (isStraight) continue;
        from = to - 1;
        kept.push_back(line[from]);
    }
    kept.push_back(line.back());
    return kept;
}

// Curves from middle to middle of the points' connections, with the points as their controls: the uniform
// quadratic B-spline.
void writeCurve(const std::vector<Vec2>& run, PixelWriter& writer) {
    writer.begin(run.front());
    if (run.size() > 2) writer.lineTo(base::lerp(run[0], run[1], 0.5));
    for (std::size_t i = 1; i + 1 < run.size(); ++i)
        writer.curveTo(run[i], base::lerp(run[i], run[i + 1], 0.5));
    if (run.size() > 1) writer.lineTo(run.back());
}

}  // namespace

std::vector<InkPiece> inkPieces(std::span<const LonLat> points, const geo::Projection& projection,
                                const geo::MapView& view) {
    std::vector<InkPiece> pieces;
    PixelWriter writer(view, pieces);
    const std::vector<std::vector<Vec2>> runs = runsOf(points, projection);
    for (const std::vector<Vec2>& run : runs) {
        if (!run.empty()) writeCurve(run, writer);
    }
    for (InkPiece& piece : pieces) piece.points = straightened(piece.points);
    const auto& last = runs.back();
    if (!last.empty() && !pieces.empty())
        pieces.back().endsStroke = geo::FrameTransform(view)(last.back()).isAhead();
    return pieces;
}

std::vector<std::vector<Vec2>> clippedTo(const base::Box& box, const std::vector<Vec2>& line) {
    std::vector<std::vector<Vec2>> parts;
    if (line.size() == 1 && box.contains(line.front())) parts.push_back(line);
    bool isOpen = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        // Y.-D. Liang and B. A. Barsky 1984: the part of the segment between two shares of it.
        const Vec2 a = line[i - 1], d = line[i] - a;
        double from = 0, to = 1;
        const auto cut = [&](double along, double room) {
            if (along == 0 && room < 0) to = -1;
            if (along < 0) from = std::max(from, room / along);
            if (along > 0) to = std::min(to, room / along);
        };
        cut(-d.x, a.x - box.x);
        cut(d.x, box.right() - a.x);
        cut(-d.y, a.y - box.y);
        cut(d.y, box.bottom() - a.y);
        if (from > to) {
            isOpen = false;
            continue;
        }
        if (!isOpen || from > 0) parts.push_back({a + d * from});
        parts.back().push_back(to < 1 ? a + d * to : line[i]);
        isOpen = to >= 1;
    }
    return parts;
}

}  // namespace picture
