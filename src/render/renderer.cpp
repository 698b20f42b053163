#include "render/renderer.h"

#include <cassert>

#include "picture/scaled_picture.h"
#include "render/arrow_pass.h"
#include "render/ground_pass.h"
#include "render/ink_pass.h"
#include "render/shape_pass.h"
#include "render/text_pass.h"

namespace render {

struct Renderer::Implementation {
    GroundPass ground;
    ShapePass shapes;
    ArrowPass arrows;
    TextPass text;
    InkPass ink;
    gl::Canvas coarse;  // a ground to be stretched

    Implementation(const geo::World& world, const picture::Fonts& fonts) : ground(world), text(fonts) {}

    void drawAbove(const picture::Picture& picture, const Window& window, const Target& target,
                   const Layers& layers);
    void drawArrows(const picture::Picture& picture, const Sheet& sheet);
    void drawLabels(const picture::Picture& picture, const Sheet& sheet);
    void drawPanel(const picture::Panel& panel, const picture::ArrowStyle& style, const Sheet& sheet);
};

Renderer::Renderer(const geo::World& world, const picture::Fonts& fonts)
    : m_implementation(std::make_unique<Implementation>(world, fonts)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::Implementation::drawArrows(const picture::Picture& picture, const Sheet& sheet) {
    shapes.draw(picture.marksBelow, 1, sheet);
    arrows.draw(picture.arrows, picture.arrowStyle, 1, sheet);
    shapes.draw(picture.marks, 1, sheet);
}

void Renderer::Implementation::drawLabels(const picture::Picture& picture, const Sheet& sheet) {
    std::vector<FadedRun> runs;
    for (const picture::Label& label : picture.labels) {
        for (const picture::GlyphRun& run : label.runs) runs.push_back({&run, label.alpha});
    }
    text.draw(runs, sheet);
}

void Renderer::Implementation::drawPanel(const picture::Panel& panel, const picture::ArrowStyle& style,
                                         const Sheet& sheet) {
    if (panel.alpha <= 0) return;
    shapes.draw(panel.shapes, panel.alpha, sheet);
    picture::ArrowStyle flat = style;  // samples lie on a panel, not above the ground
    flat.shadow.a = 0;
    flat.glow = 0;
    arrows.draw(panel.arrows, flat, panel.alpha, sheet);
    shapes.draw(panel.marks, panel.alpha, sheet);
    std::vector<FadedRun> runs;
    for (const picture::GlyphRun& run : panel.runs) runs.push_back({&run, panel.alpha});
    text.draw(runs, sheet);
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

void Renderer::draw(const picture::Picture& picture, const Target& target, const Layers& layers) {
    assert(picture.size == target.size());
    drawPart(picture, whole(picture.size), target, layers);
}

void Renderer::drawPart(const picture::Picture& picture, const Window& window, const Target& target,
                        const Layers& layers) {
    assert(window.size.w <= target.size().w && window.size.h <= target.size().h);
    Implementation& self = *m_implementation;
    setFixedState();
    if (layers.map) {
        self.ground.paint(picture.ground, window, target.canvas());
    } else {
        target.canvas().begin({0, 0, 0, 0});
    }
    self.drawAbove(picture, window, target, layers);
}

// The order of layers, from the ground up.
void Renderer::Implementation::drawAbove(const picture::Picture& picture, const Window& window,
                                         const Target& target, const Layers& layers) {
    glBindFramebuffer(GL_FRAMEBUFFER, target.canvas().framebuffer.name());
    useViewport(window);
    blendOver();
    const Sheet sheet{window, picture.fineness};
    if (layers.arrows) drawArrows(picture, sheet);
    if (layers.labels) drawLabels(picture, sheet);
    if (layers.panels) {
        for (const picture::Panel& panel : picture.panels) drawPanel(panel, picture.arrowStyle, sheet);
        ink.draw(picture.ink, sheet);
    }
    glBindVertexArray(0);
    glUseProgram(0);
}

void Renderer::drawCoarse(const picture::Picture& picture, const Target& target, double factor) {
    assert(picture.size == target.size() && factor > 0 && factor <= 1);
    Implementation& self = *m_implementation;
    picture::Picture ground;
    ground.size = picture.size;
    ground.ground = picture.ground;
    ground = picture::scaled(ground, factor);
    const auto [w, h] = ground.size;
    if (self.coarse.size != ground.size || self.coarse.format != target.canvas().format)
        self.coarse = gl::Canvas(ground.size, target.canvas().format, GL_LINEAR);
    setFixedState();
    self.ground.paint(ground.ground, whole(ground.size), self.coarse);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, self.coarse.framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.canvas().framebuffer.name());
    glBlitFramebuffer(0, 0, w, h, 0, 0, picture.size.w, picture.size.h, GL_COLOR_BUFFER_BIT, GL_LINEAR);
    self.drawAbove(picture, whole(picture.size), target, {});
}

}  // namespace render
