// The number of an arrow, written beside it: for counts that are established enough to set its width.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "picture/arrow_track.h"
#include "picture/context.h"
#include "picture/labels.h"
#include "picture/picture.h"

namespace picture {

struct CountBadge {
    std::string event;
    std::string text;  ///< "60", "≈ 1,500"
    base::Color color;
    base::Vec2 anchor;  ///< plane, metres: on the arrow
    double height = 0;  ///< of the arrow there above the plane, metres
    double peak = 0;    ///< of the arrow's highest point
    base::Vec2 offset;  ///< of the badge's middle from the anchor's pixel
    base::Vec2 size;
    double from = 0;  ///< seconds since the cue began when the arrow has grown past it

    base::Box boxAt(base::Vec2 anchorPixel) const {
        const base::Vec2 middle = anchorPixel + offset;
        return {middle.x - size.x / 2, middle.y - size.y / 2, size.x, size.y};
    }
};

/// What the badge of an event says; nothing when its count sets no width.
std::optional<std::string> countText(const film::Event& event, std::string_view language);

/// An arrow that may have a badge, its way over the plane, and when it grows.
struct BadgedArrow {
    const film::Event* event = nullptr;
    base::Color color;
    double width = 0;  ///< of its body, pixels
    const Track* track = nullptr;
    double aside = 0;           ///< pixels that it is drawn to the right of its track
    double begin = 0, end = 0;  ///< seconds since the cue began
};

/// The badge of an arrow, where it covers neither obstacle nor arrow; nothing when it has none or finds no
/// place.
std::optional<CountBadge> placeBadge(const Context& context, const BadgedArrow& arrow,
                                     const geo::MapView& view, const Obstacles& obstacles);

/// The badge as a panel where its anchor is at this pixel; its id is "count-" and the event's.
Panel panelOf(const Context& context, const CountBadge& badge, base::Vec2 anchorPixel);

}  // namespace picture
