// From what a cue must show to a camera that shows it inside the free area.
#pragma once

#include <vector>

#include "film/film.h"
#include "geo/world.h"
#include "picture/arrow_track.h"

namespace picture {

/// The camera for `spec` on a frame of `size` whose `free` area (pixels) must hold what is fitted. `tracks` that run
/// between fitted places are held too. `margin`: pixels kept around. A fit of one point gives a frame of 1,500 km.
geo::Camera frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                     const std::vector<Track>& tracks, base::Size size, const base::Box& free, double margin);

}  // namespace picture
