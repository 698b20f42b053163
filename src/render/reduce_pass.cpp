#include "render/reduce_pass.h"

namespace render {

ReducePass::ReducePass() : m_program("all.vert", "reduce.frag"), m_array(gl::makeVertexArray()) {}

void ReducePass::draw(const gl::Canvas& from, int side, const gl::Canvas& to, const CanvasPart& part) const {
    glBindFramebuffer(GL_FRAMEBUFFER, to.framebuffer.name());
    glViewport(part.x, part.y, part.size.w, part.size.h);
    glDisable(GL_BLEND);
    m_program.use();
    m_program.set("large", 0);
    m_program.set("side", side);
    m_program.set("corner", base::Vec2{double(part.x), double(part.y)});
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, from.texture.name());
    glBindVertexArray(m_array.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glUseProgram(0);
}

}  // namespace render
