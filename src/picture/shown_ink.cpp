#include "picture/shown_ink.h"

#include <algorithm>

#include "picture/ink_line.h"

namespace picture {

namespace {

using base::Vec2;

constexpr double kMargin = 100;  // beyond the frame, theme pixels: wider than any line
// An arrow's head in widths of its line, and the half of its angle.
constexpr double kHeadLength = 4.2;
constexpr double kHeadAngle = 30;  // degrees

InkLine lineFor(const InkStyle& style, const Stroke& stroke) {
    InkLine line;
    line.tool = stroke.tool;
    line.color = style.colors[std::clamp(stroke.color, 0, kInkColors - 1)];
    if (stroke.tool == InkTool::Highlighter) {
        line.color = line.color.faded(style.highlighterStrength);
        line.width = style.highlighterWidth;
        return line;
    }
    line.width = stroke.tool == InkTool::Arrow ? style.arrowWidth : style.penWidth;
    line.casing = style.casing;
    line.casingWidth = style.casingWidth;
    return line;
}

// The head points as the last stretch of the line goes, whatever its very last pixels do.
std::vector<Vec2> headOf(const std::vector<Vec2>& line, double length) {
    const Vec2 tip = line.back();
    Vec2 from = line.front();
    for (auto it = line.rbegin(); it != line.rend() && base::length(tip - from) > 0; ++it) {
        if (base::length(tip - *it) < length) continue;
        from = *it;
        break;
    }
    const double way = base::length(tip - from);
    if (way <= 0) return {};
    const Vec2 back = (from - tip) * (length / way);
    const double sine = std::sin(base::radians(kHeadAngle)), cosine = std::cos(base::radians(kHeadAngle));
    const auto turned = [&](double side) {
        return tip + Vec2{back.x * cosine - back.y * sine * side, back.y * cosine + back.x * sine * side};
    };
    return {turned(-1), tip, turned(1)};
}

void addStroke(const Context& context, const Stroke& stroke, const geo::MapView& view, Picture& picture) {
    InkLine line = lineFor(context.theme.ink, stroke);
    const base::Box seen =
        base::Box{0, 0, double(view.size.w), double(view.size.h)}.grown(context.px(kMargin));
    const std::span<const base::LonLat> points(stroke.points.data(),
                                               std::min(stroke.points.size(), kMostStrokePoints));
    const std::vector<InkPiece> pieces = inkPieces(points, context.world.projection, view);
    for (const InkPiece& piece : pieces) {
        for (std::vector<Vec2>& part : clippedTo(seen, piece.points)) line.pieces.push_back(std::move(part));
    }
    if (stroke.tool == InkTool::Arrow && !pieces.empty() && pieces.back().endsStroke) {
        const std::vector<Vec2> head = headOf(pieces.back().points, line.width * kHeadLength);
        if (!head.empty() && seen.contains(head[1])) line.pieces.push_back(head);
    }
    if (!line.pieces.empty()) picture.ink.lines.push_back(std::move(line));
}

std::optional<Vec2> pixelOf(const Context& context, const InkPoint& point, const geo::MapView& view) {
    if (!point.ground) return Vec2{point.share.x * view.size.w, point.share.y * view.size.h};
    const auto plane = context.world.projection.forward(*point.ground);
    return plane ? view.toPixels(*plane) : std::nullopt;
}

Laser laserAt(const Context& context, const Ink& ink, Vec2 at, const geo::MapView& view) {
    const InkStyle& style = context.theme.ink;
    Laser laser{at, style.laserRadius, style.laser, {}, {}};
    const std::size_t first = ink.trail.size() - std::min(ink.trail.size(), kMostTrailPoints);
    for (std::size_t i = first; i + 1 < ink.trail.size(); ++i) {
        const double strength = 1 - ink.trail[i].age / kTrailSeconds;
        const auto pixel = pixelOf(context, ink.trail[i].at, view);
        if (!pixel || strength <= 0 || (!laser.trail.empty() && *pixel == laser.trail.back())) continue;
        laser.trail.push_back(*pixel);
        laser.strengths.push_back(std::min(strength, 1.0));
    }
    if (laser.trail.empty()) return laser;
    laser.trail.push_back(at);
    laser.strengths.push_back(1);
    return laser;
}

}  // namespace

void addInk(const Context& context, const Ink& ink, const geo::MapView& view, Picture& picture) {
    for (std::size_t i = 0; i < std::min(ink.strokes.size(), kMostStrokes); ++i)
        addStroke(context, ink.strokes[i], view, picture);
    if (ink.pointer == InkPointer::None || ink.trail.empty()) return;
    const auto at = pixelOf(context, ink.trail.back().at, view);
    if (!at) return;
    const InkStyle& style = context.theme.ink;
    if (ink.pointer == InkPointer::Spotlight)
        picture.ink.spotlight = Spotlight{*at, style.spotlightRadius, style.spotlight};
    else
        picture.ink.laser = laserAt(context, ink, *at, view);
}

}  // namespace picture
