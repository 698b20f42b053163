// The map under everything: land and sea, the bands of alliances, then lines. Kept while the ground does not
// change.
#pragma once

#include <optional>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/gl.h"
#include "render/glow_pass.h"
#include "render/line_pass.h"
#include "render/surface_pass.h"
#include "render/window.h"

namespace render {

class GroundPass {
  public:
    explicit GroundPass(const geo::World& world);

    /// Paints `window` of the ground over `target`, which is at least as large. Asked for the same again, it
    /// keeps a copy and from then on only copies.
    void paint(const picture::Ground& ground, const Window& window, const gl::Canvas& target);

    /// Makes every program that some ground may need.
    void warmUp() { m_surface.warmUp(); }

  private:
    void paintInto(const gl::Canvas& canvas, const picture::Ground& ground, const Window& window);

    GlowPass m_glow;
    SurfacePass m_surface;
    LinePass m_lines;
    gl::Canvas m_kept;
    std::optional<picture::Ground> m_last;
    Window m_lastWindow;
    bool m_isKept = false;  ///< m_kept shows m_lastWindow of m_last
};

}  // namespace render
