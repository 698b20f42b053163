// What the presenter has drawn by hand, as a view shows it.
#pragma once

#include "picture/context.h"
#include "picture/ink.h"
#include "picture/picture.h"

namespace picture {

/// Adds it to the picture: at most kMostStrokes strokes of kMostStrokePoints points.
void addInk(const Context& context, const Ink& ink, const geo::MapView& view, Picture& picture);

}  // namespace picture
