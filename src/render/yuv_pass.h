// Pictures as video stores them, converted on the graphics card: less to read back. Worth it on a GPU alone
// (see isSoftwareDriver in driver.h); video/yuv.h does the same on the processor.
#pragma once

#include <cstdint>
#include <vector>

#include "render/gl.h"
#include "render/target.h"
#include "render/yuv_layout.h"

namespace render {

class YuvPass {
  public:
    YuvPass();

    /// Whether pictures of this size can be converted here.
    static bool fits(base::Size size);

    /// Converts `picture`, whose alpha is ignored, into canvas(): BT.709, limited range, chroma to the left.
    void draw(const Target& picture);

    /// One byte a pixel (GL_R8), laid out as layout() says, rows from the top.
    const gl::Canvas& canvas() const { return m_planes; }
    YuvLayout layout() const { return m_layout; }

    /// The bytes of canvas(), layout().bytes() of them.
    std::vector<std::uint8_t> read() const;

  private:
    gl::Program m_program;
    gl::VertexArray m_array;
    gl::Canvas m_planes;
    YuvLayout m_layout;
};

}  // namespace render
