#include "render/ground_pass.h"

namespace render {

GroundPass::GroundPass(const geo::World& world) : m_glow(world), m_surface(world), m_lines(world) {}

void GroundPass::paintInto(const gl::Canvas& canvas, const picture::Ground& ground) {
    TouchedTiles lit(ground.view.size, ClassMap::kSide);
    m_glow.draw(ground, lit);
    m_surface.paint(ground, m_glow.texture(), lit, canvas);
    // Under the lines, so that borders stay sharp within their band.
    for (const picture::Outline& outline : ground.outlines) m_glow.drawOutline(ground, outline, canvas);
    m_lines.draw(ground);
}

void GroundPass::paint(const picture::Ground& ground, const gl::Canvas& target) {
    if (!m_last || !(*m_last == ground)) {
        // A ground seen for the first time may be one of a flight's thousands: it goes straight to the
        // target.
        m_last = ground;
        m_isKept = false;
        return paintInto(target, ground);
    }
    if (!m_isKept) {
        if (m_kept.size != target.size) m_kept = gl::Canvas(target.size, GL_RGBA8, GL_NEAREST);
        paintInto(m_kept, ground);
        m_isKept = true;
    }
    const auto [w, h] = target.size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_kept.framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer.name());
    glBlitFramebuffer(0, 0, w, h, 0, 0, w, h, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace render
