// From what a cue must show to a camera that shows it inside the free area.
#pragma once

#include <vector>

#include "film/film.h"
#include "geo/world.h"
#include "picture/arrow_track.h"

namespace picture {

/// The camera for `spec` on a frame of `size`. What is fitted is held inside one of the `free` areas (pixels,
/// at least one): the one in which it shows largest. `tracks` that run between fitted places are held too.
/// `margin`: pixels kept around. A fit of one point gives a frame of 1,500 km; no frame is wider than 16,000
/// km, beyond which a map of a part of the world falls apart.
geo::Camera frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                     const std::vector<Track>& tracks, base::Size size, const std::vector<base::Box>& free,
                     double margin);

}  // namespace picture
