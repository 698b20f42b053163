// Rectangles, circles, rings and diamonds: everything of marks and panels that is neither arrow nor text.
#pragma once

#include <array>
#include <vector>

#include "picture/picture.h"
#include "render/gl.h"
#include "render/window.h"

namespace render {

class ShapePass {
  public:
    ShapePass();
    void draw(const std::vector<picture::Mark>& marks, double alpha, const Sheet& sheet) const;
    void draw(const std::vector<picture::Shape>& shapes, double alpha, const Sheet& sheet) const;

  private:
    std::array<gl::Program, 3> m_programs;  // for all shapes, for plain ones, for the insides of large ones
    gl::InstanceStream m_stream;
};

}  // namespace render
