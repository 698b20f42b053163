// How sure a drawing says it is: from what an event states to the arrow's fill and width.
#pragma once

#include "film/film.h"
#include "picture/picture.h"

namespace picture {

/// The look of an event's arrow. A width class is used only for a count that film::setsWidth allows; every
/// other gets the neutral width, so that no unverified number sets a width.
struct ArrowLook {
    ArrowDirection direction = ArrowDirection::Arrival;
    ArrowFill fill = ArrowFill::Solid;
    double width = 10;     ///< pixels, in the unit of `style`
    bool counted = false;  ///< the width is a class of the count
};

ArrowLook lookOf(const film::Event& event, const ArrowStyle& style);

/// 0..3: up to 100, up to 500, up to 1200, more.
int widthClass(int count);

}  // namespace picture
