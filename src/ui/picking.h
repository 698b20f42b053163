// What lies under a pixel of a picture: a pure function, so that a click can be tested without a window.
#pragma once

#include <optional>

#include "film/film.h"
#include "geo/world.h"
#include "picture/picture.h"
#include "ui/browse.h"

namespace ui {

/// The event, place or country under `pixel`; nothing at sea, above the horizon and on panels that stand for
/// nothing. A caption means its cue's first event. Marks of events come first, then dots, arrows (as far as
/// they are drawn), names and last the country that the ground belongs to. `reach`: pixels by which a thin
/// thing may be missed.
std::optional<Subject> subjectAt(const film::Film& film, const geo::World& world,
                                 const picture::Picture& picture, base::Vec2 pixel, double reach);

}  // namespace ui
