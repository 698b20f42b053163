#include "render/ground_pass.h"

namespace render {

GroundPass::GroundPass(const geo::World& world) : m_glow(world), m_surface(world), m_lines(world) {}

void GroundPass::paintInto(const gl::Canvas& canvas, const picture::Ground& ground, const Window& window) {
    TouchedTiles lit(ground.view.size, ClassMap::kSide);
    m_glow.draw(ground, window, lit);
    m_surface.paint(ground, window, m_glow.light(), lit, canvas);
    // Under the lines, so that borders stay sharp within their band.
    for (const picture::Outline& outline : ground.outlines)
        m_glow.drawOutline(ground, outline, window, canvas);
    m_lines.draw(ground, window);
}

void GroundPass::paint(const picture::Ground& ground, const Window& window, const gl::Canvas& target) {
    if (!m_last || !(m_lastWindow == window) || !(*m_last == ground)) {
        // A ground seen for the first time may be one of a flight's thousands: it goes straight to the
        // target.
        m_last = ground;
        m_lastWindow = window;
        m_isKept = false;
        return paintInto(target, ground, window);
    }
    if (!m_isKept) {
        if (m_kept.size != window.size || m_kept.format != target.format)
            m_kept = gl::Canvas(window.size, target.format, GL_NEAREST);
        paintInto(m_kept, ground, window);
        m_isKept = true;
    }
    const auto [w, h] = window.size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_kept.framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer.name());
    glBlitFramebuffer(0, 0, w, h, 0, 0, w, h, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace render
