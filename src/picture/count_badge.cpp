#include "picture/count_badge.h"

#include <algorithm>

#include "base/language.h"
#include "picture/arrow_track.h"
#include "picture/arrow_way.h"
#include "picture/obstacles.h"
#include "picture/text_layout.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

TextStyle badgeText(const Context& context) {
    const double size = context.theme.label.baseSize;
    return {Face::CondensedSemiBold, size, size * 0.01, std::string(context.language())};
}

}  // namespace

std::optional<std::string> countText(const film::Event& event, std::string_view language) {
    if (!film::setsWidth(event)) return std::nullopt;
    const std::string number = base::formatNumber(event.count->max, language);
    return event.countStatus == film::CountStatus::Approx ? "≈\u00a0" + number : number;
}

std::optional<CountBadge> placeBadge(const Context& context, const BadgedArrow& arrow,
                                     const geo::MapView& view, const Obstacles& obstacles) {
    const Track& track = *arrow.track;
    const auto text = countText(*arrow.event, context.language());
    if (!text || track.points.size() < 3) return std::nullopt;
    const TextStyle style = badgeText(context);
    CountBadge badge;
    badge.event = arrow.event->id;
    badge.text = *text;
    badge.color = arrow.color;
    badge.size = {measure(context.fonts, *text, style) + style.size * 0.9, style.size * 1.42};
    const auto count = static_cast<double>(track.points.size() - 1);
    const double seen = heightShare(view, peakOf(track.heights));
    // From the middle outwards, first on the outer side of the arrow's bend.
    for (const double share : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
        const auto index = static_cast<std::size_t>(share * count);
        const Vec2 plane = track.points[index];
        const auto pixel = [&](std::size_t i) {
            return view.toPixels(track.points[i], track.heights[i] * seen);
        };
        const auto at = pixel(index), before = pixel(index > 0 ? index - 1 : 0),
                   after = pixel(std::min(index + 1, track.points.size() - 1));
        if (!at || !before || !after) continue;
        const Vec2 along = *after - *before;
        const double length = base::length(along);
        if (length <= 0) continue;
        const Vec2 across{-along.y / length, along.x / length};
        constexpr double kHeadLength = 3;  // in widths of the body, with some room before it
        const auto end = pixel(track.points.size() - 1);
        const bool isBesideHead =
            end && base::length(*end - *at) < kHeadLength * arrow.width + badge.size.x / 2;
        // The body is among the obstacles, as squares: what lies beside it must clear their corners.
        const double square = bodyObstacle(context, arrow.width) * (std::abs(across.x) + std::abs(across.y));
        const double body = (isBesideHead ? kHeadWidth : 1) * arrow.width / 2 + context.px(8);
        const double reach = std::max(body, square + context.px(1)) + std::abs(across.x) * badge.size.x / 2 +
                             std::abs(across.y) * badge.size.y / 2;
        for (const double side : {-1.0, 1.0}) {
            badge.anchor = plane;
            badge.height = track.heights[index];
            badge.peak = peakOf(track.heights);
            badge.offset = across * (side * reach + arrow.aside);
            const Box box = badge.boxAt(*at);
            const Box& safe = context.layout.safe;
            const auto covers = [&](const Box& other) { return box.intersects(other); };
            if (box.x < safe.x || box.y < safe.y || box.right() > safe.right() ||
                box.bottom() > safe.bottom() ||
                std::any_of(obstacles.hard.begin(), obstacles.hard.end(), covers) ||
                std::any_of(obstacles.soft.begin(), obstacles.soft.end(), covers))
                continue;
            badge.from = base::lerp(arrow.begin, arrow.end, 0.35 + 0.5 * share);
            return badge;
        }
    }
    return std::nullopt;
}

Panel panelOf(const Context& context, const CountBadge& badge, Vec2 anchorPixel) {
    const PanelStyle& style = context.theme.panel;
    const TextStyle text = badgeText(context);
    Panel panel;
    panel.id = "count-" + badge.event;
    panel.box = badge.boxAt(anchorPixel);
    Shape plate{ShapeKind::Rectangle, panel.box, panel.box.h * 0.3, style.fill.faded(0.9),
                style.fill.faded(0.9)};
    plate.outline = badge.color;
    plate.outlineWidth = context.px(2);
    panel.shapes.push_back(plate);
    panel.runs.push_back(setLine(context.fonts, badge.text, {text, style.text},
                                 {panel.box.center().x, panel.box.center().y + text.size * 0.34},
                                 Align::Center));
    panel.texts.push_back(badge.text);
    return panel;
}

}  // namespace picture
