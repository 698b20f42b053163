// A small copy of a target, for panels that show what another window shows.
#pragma once

#include "render/reduce_pass.h"
#include "render/target.h"

namespace render {

class Thumbnail {
  public:
    /// Copies what `from` holds, made small by a whole number so that it is at least `width` pixels wide
    /// unless `from` is smaller. Needs a current context.
    void copy(const Target& from, int width);

    base::Size size() const { return m_canvas.size; }
    /// OpenGL's name of the copy; its first row is the top. 0 before the first copy.
    unsigned texture() const { return m_canvas.texture.name(); }

  private:
    ReducePass m_reduce;
    gl::Canvas m_canvas;
};

}  // namespace render
