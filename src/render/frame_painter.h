// Finished frames: pictures drawn larger and reduced, and pictures beyond the driver's limits drawn in tiles.
// Asked for nothing of it, it draws straight into the target.
#pragma once

#include <optional>

#include "base/image.h"
#include "base/result.h"
#include "render/reduce_pass.h"
#include "render/renderer.h"

namespace render {

inline constexpr int kMostSupersampling = 4;

struct PaintOptions {
    int supersample = 1;  ///< times as many pixels across as the frame has, 1..kMostSupersampling
    int largestTile = 0;  ///< pixels drawn at a time across, from kTileStep; 0: what the driver can do
};

class FramePainter {
  public:
    /// Uses the renderer, which must outlive it, and its context.
    FramePainter(Renderer& renderer, PaintOptions options);

    /// Whether frames of this size can be painted at all; if not, a problem of kind Usage.
    base::Result<base::Done> check(base::Size size) const;

    /// Whether frames of this size fit into a Target, for paint(); larger ones need paintImage().
    bool isDirect(base::Size size) const;

    /// Paints these layers of the picture over whatever `target` holds, which must have the picture's size,
    /// one that check() allows. A problem when the driver has no room for a tile.
    base::Result<base::Done> paint(const picture::Picture& picture, const Target& target,
                                   const Layers& layers = {});

    /// Paints them into memory, premultiplied where the map is left out: any size that check() allows. A
    /// problem of kind Failure when the driver gives up.
    base::Result<base::Image> paintImage(const picture::Picture& picture, const Layers& layers = {});

  private:
    int longestSide() const;
    base::Result<base::Done> makeRoom(std::optional<Target>& target, base::Size size) const;

    Renderer& m_renderer;
    PaintOptions m_options;
    int m_driverSide;
    ReducePass m_reduce;
    std::optional<Target> m_large, m_small;  // a tile as it is drawn, and reduced
};

}  // namespace render
