// Where a picture is drawn: pixels on the graphics card that can be read back or shown in a window.
#pragma once

#include "base/image.h"
#include "base/result.h"
#include "render/gl.h"

namespace render {

class Target {
  public:
    /// What it is made for. To be read, it has red first in memory, as files have it; to be shown, blue, as
    /// windows do: a software renderer turns the order slowly. A pixel may differ by its last bit.
    enum class Use { Read, Show };

    /// A target of `size` pixels; a problem of kind Usage when the driver cannot draw that large. Either kind
    /// can be read and shown.
    static base::Result<Target> make(base::Size size, Use use = Use::Read);

    base::Size size() const { return m_canvas.size; }
    const gl::Canvas& canvas() const { return m_canvas; }

    /// The pixels, 4 channels, rows from the top. Alpha is 255 wherever the map was drawn;
    /// elsewhere colours are premultiplied.
    base::Image read() const;

    /// Copies the first `size` pixels from its top left corner to `into`, from x, y on; they must fit.
    void read(base::Image& into, int x, int y, base::Size size) const;

    /// Copies the picture to the default framebuffer of the current context, whose drawable has `window`
    /// pixels; scaled to fit, centred, black around.
    void show(base::Size window) const;

  private:
    gl::Canvas m_canvas;
};

}  // namespace render
