// From what a cue must show to a view that shows it as large as the panels allow.
#pragma once

#include <vector>

#include "film/film.h"
#include "geo/world.h"
#include "picture/arrow_track.h"
#include "picture/frame_layout.h"
#include "picture/precision_ring.h"

namespace picture {

/// What a cue draws on the map besides its places.
struct Drawn {
    const std::vector<Track>& tracks;
    const std::vector<PrecisionRing>& rings;
};

/// The view of `spec` on a frame of `size`. What is fitted is held inside the free space, as large as it goes
/// and then as near to its middle as it goes, with as little of the frame beyond the map's edge as it goes;
/// tracks that run between fitted places are held too, with a pitch as high as they rise, and so are fitted
/// places' rings. `margin`:
/// pixels kept around. A fit of one point gives a frame of 1,500 km. A frame is no wider than 16,000 km,
/// beyond which a map of a part of the world falls apart: what does not fit then may lie under a panel; only
/// what would lie outside makes it wider, up to 50,000 km. Of a fit the projection shows only in part, that
/// part is fitted; where it shows nothing of it, or not the centre, the whole map is.
geo::MapView frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                      const Drawn& drawn, base::Size size, const FreeSpace& free, double margin);

}  // namespace picture
