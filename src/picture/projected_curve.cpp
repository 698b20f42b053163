#include "picture/projected_curve.h"

#include <cmath>
#include <optional>

namespace picture {

namespace {

using base::Vec2;

constexpr int kSamples = 256;  // on a screen-filling arrow: pieces of 10 px
// Neighbours that many times farther apart on the plane than on the ground may have an edge between them;
// only a closer look can tell it from the stretching near a pole.
constexpr double kSuspect = 5;
constexpr double kTornMetres = 2000;  // points next to each other on the ground, so far apart on the plane
constexpr int kHalvings = 36;

struct Sample {
    double share = 0;
    std::optional<Vec2> at;
};

class CurveProjector {
  public:
    CurveProjector(const ArrowCurve& curve, const geo::Projection& projection)
        : m_curve(curve), m_projection(projection) {}

    ProjectedCurve line() {
        Sample last = at(0);
        append(last);
        for (int i = 1; i <= kSamples; ++i) {
            const Sample next = at(double(i) / kSamples);
            if (isSuspect(last, next)) addEdge(last, next);
            append(next);
            last = next;
        }
        dropSingles();
        return std::move(m_line);
    }

  private:
    Sample at(double share) const {
        const base::LonLat ground = m_curve.at(share);
        if (std::abs(ground.lat) > m_projection.maximumLatitude()) return {share, std::nullopt};
        return {share, m_projection.forward(ground)};
    }

    bool isSuspect(const Sample& a, const Sample& b) const {
        if (a.at.has_value() != b.at.has_value()) return true;
        if (!a.at) return false;
        return base::length(*b.at - *a.at) > kSuspect * m_curve.km() * 1000 * (b.share - a.share);
    }

    // Closes in on the edge between two samples and ends the line on its one side, to begin it anew on the
    // other.
    void addEdge(Sample a, Sample b) {
        for (int i = 0; i < kHalvings; ++i) {
            const Sample middle = at((a.share + b.share) / 2);
            const bool isBefore =
                a.at.has_value() != b.at.has_value()
                    ? middle.at.has_value() == a.at.has_value()
                    : middle.at && base::length(*middle.at - *a.at) < base::length(*b.at - *middle.at);
            if (a.at && b.at && !middle.at) break;
            (isBefore ? a : b) = middle;
        }
        const bool isTorn = a.at && b.at && base::length(*b.at - *a.at) > kTornMetres;
        if (a.at && b.at && !isTorn) return;
        append(a);
        m_isOpen = false;
        append(b);
    }

    void append(const Sample& sample) {
        if (!sample.at) {
            m_isOpen = false;
            return;
        }
        if (m_isOpen && sample.share <= m_line.shares.back()) return;
        if (!m_isOpen && !m_line.points.empty()) m_line.breaks.push_back(m_line.points.size());
        m_isOpen = true;
        m_line.points.push_back(*sample.at);
        m_line.shares.push_back(sample.share);
    }

    // A piece of one point is nothing to draw.
    void dropSingles() {
        ProjectedCurve kept;
        std::vector<std::size_t> bounds{0};
        bounds.insert(bounds.end(), m_line.breaks.begin(), m_line.breaks.end());
        bounds.push_back(m_line.points.size());
        for (std::size_t k = 1; k < bounds.size(); ++k) {
            if (bounds[k] - bounds[k - 1] < 2) continue;
            if (!kept.points.empty()) kept.breaks.push_back(kept.points.size());
            for (std::size_t i = bounds[k - 1]; i < bounds[k]; ++i) {
                kept.points.push_back(m_line.points[i]);
                kept.shares.push_back(m_line.shares[i]);
            }
        }
        m_line = std::move(kept);
    }

    const ArrowCurve& m_curve;
    const geo::Projection& m_projection;
    ProjectedCurve m_line;
    bool m_isOpen = false;
};

}  // namespace

ProjectedCurve projectCurve(const ArrowCurve& curve, const geo::Projection& projection) {
    return CurveProjector(curve, projection).line();
}

}  // namespace picture
