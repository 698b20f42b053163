// The map's lines: rivers and shores, regions, borders and coasts, from the weakest to the strongest.
#pragma once

#include <vector>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/gl.h"
#include "render/stroke.h"
#include "render/window.h"

namespace render {

class LinePass {
  public:
    explicit LinePass(const geo::World& world);

    /// Draws the lines of `ground` over what the framebuffer holds, which shows `window`.
    void draw(const picture::Ground& ground, const Window& window);

  private:
    void stroke(const geo::LineLevel& level, const geo::Polyline& line, double width);
    void strokeRiver(const geo::LineLevel& level, const geo::Polyline& line, double scale);
    void strokeBorders(bool focus, bool disputed, double width);
    void drawGraticule();
    void drawRivers();
    void drawAdmin();
    void drawBorders(bool focus, double width, base::Color color);
    void drawCasing(bool focus, double width);
    void flush(base::Color color, double dashMetres = 0);

    const geo::World& m_world;
    gl::Program m_program, m_dashProgram;
    gl::StripStream m_strips;
    const picture::Ground* m_ground = nullptr;  // while drawing
    Window m_window;                            // the same
    geo::PlaneBounds m_seen;
    std::vector<StrokePoint> m_points;
    std::vector<float> m_vertices;
};

}  // namespace render
