// How sure a drawing says it is: from what an event states to the arrow's fill and width.
#pragma once

#include <optional>

#include "film/film.h"
#include "picture/picture.h"

namespace picture {

/// The look of an event's arrow. A width class is used only for a count that film::setsWidth allows; every
/// other gets the neutral width, so that no unverified number sets a width.
struct ArrowLook {
    ArrowDirection direction = ArrowDirection::Arrival;
    ArrowFill fill = ArrowFill::Solid;
    double width = 10;      ///< pixels, in the unit of `style`
    bool counted = false;   ///< the width is a class of the count
    bool material = false;  ///< a delivery: things, not people
};

ArrowLook lookOf(const film::Event& event, const ArrowStyle& style);

/// The mark of an event that is not drawn as an arrow: what it is by its shape, how sure by its fill.
struct EventMark {
    MarkKind kind = MarkKind::Diamond;
    bool cut = false;      ///< an agreement denounced, an alliance left
    bool hollow = false;   ///< announced
    bool hatched = false;  ///< disputed
};

EventMark markOf(const film::Event& event);

/// The mark of what carries somebody along an arrow; nothing when no source says.
std::optional<MarkKind> carrierMark(film::Carrier carrier);

/// Gives `mark` the shape, fill and outline of an event's mark in the actor's colour.
void dress(Mark& mark, const EventMark& look, const base::Color& color, const base::Color& casing);

/// True when the timeline shows the event as a bar that fades at both ends: a span, a month, a year, or a day
/// that is only about right.
bool isBar(const film::Event& event);

/// The largest counts of the first three width classes.
inline constexpr int kWidthClassLimits[3] = {100, 500, 1200};

/// 0..3: the first class whose limit is not exceeded.
int widthClass(int count);

}  // namespace picture
