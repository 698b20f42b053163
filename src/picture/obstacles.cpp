#include "picture/obstacles.h"

#include <algorithm>

#include "picture/scale_bar.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

// Where the arrow's carrier will rest.
void addCarrierObstacle(const Context& context, const ScheduledArrow& arrow, const ArrowWay& way,
                        Obstacles& obstacles) {
    const double radius = context.px(kCarrierRadius);
    if (!carrierMark(arrow.event->carrier) || way.length < kLeastForCarrier * radius) return;
    if (const auto place = way.at(way.length * kCarrierPlace))
        obstacles.hard.push_back(Box{place->at.x, place->at.y, 0, 0}.grown(radius * 1.05));
}

// Boxes along an arrow, back from its end: soft ones over its body, hard ones over its head.
void addArrowObstacles(const Context& context, const Shot& shot, const geo::MapView& view, double beyond,
                       Obstacles& obstacles) {
    for (const ScheduledArrow& arrow : shot.arrows) {
        const ArrowWay way = arrowWay(context, arrow, view, beyond);
        addCarrierObstacle(context, arrow, way, obstacles);
        const double half = bodyObstacle(context, arrow.look.width);
        const double head = std::max(arrow.look.width * 3.4, context.px(26));
        for (const WayPiece& piece : way.pieces) {
            // Counted from the arrow's end: a hair's breadth of camera moves no box by more.
            const double after = way.length - piece.before - piece.length;
            for (double back = std::ceil(after / half) * half; back <= after + piece.length; back += half) {
                const auto place = way.at(way.length - back);
                if (!place) continue;
                const bool isHead = back < head && arrow.track.endKnown;
                const double reach = isHead ? arrow.look.width * 1.3 : half;
                (isHead ? obstacles.hard : obstacles.soft)
                    .push_back(Box{place->at.x, place->at.y, 0, 0}.grown(reach));
            }
        }
    }
}

void append(std::vector<Box>& boxes, const std::vector<Box>& more) {
    boxes.insert(boxes.end(), more.begin(), more.end());
}

std::vector<Box> signBoxes(const Context& context, const Shot& shot, const geo::MapView& view) {
    std::vector<Box> boxes;
    for (const ScheduledMark& mark : shot.marks) {
        if (const auto at = view.toPixels(mark.anchor)) {
            const Vec2 stands = *at + mark.offset;
            boxes.push_back(Box{stands.x, stands.y, 0, 0}.grown(context.px(15)));
        }
    }
    for (const CountBadge& badge : shot.badges) {
        if (const auto box = badgeBox(context, badge, view)) boxes.push_back(*box);
    }
    return boxes;
}

// Pixels around the frame: names are placed beyond it too, for an onlooker who roams.
constexpr double kWorld = 8000;

Obstacles grounded(const Context& context, const Shot& shot, const geo::MapView& view, double beyond) {
    Obstacles obstacles;
    addArrowObstacles(context, shot, view, beyond, obstacles);
    append(obstacles.hard, signBoxes(context, shot, view));
    append(obstacles.hard, cardBoxes(context, shot, view));
    return obstacles;
}

}  // namespace

std::optional<Box> badgeBox(const Context& context, const CountBadge& badge, const geo::MapView& view) {
    const auto at = view.toPixels(badge.anchor, badge.height * heightShare(view, badge.peak));
    return at ? std::optional(badge.boxAt(*at).grown(context.px(4))) : std::nullopt;
}

double bodyObstacle(const Context& context, double width) {
    return width * 0.6 + context.px(3);
}

Box timelineBox(const Context& context) {
    const double top = context.layout.timeline.y - context.px(24);
    return {0, top, double(context.layout.size.w), context.layout.size.h - top};
}

std::vector<Box> fixedBoxes(const Context& context, const Shot& shot) {
    std::vector<Box> boxes;
    for (const auto* panel : {&shot.caption, &shot.legend}) {
        if (*panel) boxes.push_back((*panel)->box.grown(context.px(6)));
    }
    if (context.film.scaleBar) {
        if (const auto bar = makeScaleBar(context, shot.view, shot.caption))
            boxes.push_back(bar->box.grown(context.px(8)));
    }
    boxes.push_back(timelineBox(context));
    append(boxes, context.options.covered);
    return boxes;
}

std::vector<Box> cardBoxes(const Context& context, const Shot& shot, const geo::MapView& view) {
    std::vector<Box> boxes;
    for (const StateCard& card : shot.state) {
        const auto at = view.toPixels(card.anchor);
        if (!at) continue;
        boxes.push_back(card.boxAt(*at).grown(context.px(8)));
        for (const Box& piece : leaderBoxes(context, card, *at)) boxes.push_back(piece.grown(context.px(3)));
    }
    return boxes;
}

Obstacles groundedObstacles(const Context& context, const Shot& shot, const geo::MapView& view) {
    return grounded(context, shot, view, kWorld);
}

std::vector<Box> groundedBoxes(const Context& context, const Shot& shot, const geo::MapView& view) {
    return grounded(context, shot, view, kBeyond).hard;
}

Obstacles obstaclesFor(const Context& context, const Shot& shot, const geo::MapView& view) {
    Obstacles obstacles = groundedObstacles(context, shot, view);
    obstacles.panels = fixedBoxes(context, shot);
    append(obstacles.hard, obstacles.panels);
    return obstacles;
}

}  // namespace picture
