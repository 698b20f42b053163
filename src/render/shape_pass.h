// Rectangles, circles, rings and diamonds: everything of marks and panels that is neither arrow nor text.
#pragma once

#include <vector>

#include "picture/picture.h"
#include "render/gl.h"

namespace render {

class ShapePass {
  public:
    ShapePass();
    void draw(const std::vector<picture::Mark>& marks, base::Size frame, double alpha = 1) const;
    void draw(const std::vector<picture::Shape>& shapes, double alpha, base::Size frame) const;

  private:
    gl::Program m_program, m_plainProgram;
    gl::InstanceStream m_stream;
};

}  // namespace render
