// The marks of a shot at a moment: events that move nobody, and the rings of places known to some kilometres.
#pragma once

#include "picture/shot.h"

namespace picture {

/// Adds the marks of events as they are `seconds` after the cue began.
void addEventMarks(const Context& context, const Shot& shot, double seconds, double alpha,
                   const geo::MapView& view, Picture& picture);

/// Adds the precision rings that are large enough to be seen.
void addRings(const Context& context, const Shot& shot, double alpha, const geo::MapView& view,
              Picture& picture);

}  // namespace picture
