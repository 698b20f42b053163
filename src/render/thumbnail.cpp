#include "render/thumbnail.h"

#include <algorithm>

namespace render {

void Thumbnail::copy(const Target& from, int width) {
    const base::Size whole = from.size();
    const int side = std::clamp(whole.w / std::max(width, 1), 1, std::min(whole.w, whole.h));
    const base::Size size{whole.w / side, whole.h / side};
    if (m_canvas.size != size) m_canvas = gl::Canvas(size, GL_RGBA8, GL_LINEAR);
    m_reduce.draw(from.canvas(), side, m_canvas, {0, 0, size});
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace render
