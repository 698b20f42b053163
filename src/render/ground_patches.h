// The frame cut into squares over which longitude and latitude change evenly: what drapes rasters over the
// map, under any projection. Squares lie on whole pixels, so no seam can show between them; at the edge of
// the map they end in pixels.
#pragma once

#include <array>
#include <vector>

#include "geo/map_view.h"
#include "geo/projection.h"
#include "render/window.h"

namespace render {

/// A square of the frame in pixels, and the ground under its corners (top left, top right, bottom left,
/// bottom right). Longitudes are continuous within a square; they may leave -180..180.
struct Patch {
    int x = 0, y = 0, side = 0;
    std::array<base::LonLat, 4> corners;
    /// The ground at a share of the side, right and down, from the top left corner.
    base::LonLat at(double right, double down) const;
    /// A quarter: 0 top left, 1 top right, 2 bottom left, 3 bottom right.
    Patch quarter(int which) const;
};

inline constexpr int kLargestPatch = 64;

/// Patches that cover what `view` shows of the map in `window` and a few pixels around it. They lie alike in
/// every window, and may reach out of the frame at its right and bottom.
/// Evenly means: the ground under any point of a patch is off by less than a pixel, by two at the rim of the
/// globe.
std::vector<Patch> patchesOf(const geo::MapView& view, const geo::Projection& projection,
                             const Window& window);

}  // namespace render
