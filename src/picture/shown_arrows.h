// The arrows of a shot at a moment, with everything that belongs to them: pulses and gauges where they leave
// and land, what carries them, their numbers.
#pragma once

#include "picture/shot.h"

namespace picture {

/// Adds them to the picture as they are `seconds` after the cue began, in `view`.
void addArrows(const Context& context, const Shot& shot, double seconds, double alpha,
               const geo::MapView& view, Picture& picture);

}  // namespace picture
