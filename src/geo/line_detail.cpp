#include "geo/line_detail.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace geo {

namespace {

using base::Vec2;
using Points = std::span<const PlanePoint>;

constexpr double kAlways = std::numeric_limits<double>::infinity();
// Longer lines are worked on in stretches, whose ends stay: the time is quadratic in the worst case, and
// files are not trusted.
constexpr std::uint32_t kStretch = 512;

Vec2 toVec(PlanePoint p) {
    return {p.x, p.y};
}

double squaredDistance(Vec2 p, Vec2 a, Vec2 b) {
    const Vec2 ab = b - a, ap = p - a;
    const double along = base::dot(ab, ab);
    const double t = along > 0 ? base::clamp01(base::dot(ap, ab) / along) : 0;
    const Vec2 off = ap - ab * t;
    return base::dot(off, off);
}

struct Farthest {
    std::uint32_t index = 0;
    double distance = -1;
};

Farthest farthest(Points points, std::uint32_t first, std::uint32_t last) {
    const Vec2 a = toVec(points[first]), b = toVec(points[last]);
    Farthest most;
    for (std::uint32_t i = first + 1; i < last; ++i) {
        const double squared = squaredDistance(toVec(points[i]), a, b);
        if (squared > most.distance) most = {i, squared};
    }
    most.distance = std::sqrt(most.distance);
    return most;
}

// For each point of a stretch the tolerance from which on it is dropped: the distance that made the algorithm
// split there, but never more than that of the splits around it.
void weigh(Points points, std::uint32_t begin, std::uint32_t end, std::vector<double>& weights) {
    struct Range {
        std::uint32_t first, last;
        double most;
    };
    weights[begin] = weights[end] = kAlways;
    std::vector<Range> open{{begin, end, kAlways}};
    while (!open.empty()) {
        const Range range = open.back();
        open.pop_back();
        if (range.last - range.first < 2) continue;
        const Farthest split = farthest(points, range.first, range.last);
        if (split.distance <= kTolerances[0]) continue;
        const double weight = std::min(split.distance, range.most);
        weights[split.index] = weight;
        open.push_back({range.first, split.index, weight});
        open.push_back({split.index, range.last, weight});
    }
}

std::vector<double> weightsOf(Points points) {
    std::vector<double> weights(points.size(), 0.0);
    const auto last = static_cast<std::uint32_t>(points.size() - 1);
    for (std::uint32_t begin = 0; begin < last; begin += kStretch) {
        weigh(points, begin, std::min(begin + kStretch, last), weights);
    }
    return weights;
}

std::vector<float> lengthsAlong(Points points) {
    std::vector<float> along;
    double length = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) length += base::length(toVec(points[i]) - toVec(points[i - 1]));
        along.push_back(static_cast<float>(length));
    }
    return along;
}

void appendLine(LineLevel& level, const Polyline& line, Points points, const std::vector<double>& weights,
                const std::vector<float>& along) {
    Polyline simple = line;
    simple.first = static_cast<std::uint32_t>(level.points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!(weights[i] > level.tolerance)) continue;
        level.points.push_back(points[i]);
        level.along.push_back(along[i]);
    }
    simple.count = static_cast<std::uint32_t>(level.points.size()) - simple.first;
    level.lines.push_back(simple);
}

}  // namespace

LineLayer withLevels(LineLevel full) {
    LineLayer layer;
    layer.levels.push_back(std::move(full));
    for (const double tolerance : kTolerances) layer.levels.push_back({tolerance, {}, {}, {}});
    const std::vector<Polyline> lines = layer.levels.front().lines;
    for (const Polyline& line : lines) {
        const Points points = Points(layer.levels.front().points).subspan(line.first, line.count);
        const std::vector<double> weights = weightsOf(points);
        const std::vector<float> along = lengthsAlong(points);
        std::vector<float>& all = layer.levels.front().along;
        all.insert(all.end(), along.begin(), along.end());
        for (std::size_t i = 1; i < layer.levels.size(); ++i)
            appendLine(layer.levels[i], line, points, weights, along);
    }
    return layer;
}

const LineLevel& LineLayer::levelFor(double metresPerPixel) const {
    const LineLevel* best = &levels.front();
    for (const LineLevel& level : levels) {
        if (level.tolerance < metresPerPixel * kDetail) best = &level;
    }
    return *best;
}

}  // namespace geo
