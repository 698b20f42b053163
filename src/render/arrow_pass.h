// Arrows: a ribbon along the way, in whose straightened coordinates (along, across) the shader measures the
// distance to the arrow's outline. Body, head, glow, casing, shadow and pattern come from that one distance.
#pragma once

#include <vector>

#include "picture/picture.h"
#include "render/gl.h"

namespace render {

/// Vertices of a ribbon `reach` pixels to both sides of `points` cut at `progress`, as x, y, along, across;
/// the ribbon extends `reach` beyond both ends. Empty when there is nothing to draw. `length` receives the
/// drawn length.
struct Ribbon {
    std::vector<float> vertices;
    double length = 0;       ///< drawn, pixels
    double wholeLength = 0;  ///< of all points, pixels
};
Ribbon makeRibbon(const std::vector<base::Vec2>& points, double progress, double reach);

class ArrowPass {
  public:
    ArrowPass();
    void draw(const std::vector<picture::Arrow>& arrows, const picture::ArrowStyle& style, double alpha,
              base::Size frame) const;

  private:
    void drawOne(const picture::Arrow& arrow, const picture::ArrowStyle& style, double alpha) const;

    gl::Program m_program;
    gl::StripStream m_stream;
};

}  // namespace render
