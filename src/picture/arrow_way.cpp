#include "picture/arrow_way.h"

#include <algorithm>

namespace picture {

namespace {

using base::Vec2;
using Points = std::vector<WayPoint>;

constexpr double kCoarsest = 2;  // pixels; points nearer than this to the last one are left out

double lengthOf(const Points& points) {
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i) length += base::length(points[i].at - points[i - 1].at);
    return length;
}

std::vector<double> runsOf(const Points& points) {
    std::vector<double> runs{0};
    for (std::size_t i = 1; i < points.size(); ++i)
        runs.push_back(runs.back() + base::length(points[i].at - points[i - 1].at));
    return runs;
}

Points thinned(const Points& points) {
    Points kept{points.front()};
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const bool isFar = base::length(points[i].at - kept.back().at) >= kCoarsest &&
                           base::length(points[i].at - points.back().at) >= kCoarsest / 2;
        if (isFar) kept.push_back(points[i]);
    }
    kept.push_back(points.back());
    return kept;
}

WayPoint between(const WayPoint& a, const WayPoint& b, double t) {
    return {base::lerp(a.at, b.at, t), base::lerp(a.ground, b.ground, t), base::lerp(a.rise, b.rise, t)};
}

// Cuts the line's last point back to where the line enters the circle of radius `gap` around it.
void trimEnd(Points& line, double gap) {
    if (gap <= 0) return;
    const Vec2 center = line.back().at;
    const auto isIn = [&](const WayPoint& p) { return base::length(p.at - center) < gap; };
    while (line.size() > 2 && isIn(line[line.size() - 2])) line.pop_back();
    const WayPoint outside = line[line.size() - 2], inside = line.back();
    double low = 0, high = 1;
    for (int i = 0; i < 30; ++i) {
        const double middle = (low + high) / 2;
        (isIn(between(outside, inside, middle)) ? high : low) = middle;
    }
    line.back() = between(outside, inside, low);
}

// Longer or shorter by a factor about its middle.
void stretch(Points& line, double factor) {
    const auto about = [factor](Vec2 middle, Vec2 p) { return middle + (p - middle) * factor; };
    const Vec2 middle = base::lerp(line.front().at, line.back().at, 0.5);
    const Vec2 ground = base::lerp(line.front().ground, line.back().ground, 0.5);
    for (WayPoint& p : line) {
        p.at = about(middle, p.at);
        p.ground = about(ground, p.ground);
    }
}

// A short arrow keeps to the ground: over a few pixels an arch would be a hook.
void lower(Points& line, double share) {
    for (WayPoint& p : line) p.at = base::lerp(p.ground, p.at, share);
}

void leaveRoom(const WayEnds& ends, bool showsStart, bool showsEnd, std::vector<Points>& pieces) {
    double length = lengthOf(pieces.front());
    const double gaps = ends.startGap + ends.endGap;
    double share = 1;  // of the gaps
    if (showsStart && showsEnd && pieces.size() == 1) {
        if (length <= 0) return;
        constexpr double kLong = 6;  // times the shortest: from there on an arch looks like one
        lower(pieces.front(), base::smoothstep(base::ramp(ends.shortest, kLong * ends.shortest, length)));
        length = lengthOf(pieces.front());
        if (length < ends.shortest) return stretch(pieces.front(), ends.shortest / length);
        share = gaps > 0 ? std::min(1.0, (length - ends.shortest) / gaps) : 1;
    }
    if (showsEnd) trimEnd(pieces.back(), ends.endGap * share);
    if (!showsStart) return;
    std::reverse(pieces.front().begin(), pieces.front().end());
    trimEnd(pieces.front(), ends.startGap * share);
    std::reverse(pieces.front().begin(), pieces.front().end());
}

// How far a way of this length runs beside itself: the arches of long ones part them but for a little.
double asideOf(const WayEnds& ends, double length) {
    constexpr double kShort = 2, kLong = 12;  // times the shortest
    constexpr double kLeast = 0.4;
    const double isLong = base::smoothstep(base::ramp(kShort * ends.shortest, kLong * ends.shortest, length));
    return ends.aside * base::lerp(1, kLeast, isLong);
}

// Moves a line to the right of its travel (y is down).
void moveAside(Points& line, double aside) {
    if (aside == 0) return;
    const Points before = line;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Vec2 along = before[std::min(i + 1, line.size() - 1)].ground - before[i > 0 ? i - 1 : 0].ground;
        const double length = base::length(along);
        if (length <= 0) continue;
        const Vec2 right = Vec2{-along.y, along.x} * (aside / length);
        line[i].at = line[i].at + right;
        line[i].ground = line[i].ground + right;
    }
}

double wholeLength(const FollowedTrack& followed, const std::vector<Points>& lines) {
    double length = followed.after;
    for (std::size_t i = 0; i < lines.size(); ++i) length += followed.pieces[i].hidden + lengthOf(lines[i]);
    return length;
}

}  // namespace

std::optional<ArrowWay::Place> ArrowWay::at(double along) const {
    for (const WayPiece& piece : pieces) {
        const double run = along - piece.before;
        if (run < 0 || run > piece.length) continue;
        const auto after = std::upper_bound(piece.runs.begin() + 1, piece.runs.end() - 1, run);
        const auto i = static_cast<std::size_t>(after - piece.runs.begin());
        const Vec2 a = piece.points[i - 1].at, b = piece.points[i].at;
        const double step = piece.runs[i] - piece.runs[i - 1];
        if (step > 0)
            return Place{base::lerp(a, b, base::ramp(piece.runs[i - 1], piece.runs[i], run)),
                         (b - a) * (1 / step)};
    }
    return std::nullopt;
}

ArrowWay wayOf(const Track& track, const geo::MapView& view, const WayEnds& ends) {
    const FollowedTrack followed = followTrack(track, view, ends.beyond);
    if (followed.pieces.empty()) return {};
    std::vector<Points> lines;
    for (const FollowedTrack::Piece& piece : followed.pieces) lines.push_back(piece.points);
    leaveRoom(ends, followed.pieces.front().hidden <= 0, followed.after <= 0, lines);
    ArrowWay way;
    way.aside = asideOf(ends, wholeLength(followed, lines));
    for (Points& line : lines) moveAside(line, way.aside);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        way.length += followed.pieces[i].hidden;
        WayPiece piece{thinned(lines[i]), {}, way.length, 0};
        piece.runs = runsOf(piece.points);
        piece.length = piece.runs.back();
        way.length += piece.length;
        if (piece.length > 0) way.pieces.push_back(std::move(piece));
    }
    way.length += followed.after;
    return way;
}

}  // namespace picture
