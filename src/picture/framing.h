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

/// The view of `spec` on a frame of `size` pixels; `margin` pixels are kept free around what is fitted.
/// - What is fitted is held inside the free space, as large as it goes, then as near to its middle, with as
/// little of
///   the frame beyond the map's edge as it goes. Tracks between fitted places and fitted places' rings are
///   held too, with a pitch as high as they rise.
/// - A frame is no narrower than 1,500 km, and no wider than 16,000 km, beyond which a map of a part of the
/// world
///   falls apart: what does not fit then may lie under a panel. Only what would lie outside makes it wider,
///   up to 50,000 km.
/// - Of a fit that the projection shows in part, that part is fitted; of one that it does not show, or of a
/// centre
///   that it does not, the whole map is.
geo::MapView frameCue(const film::Film& film, const geo::World& world, const film::CameraSpec& spec,
                      const Drawn& drawn, base::Size size, const FreeSpace& free, double margin);

}  // namespace picture
