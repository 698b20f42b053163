#include "render/stroke.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

using base::Vec2;

constexpr double kSmoothEdge = 0.75;
// A mitre longer than this many half widths would be a spike.
constexpr double kLongestMitre = 1.8;
// From this turn on (cosine) the line is ended and begun again: mitres would cross.
constexpr double kHairpin = -0.6;
constexpr double kLeastStep = 1e-3;

double halfWidth(const StrokePoint& p) {
    return std::max(p.width, 1.0) / 2;
}

void appendVertex(const StrokePoint& p, Vec2 offset, double across, std::vector<float>& out) {
    for (const double v : {p.at.x + offset.x, p.at.y + offset.y, across, p.width, p.along}) {
        out.push_back(static_cast<float>(v));
    }
}

void repeatLast(std::vector<float>& out) {
    const std::size_t last = out.size() - kStrokeFloats;
    for (std::size_t i = 0; i < kStrokeFloats; ++i) out.push_back(out[last + i]);
}

class Strip {
  public:
    explicit Strip(std::vector<float>& out) : m_out(out) {}

    // Both sides of the line at a point; `normal` may be longer than 1, for a mitre.
    void add(const StrokePoint& p, Vec2 normal) {
        const double reach = halfWidth(p) + kSmoothEdge;
        const bool isJump = m_begins && !m_out.empty();
        if (isJump) repeatLast(m_out);
        appendVertex(p, normal * -reach, -reach, m_out);
        if (isJump) repeatLast(m_out);
        appendVertex(p, normal * reach, reach, m_out);
        m_begins = false;
    }
    void begin() { m_begins = true; }

  private:
    std::vector<float>& m_out;
    bool m_begins = true;
};

Vec2 normalOf(Vec2 direction) {
    return {-direction.y, direction.x};
}

StrokePoint moved(StrokePoint p, Vec2 by) {
    p.at = p.at + by;
    return p;
}

void addJoint(const StrokePoint& p, Vec2 before, Vec2 after, Strip& strip) {
    if (base::dot(before, after) < kHairpin) {
        strip.add(moved(p, before * halfWidth(p)), normalOf(before));
        strip.begin();
        strip.add(moved(p, after * -halfWidth(p)), normalOf(after));
        return;
    }
    const Vec2 sum = normalOf(before) + normalOf(after);
    const double length = std::sqrt(base::dot(sum, sum));
    // |sum| / 2 is the cosine of half the turn; a mitre is longer by its inverse.
    strip.add(p, sum * (std::min(2 / length, kLongestMitre) / length));
}

}  // namespace

void appendStroke(const std::vector<StrokePoint>& line, std::vector<float>& vertices) {
    Strip strip(vertices);
    const StrokePoint* here = nullptr;
    Vec2 before;
    for (const StrokePoint& next : line) {
        if (!here) {
            here = &next;
            continue;
        }
        const Vec2 step = next.at - here->at;
        // Steps are neither tiny nor huge: no need of the care that hypot takes.
        const double length = std::sqrt(base::dot(step, step));
        if (length < kLeastStep) continue;
        const Vec2 after = step * (1 / length);
        if (here == &line.front()) {
            strip.add(moved(*here, after * (-0.5 * halfWidth(*here))), normalOf(after));
        } else {
            addJoint(*here, before, after, strip);
        }
        before = after;
        here = &next;
    }
    if (here && here != &line.front())
        strip.add(moved(*here, before * (0.5 * halfWidth(*here))), normalOf(before));
}

}  // namespace render
