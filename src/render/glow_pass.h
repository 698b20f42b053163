// Soft light along lines: nearness to them, drawn small, since light has no edges.
#pragma once

#include <vector>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/gl.h"
#include "render/touched_tiles.h"
#include "render/window.h"

namespace render {

/// Nearness to lines, as GlowPass draws it.
struct Light {
    gl::Canvas canvas;
    Window window;  ///< reduced
};

class GlowPass {
  public:
    explicit GlowPass(const geo::World& world);

    /// Draws nearness to coasts (red) and to borders of focus countries (green), and touches where there is
    /// any.
    void draw(const picture::Ground& ground, const Window& window, TouchedTiles& touched);
    const Light& light() const { return m_light; }

    /// Draws a band along the outer border of some countries over `canvas`, which shows `window`.
    void drawOutline(const picture::Ground& ground, const picture::Outline& outline, const Window& window,
                     const gl::Canvas& canvas);

  private:
    void add(const geo::LineLevel& level, const geo::Polyline& line, double width, double strength,
             int channel);
    void drawSegments(const geo::MapView& view, const Window& window);
    void touch(const geo::MapView& view, TouchedTiles& tiles) const;

    const geo::World& m_world;
    gl::Program m_program, m_outlineProgram;
    gl::InstanceStream m_segments, m_boxes;
    std::vector<float> m_data;
    Light m_light, m_band;
};

}  // namespace render
