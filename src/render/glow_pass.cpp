#include "render/glow_pass.h"

#include <algorithm>

#include "geo/frame_transform.h"

namespace render {

namespace {

using geo::LineKind;

constexpr int kScale = 3;             // a third of the frame's size
constexpr double kLeastSoftBand = 9;  // pixels: narrower bands are drawn at full size
constexpr double kLeastLight = 0.05;  // fainter is not seen
constexpr int kCoast = 0, kFocus = 1;
constexpr std::size_t kFloats = 8;

bool isIn(const std::vector<int>& sorted, int country) {
    return std::binary_search(sorted.begin(), sorted.end(), country);
}

void resize(Light& light, const Window& window, GLenum format) {
    if (light.canvas.size != window.size) light.canvas = gl::Canvas(window.size, format, GL_LINEAR);
    light.window = window;
}

void setView(const gl::Program& program, const geo::MapView& view) {
    const std::array<double, 9> h = view.homography();
    std::array<float, 9> rows;
    std::transform(h.begin(), h.end(), rows.begin(), [](double v) { return static_cast<float>(v); });
    program.setMatrix("homography", rows);
    program.set("center", view.center);
}

// How much light a coast gives: a small island gives less, or it would vanish in its own light.
double lightOf(const geo::LineLevel& level, const geo::Polyline& line, double metresPerPixel,
               double glowWidth) {
    const bool isIsland = level.points[line.first] == level.points[line.first + line.count - 1];
    if (!isIsland) return 1;
    const double extent = std::max(line.bounds.maxX - line.bounds.minX, line.bounds.maxY - line.bounds.minY);
    return std::min(1.0, extent / metresPerPixel / (2.5 * glowWidth));
}

}  // namespace

GlowPass::GlowPass(const geo::World& world)
    : m_world(world),
      m_program("glow.vert", "glow.frag"),
      m_outlineProgram("box.vert", "outline.frag"),
      m_segments({{4}, {4}}),
      m_boxes(std::vector<gl::Attribute>{{4}}) {}

// One instance of a segment: start, end (plane metres), width (px), strength, channel.
void GlowPass::add(const geo::LineLevel& level, const geo::Polyline& line, double width, double strength,
                   int channel) {
    for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
        const geo::PlanePoint a = level.points[i], b = level.points[i + 1];
        m_data.insert(m_data.end(), {a.x, a.y, b.x, b.y, static_cast<float>(width),
                                     static_cast<float>(strength), static_cast<float>(channel), 0});
    }
}

void GlowPass::draw(const picture::Ground& ground, const Window& window, TouchedTiles& touched) {
    const picture::GroundStyle& style = ground.style;
    resize(m_light, reduced(window, kScale), GL_RG8);
    const double coastWidth = style.glow.a > 0 ? style.glowWidth : 0;
    const double focusWidth = style.focusGlow.a > 0 ? style.focusGlowWidth : 0;
    // Cleared even when nothing glows: the surface reads it, and must not see another theme's light.
    if (coastWidth <= 0 && focusWidth <= 0) return m_light.canvas.begin({0, 0, 0, 0});
    const geo::PlaneBounds seen = ground.view.visible(std::max(coastWidth, focusWidth) + 8);
    m_data.clear();
    // A soft light needs no fine line: 1.6 pixels.
    const geo::LineLevel& level = m_world.borders.levelFor(ground.view.metresPerPixel * 4);
    for (const geo::Polyline& line : level.lines) {
        if (!line.bounds.intersects(seen)) continue;
        if (line.kind == LineKind::Coast && coastWidth > 0) {
            const double light = lightOf(level, line, ground.view.metresPerPixel, coastWidth);
            if (light > kLeastLight) add(level, line, coastWidth * 2 * light, light, kCoast);
        }
        const bool focus = isIn(ground.focus, line.left) || isIn(ground.focus, line.right);
        if (focus && focusWidth > 0) add(level, line, focusWidth * 2, 1, kFocus);
    }
    m_light.canvas.begin({0, 0, 0, 0});
    drawSegments(ground.view, m_light.window);
    touch(ground.view, touched);
}

void GlowPass::drawSegments(const geo::MapView& view, const Window& window) {
    useViewport(window);
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    glBlendFunc(GL_ONE, GL_ONE);
    m_program.use();
    setView(m_program, view);
    setWindow(m_program, window);
    m_segments.draw(m_data);
}

// Marks where the segments just drawn have left light.
void GlowPass::touch(const geo::MapView& view, TouchedTiles& tiles) const {
    const geo::FrameTransform toFrame(view);
    for (std::size_t i = 0; i + kFloats <= m_data.size(); i += kFloats) {
        const float* f = m_data.data() + i;
        const geo::FramePoint a = toFrame(base::Vec2{f[0], f[1]}), b = toFrame(base::Vec2{f[2], f[3]});
        if (a.isAhead() && b.isAhead()) tiles.touch(a.pixel(), b.pixel(), f[4] / 2 + 2 + kScale);
    }
}

void GlowPass::drawOutline(const picture::Ground& ground, const picture::Outline& outline,
                           const Window& window, const gl::Canvas& canvas) {
    const geo::PlaneBounds seen = ground.view.visible(outline.width + 8);
    const geo::LineLevel& level = m_world.borders.levelFor(ground.view.metresPerPixel * 1.5);
    // A band of a few pixels would fall between the pixels of a smaller picture; of a reduced one (a thumbnail)
    // its own pixels count.
    const bool isSoft = outline.width >= kLeastSoftBand * std::max(ground.fineness, 1.0);
    resize(m_band, isSoft ? reduced(window, kScale) : window, GL_R8);
    m_data.clear();
    for (const geo::Polyline& line : level.lines) {
        const bool isOuter = isIn(outline.countries, line.left) != isIn(outline.countries, line.right);
        if (isOuter && line.bounds.intersects(seen)) add(level, line, outline.width, 1, kCoast);
    }
    m_band.canvas.begin({0, 0, 0, 0});
    drawSegments(ground.view, m_band.window);
    TouchedTiles touched(ground.view.size, 16);
    touch(ground.view, touched);

    glBindFramebuffer(GL_FRAMEBUFFER, canvas.framebuffer.name());
    useViewport(window);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    m_outlineProgram.use();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, m_band.canvas.texture.name());
    m_outlineProgram.set("band", 0);
    m_outlineProgram.set("bandPlace", lookup(window, m_band.window));
    setWindow(m_outlineProgram, window);
    m_outlineProgram.set("ink", outline.color);
    std::vector<float> boxes;
    for (const base::Box& box : touched.boxes()) {
        for (const double v : {box.x, box.y, box.w, box.h}) boxes.push_back(static_cast<float>(v));
    }
    m_boxes.draw(boxes);
}

}  // namespace render
