#include "render/renderer.h"

#include <cassert>

#include "render/arrow_pass.h"
#include "render/ground_pass.h"
#include "render/shape_pass.h"
#include "render/text_pass.h"

namespace render {

struct Renderer::Implementation {
    GroundPass ground;
    ShapePass shapes;
    ArrowPass arrows;
    TextPass text;

    Implementation(const geo::World& world, const picture::Fonts& fonts) : ground(world), text(fonts) {}

    void drawLabels(const picture::Picture& picture);
    void drawPanel(const picture::Panel& panel, const picture::Picture& picture);
};

Renderer::Renderer(const geo::World& world, const picture::Fonts& fonts)
    : m_implementation(std::make_unique<Implementation>(world, fonts)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::Implementation::drawLabels(const picture::Picture& picture) {
    std::vector<FadedRun> runs;
    for (const picture::Label& label : picture.labels) {
        for (const picture::GlyphRun& run : label.runs) runs.push_back({&run, label.alpha});
    }
    text.draw(runs, picture.size);
}

void Renderer::Implementation::drawPanel(const picture::Panel& panel, const picture::Picture& picture) {
    if (panel.alpha <= 0) return;
    shapes.draw(panel.shapes, panel.alpha, picture.size);
    picture::ArrowStyle flat = picture.arrowStyle;  // samples lie on a panel, not above the ground
    flat.shadow.a = 0;
    flat.glow = 0;
    arrows.draw(panel.arrows, flat, panel.alpha, picture.size);
    shapes.draw(panel.marks, picture.size, panel.alpha);
    std::vector<FadedRun> runs;
    for (const picture::GlyphRun& run : panel.runs) runs.push_back({&run, panel.alpha});
    text.draw(runs, picture.size);
}

namespace {

void setFixedState() {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_FRAMEBUFFER_SRGB);
}

// Shaders give premultiplied colours.
void blendOver() {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

}  // namespace

void Renderer::warmUp() {
    const gl::Canvas aside({1, 1}, GL_RGBA8, GL_LINEAR);
    setFixedState();
    aside.begin({0, 0, 0, 0});
    blendOver();
    m_implementation->arrows.warmUp();
    m_implementation->ground.warmUp();
    glBindVertexArray(0);
    glUseProgram(0);
}

void Renderer::draw(const picture::Picture& picture, const Target& target) {
    assert(picture.size == target.size());
    Implementation& self = *m_implementation;
    setFixedState();
    self.ground.paint(picture.ground, target.canvas());
    const auto [w, h] = target.size();
    glBindFramebuffer(GL_FRAMEBUFFER, target.canvas().framebuffer.name());
    glViewport(0, 0, w, h);
    blendOver();

    // The order of layers, from the ground up.
    self.shapes.draw(picture.marksBelow, picture.size);
    self.arrows.draw(picture.arrows, picture.arrowStyle, 1, picture.size);
    self.shapes.draw(picture.marks, picture.size);
    self.drawLabels(picture);
    for (const picture::Panel& panel : picture.panels) self.drawPanel(panel, picture);
    glBindVertexArray(0);
    glUseProgram(0);
}

}  // namespace render
