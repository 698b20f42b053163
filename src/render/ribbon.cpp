#include "render/ribbon.h"

#include <algorithm>

namespace render {

namespace {

using base::Vec2;

Vec2 direction(Vec2 from, Vec2 to) {
    const Vec2 d = to - from;
    const double length = base::length(d);
    return length > 0 ? d * (1 / length) : Vec2{1, 0};
}

AlongPoint pointAt(const AlongPoint& a, const AlongPoint& b, double along) {
    return {base::lerp(a.at, b.at, (along - a.along) / (b.along - a.along)), along};
}

AlongPoint beyond(const AlongPoint& end, Vec2 forward, double along) {
    return {end.at + forward * (along - end.along), along};
}

std::vector<AlongPoint> partOf(const std::vector<AlongPoint>& line, double from, double to) {
    std::vector<AlongPoint> part;
    const std::size_t last = line.size() - 1;
    if (from < line.front().along) part.push_back(beyond(line[0], direction(line[0].at, line[1].at), from));
    for (std::size_t i = 0; i <= last; ++i) {
        if (i > 0 && line[i - 1].along < from && from < line[i].along)
            part.push_back(pointAt(line[i - 1], line[i], from));
        if (line[i].along >= from && line[i].along <= to) part.push_back(line[i]);
        if (i > 0 && line[i - 1].along < to && to < line[i].along)
            part.push_back(pointAt(line[i - 1], line[i], to));
    }
    if (to > line[last].along)
        part.push_back(beyond(line[last], direction(line[last - 1].at, line[last].at), to));
    return part;
}

/// How far a line bends where it passes `here`: the radius to its left (negative: to its right), pixels.
double radiusAt(Vec2 before, Vec2 here, Vec2 after) {
    const Vec2 a = direction(before, here), b = direction(here, after);
    const double turn = std::atan2(a.x * b.y - a.y * b.x, base::dot(a, b));
    const double way = (base::length(here - before) + base::length(after - here)) / 2;
    return std::abs(turn) > 1e-6 ? way / turn : 1e9;
}

/// The same at a point of a part; its ends bend as the points next to them do.
double radiusAt(const std::vector<AlongPoint>& part, std::size_t i) {
    if (part.size() < 3) return 1e9;
    const std::size_t k = std::clamp<std::size_t>(i, 1, part.size() - 2);
    return radiusAt(part[k - 1].at, part[k].at, part[k + 1].at);
}

}  // namespace

std::vector<AlongPoint> alongPoints(const std::vector<Vec2>& points, const std::vector<Vec2>& places,
                                    double before) {
    std::vector<AlongPoint> line;
    double along = before;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double step = i > 0 ? base::length(points[i] - points[i - 1]) : 1;
        if (i > 0) along += step;
        if (step > 0) line.push_back({places[i], along});
    }
    return line;
}

std::vector<float> makeRibbon(const std::vector<AlongPoint>& line, const Stretch& stretch) {
    std::vector<float> vertices;
    if (line.size() < 2 || stretch.to <= stretch.from) return vertices;
    const std::vector<AlongPoint> part = partOf(line, stretch.from, stretch.to);
    for (std::size_t i = 0; i < part.size() && part.size() > 1; ++i) {
        const AlongPoint &before = part[i > 0 ? i - 1 : i], &after = part[std::min(i + 1, part.size() - 1)];
        const Vec2 forward = direction(before.at, after.at), across{-forward.y, forward.x};
        const double reach = base::lerp(stretch.fromReach, stretch.toReach,
                                        base::ramp(stretch.from, stretch.to, part[i].along));
        const double radius = radiusAt(part, i);
        const double left = radius < 0 ? std::min(reach, -radius * 0.95) : reach;
        const double right = radius > 0 ? std::min(reach, radius * 0.95) : reach;
        for (const double side : {-left, right}) {
            const Vec2 p = part[i].at + across * side;
            for (const double v : {p.x, p.y, part[i].along, side}) vertices.push_back(static_cast<float>(v));
        }
    }
    return vertices;
}

}  // namespace render
