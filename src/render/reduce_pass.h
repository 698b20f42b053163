// A picture that was drawn larger, made small by a box filter.
#pragma once

#include "render/gl.h"

namespace render {

/// A part of a canvas, pixels.
struct CanvasPart {
    int x = 0, y = 0;
    base::Size size;
};

class ReducePass {
  public:
    ReducePass();

    /// Gives every pixel of `part` of `to` the mean of a block of `side` x `side` pixels of `from`, whose
    /// first block is at its top left. `side` 1 copies.
    void draw(const gl::Canvas& from, int side, const gl::Canvas& to, const CanvasPart& part) const;

  private:
    gl::Program m_program;
    gl::VertexArray m_array;
};

}  // namespace render
