// Arrows: a ribbon along the way, in whose straightened coordinates (along, across) the shader measures the
// distance to the arrow's outline. Body, head, glow, casing, shadow and pattern come from that one distance.
#pragma once

#include <map>
#include <string>

#include "picture/picture.h"
#include "render/gl.h"
#include "render/window.h"

namespace render {

class ArrowPass {
  public:
    ArrowPass();
    void draw(const std::vector<picture::Arrow>& arrows, const picture::ArrowStyle& style, double alpha,
              const Sheet& sheet);

    /// Draws an arrow of every kind, so that none is compiled when it is first seen: a tenth of a second, or
    /// some seconds when the driver has never seen them. Leaves marks in the framebuffer.
    void warmUp();

  private:
    const gl::Program& programFor(const std::string& defines);

    /// By what the shader is told to leave out: a fill, a head or the shadow needs but a part of it, and
    /// Mesa's software renderer computes both sides of every branch.
    std::map<std::string, gl::Program> m_programs;
    gl::StripStream m_stream;
};

}  // namespace render
