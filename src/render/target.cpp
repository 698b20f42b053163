#include "render/target.h"

#include <cassert>
#include <cmath>

#include "render/window.h"

namespace render {

base::Result<Target> Target::make(base::Size size, Use use) {
    const int largest = largestCanvasSide();
    if (size.w < 1 || size.h < 1 || size.w > largest || size.h > largest) {
        return base::Problem{base::Severity::Error,
                             base::Trouble::Usage,
                             "",
                             0,
                             0,
                             "a picture of " + std::to_string(size.w) + "x" + std::to_string(size.h) +
                                 " pixels cannot be drawn here",
                             "use 1x1 to " + std::to_string(largest) + "x" + std::to_string(largest)};
    }
    Target target;
    target.m_canvas = gl::Canvas(size, use == Use::Show ? GL_BGRA : GL_RGBA8, GL_LINEAR);
    return target;
}

base::Image Target::read() const {
    base::Image image{m_canvas.size.w, m_canvas.size.h, 4, {}};
    image.bytes.resize(static_cast<std::size_t>(image.width) * image.height * 4);
    read(image, 0, 0, m_canvas.size);
    return image;
}

void Target::read(base::Image& into, int x, int y, base::Size size) const {
    assert(x + size.w <= into.width && y + size.h <= into.height && into.channels == 4);
    const std::size_t first =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(into.width) + static_cast<std::size_t>(x)) *
        4;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_canvas.framebuffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glPixelStorei(GL_PACK_ROW_LENGTH, into.width);
    glReadPixels(0, 0, size.w, size.h, GL_RGBA, GL_UNSIGNED_BYTE, into.bytes.data() + first);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
}

void Target::show(base::Size window) const {
    const base::Size size = m_canvas.size;
    const double scale = std::min(double(window.w) / size.w, double(window.h) / size.h);
    const int w = static_cast<int>(std::lround(size.w * scale)),
              h = static_cast<int>(std::lround(size.h * scale));
    const int x = (window.w - w) / 2, y = (window.h - h) / 2;
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glViewport(0, 0, window.w, window.h);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_canvas.framebuffer.name());
    // The picture's first row is its top; the window's is its bottom.
    glBlitFramebuffer(0, 0, size.w, size.h, x, y + h, x + w, y, GL_COLOR_BUFFER_BIT,
                      w == size.w && h == size.h ? GL_NEAREST : GL_LINEAR);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace render
