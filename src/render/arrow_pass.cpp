#include "render/arrow_pass.h"

#include <algorithm>

namespace render {

using base::Vec2;

namespace {

std::vector<Vec2> cutAt(const std::vector<Vec2>& points, double length) {
    std::vector<Vec2> cut{points.front()};
    double run = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double step = base::length(points[i] - points[i - 1]);
        if (step <= 0) continue;
        if (run + step >= length) {
            cut.push_back(base::lerp(points[i - 1], points[i], (length - run) / step));
            break;
        }
        cut.push_back(points[i]);
        run += step;
    }
    return cut;
}

Vec2 direction(Vec2 from, Vec2 to) {
    const Vec2 d = to - from;
    const double len = base::length(d);
    return len > 0 ? d * (1 / len) : Vec2{1, 0};
}

}  // namespace

Ribbon makeRibbon(const std::vector<Vec2>& points, double progress, double reach) {
    Ribbon ribbon;
    for (std::size_t i = 1; i < points.size(); ++i)
        ribbon.wholeLength += base::length(points[i] - points[i - 1]);
    ribbon.length = ribbon.wholeLength * base::clamp01(progress);
    if (points.size() < 2 || ribbon.length < 0.5) return ribbon;
    std::vector<Vec2> line = cutAt(points, ribbon.length);
    if (line.size() < 2) return ribbon;
    line.insert(line.begin(), line[0] - direction(line[0], line[1]) * reach);
    line.push_back(line.back() + direction(line[line.size() - 2], line.back()) * reach);

    double along = -reach;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) along += base::length(line[i] - line[i - 1]);
        const Vec2 forward = direction(line[i == 0 ? 0 : i - 1], line[std::min(i + 1, line.size() - 1)]);
        const Vec2 across{-forward.y, forward.x};
        for (const double side : {-reach, reach}) {
            const Vec2 p = line[i] + across * side;
            for (const double v : {p.x, p.y, along, side}) ribbon.vertices.push_back(static_cast<float>(v));
        }
    }
    return ribbon;
}

ArrowPass::ArrowPass() : m_program("arrow.vert", "arrow.frag"), m_stream(std::vector<gl::Attribute>{{4}}) {}

void ArrowPass::drawOne(const picture::Arrow& arrow, const picture::ArrowStyle& style, double alpha) const {
    const double beyond =
        std::max({style.glow > 0 ? style.glowWidth : 0.0, style.casingWidth, style.shadowBlur}) + 2;
    const Ribbon ribbon = makeRibbon(arrow.points, arrow.progress, arrow.width * 1.6 + beyond);
    if (ribbon.vertices.empty()) return;
    const auto f = [](double v) { return static_cast<float>(v); };
    m_program.set("drawnLength", f(ribbon.length));
    m_program.set("wholeLength", f(ribbon.wholeLength));
    m_program.set("widths", Vec2{arrow.tailWidth, arrow.width});
    m_program.set("hasHead", arrow.head ? 1 : 0);
    m_program.set("fill", static_cast<int>(arrow.fill));
    m_program.set("direction", static_cast<int>(arrow.direction));
    m_program.set("color", arrow.color);
    m_program.set("alpha", f(arrow.alpha * alpha));
    m_program.set("tailAlpha", f(arrow.tailAlpha));
    m_program.set("fadeFrom", f(arrow.fadeFrom));
    m_program.set("flow", f(arrow.flow));
    m_program.set("glow", Vec2{style.glow, style.glowWidth});
    m_program.set("casing", style.casing);
    m_program.set("casingWidth", f(style.casingWidth));
    m_program.set("chevron", style.chevron);
    if (style.shadow.a > 0) {
        m_program.set("shadow", style.shadow);
        m_program.set("shadowBlur", f(style.shadowBlur));
        m_program.set("offset", Vec2{style.shadowX, style.shadowY});
        m_stream.draw(ribbon.vertices);
    }
    m_program.set("shadowBlur", -1.0f);
    m_program.set("offset", Vec2{0, 0});
    m_stream.draw(ribbon.vertices);
}

void ArrowPass::draw(const std::vector<picture::Arrow>& arrows, const picture::ArrowStyle& style,
                     double alpha, base::Size frame) const {
    if (arrows.empty()) return;
    m_program.use();
    m_program.set("size", Vec2{double(frame.w), double(frame.h)});
    for (const picture::Arrow& arrow : arrows) drawOne(arrow, style, alpha);
}

}  // namespace render
