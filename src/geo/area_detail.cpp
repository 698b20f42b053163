#include "geo/area_detail.h"

#include <algorithm>
#include <bit>

namespace geo {

namespace {

// The same point of a line and of a ring was computed from the same longitude and latitude: it is the same to
// the last bit.
std::uint64_t keyOf(PlanePoint p) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(p.x)} << 32 | std::bit_cast<std::uint32_t>(p.y);
}

// A point of the lines, and the coarsest level that still has it.
struct Known {
    std::uint64_t key;
    std::size_t last;
    bool operator<(const Known& o) const { return key != o.key ? key < o.key : last > o.last; }
};

// Every level holds some of the full level's points, in their order.
void raise(const LineLayer& outlines, std::size_t line, std::size_t level, std::vector<Known>& known) {
    const LineLevel &full = outlines.levels.front(), &coarse = outlines.levels[level];
    std::uint32_t next = coarse.lines[line].first;
    const std::uint32_t end = next + coarse.lines[line].count;
    const Polyline& whole = full.lines[line];
    for (std::uint32_t i = whole.first; i < whole.first + whole.count && next < end; ++i) {
        if (!(full.points[i] == coarse.points[next])) continue;
        known[i].last = level;
        ++next;
    }
}

// Sorted; of a point that several lines have, the coarsest level comes first.
std::vector<Known> knownPoints(const LineLayer& outlines) {
    std::vector<Known> known;
    for (const PlanePoint p : outlines.levels.front().points) known.push_back({keyOf(p), 0});
    for (std::size_t level = 1; level < outlines.levels.size(); ++level) {
        for (std::size_t line = 0; line < outlines.levels[level].lines.size(); ++line) {
            raise(outlines, line, level, known);
        }
    }
    std::sort(known.begin(), known.end());
    return known;
}

AreaLayer simplified(const AreaLayer& full, const std::vector<std::size_t>& last, std::size_t level,
                     double tolerance) {
    AreaLayer layer;
    layer.tolerance = tolerance;
    for (Ring ring : full.rings) {
        const auto first = static_cast<std::uint32_t>(layer.points.size());
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            if (last[i] >= level) layer.points.push_back(full.points[i]);
        }
        if (layer.points.size() - first < 3) layer.points.resize(first);
        ring.first = first;
        ring.count = static_cast<std::uint32_t>(layer.points.size()) - first;
        layer.rings.push_back(ring);
    }
    return layer;
}

}  // namespace

std::vector<AreaLayer> areaLevels(const AreaLayer& full, const LineLayer& outlines) {
    const std::vector<Known> known = knownPoints(outlines);
    std::vector<std::size_t> last;
    last.reserve(full.points.size());
    for (const PlanePoint p : full.points) {
        const std::uint64_t key = keyOf(p);
        const auto found = std::lower_bound(known.begin(), known.end(), Known{key, outlines.levels.size()});
        last.push_back(found == known.end() || found->key != key ? outlines.levels.size() : found->last);
    }
    std::vector<AreaLayer> levels;
    for (std::size_t i = 1; i < outlines.levels.size(); ++i) {
        levels.push_back(simplified(full, last, i, outlines.levels[i].tolerance));
    }
    return levels;
}

}  // namespace geo
