#include "render/yuv_pass.h"

#include <algorithm>

#include "render/window.h"

namespace render {

YuvPass::YuvPass() : m_program("all.vert", "yuv.frag"), m_array(gl::makeVertexArray()) {}

bool YuvPass::fits(base::Size size) {
    const YuvLayout layout{size};
    return std::max(layout.stride(), layout.rows()) <= largestCanvasSide();
}

void YuvPass::draw(const Target& picture) {
    m_layout = {picture.size()};
    const base::Size size{m_layout.stride(), m_layout.rows()};
    if (m_planes.size != size) m_planes = gl::Canvas(size, GL_R8, GL_NEAREST);
    m_planes.begin({}, gl::Clearing::Needless);
    glDisable(GL_BLEND);
    m_program.use();
    m_program.set("picture", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture.canvas().texture.name());
    glBindVertexArray(m_array.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glUseProgram(0);
}

std::vector<std::uint8_t> YuvPass::read() const {
    std::vector<std::uint8_t> bytes(m_layout.bytes());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_planes.framebuffer.name());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, m_layout.stride(), m_layout.rows(), GL_RED, GL_UNSIGNED_BYTE, bytes.data());
    return bytes;
}

}  // namespace render
