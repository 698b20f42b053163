// Soft light along lines: nearness to them, drawn small, since light has no edges.
#pragma once

#include <vector>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/gl.h"
#include "render/touched_tiles.h"

namespace render {

class GlowPass {
  public:
    explicit GlowPass(const geo::World& world);

    /// Draws nearness to coasts (red) and to borders of focus countries (green), and touches where there is
    /// any.
    void draw(const picture::Ground& ground, TouchedTiles& touched);
    const gl::Texture& texture() const { return m_glow.texture; }

    /// Draws a band along the outer border of some countries over `canvas`.
    void drawOutline(const picture::Ground& ground, const picture::Outline& outline,
                     const gl::Canvas& canvas);

  private:
    void add(const geo::LineLevel& level, const geo::Polyline& line, double width, double strength,
             int channel);
    void drawSegments(const geo::MapView& view);
    void touch(const geo::MapView& view, TouchedTiles& tiles) const;

    const geo::World& m_world;
    gl::Program m_program, m_outlineProgram;
    gl::InstanceStream m_segments, m_boxes;
    std::vector<float> m_data;
    gl::Canvas m_glow, m_band;
};

}  // namespace render
