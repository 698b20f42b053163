// From what a cue must show to a camera that shows it as large as the panels allow.
#pragma once

#include <vector>

#include "film/film.h"
#include "geo/world.h"
#include "picture/arrow_track.h"
#include "picture/frame_layout.h"

namespace picture {

/// The camera for `spec` on a frame of `size`. What is fitted is held inside the free space, as large as it
/// goes and then as near to its middle as it goes; `tracks` that run between fitted places are held too, and
/// with a pitch as high as they rise. `margin`: pixels kept around. A fit of one point gives a frame of 1,500
/// km; no frame is wider than 16,000 km, beyond which a map of a part of the world falls apart. What does not
/// fit then may lie under a panel or outside the frame.
geo::Camera frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                     const std::vector<Track>& tracks, base::Size size, const FreeSpace& free, double margin);

}  // namespace picture
