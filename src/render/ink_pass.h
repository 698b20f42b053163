// What a presenter draws by hand: lines by the distance to the nearest of their pieces, a square of the frame
// at a time, so that every pixel is painted once however often a line crosses itself; the laser's dot and
// trail, the same; the spotlight's shade.
#pragma once

#include "picture/picture.h"
#include "render/gl.h"
#include "render/window.h"

namespace render {

class InkPass {
  public:
    InkPass();
    void draw(const picture::DrawnInk& ink, const Sheet& sheet) const;

  private:
    void shade(const picture::Spotlight& spotlight, const Sheet& sheet) const;

    gl::Program m_lineProgram, m_shadeProgram;
    gl::InstanceStream m_squares, m_boxes;
    gl::BufferTexture m_segments;
};

}  // namespace render
