#include "render/arrow_pass.h"

#include <algorithm>

#include "render/ribbon.h"

namespace render {

namespace {

using base::Vec2;
using picture::Arrow;
using picture::ArrowDirection;
using picture::ArrowStyle;

/// An arrow's measures along its whole way, pixels; the shapes themselves are in arrow.frag.
struct Measures {
    double drawn, head, crate = 0, bodyEnd;
    double gap;  // before and behind a crate

    Measures(const Arrow& arrow, double fineness)
        : drawn(picture::wholeOf(arrow) * base::clamp01(arrow.progress)),
          head(std::min(arrow.width * (arrow.direction == ArrowDirection::Visit ? 3.4 : 2.5), drawn * 0.8)),
          bodyEnd(drawn),
          gap(std::max(arrow.width * 0.22, 1.5 * fineness)) {
        if (!arrow.head) return;
        bodyEnd -= arrow.direction == ArrowDirection::Departure ? arrow.width * 0.5 : head * 0.8;
        // A short arrow has no room for a crate.
        if (arrow.material) crate = std::min(arrow.width * 1.7, (drawn - head) * 0.5);
        if (crate > 0) bodyEnd = drawn - head * 1.12 - crate - 2 * gap;
    }
    /// Where the head, and what comes with it, begins.
    double headFrom(const Arrow& arrow) const {
        return drawn - head * 1.12 - (crate > 0 ? crate + 2 * gap : arrow.width * 0.4);
    }
};

struct Layer {
    bool isShadow = false;
    double beyond = 0;  // pixels that it reaches beyond the arrow's outline
};

std::string definesFor(const Arrow& arrow, const Layer& layer, bool hasHead) {
    const int fill = layer.isShadow ? 0 : static_cast<int>(arrow.fill);
    std::string defines = "#define FILL " + std::to_string(fill) + "\n";
    if (layer.isShadow) defines += "#define SHADOW\n";
    if (!hasHead) return defines;
    defines += arrow.direction == ArrowDirection::Departure ? "#define OPEN_HEAD\n" : "#define FULL_HEAD\n";
    if (arrow.material) defines += "#define CRATE\n";
    return defines;
}

void setUniforms(const gl::Program& program, const Arrow& arrow, const ArrowStyle& style, double fineness,
                 double alpha) {
    const auto f = [](double v) { return static_cast<float>(v); };
    const Measures measures(arrow, fineness);
    program.set("drawnLength", f(measures.drawn));
    program.set("wholeLength", f(picture::wholeOf(arrow)));
    program.set("widths", Vec2{arrow.tailWidth, arrow.width});
    program.set("headLength", f(measures.head));
    program.set("bodyEnd", f(measures.bodyEnd));
    program.set("crate", Vec2{measures.crate, measures.gap});
    program.set("direction", static_cast<int>(arrow.direction));
    program.set("color", arrow.color);
    program.set("alpha", f(arrow.alpha * alpha));
    program.set("tailAlpha", f(arrow.tailAlpha));
    program.set("fadeFrom", f(arrow.fadeFrom));
    program.set("flow", f(arrow.flow));
    program.set("glow", Vec2{style.glow, style.glowWidth});
    program.set("casing", style.casing);
    program.set("casingWidth", f(style.casingWidth));
    program.set("chevron", style.chevron);
    program.set("shadow", style.shadow);
    program.set("shadowBlur", f(style.shadowBlur));
}

/// The body tightly, and the head, which is wider: few pixels are painted that stay empty.
struct Strips {
    std::vector<float> body, head;
};

Strips stripsOf(const Arrow& arrow, const std::vector<Vec2>& places, double beyond, double fineness) {
    const std::vector<AlongPoint> line = alongPoints(arrow.points, places, arrow.before);
    if (line.size() < 2) return {};
    const Measures measures(arrow, fineness);
    const double begin = arrow.before > 0 ? line.front().along : -beyond;
    const bool endsHere = measures.drawn <= line.back().along + 0.01;
    const double end = endsHere ? measures.drawn + beyond : line.back().along;
    const double seam = arrow.head ? measures.headFrom(arrow) - beyond : end;
    const double parted = std::clamp(seam, begin, std::max(begin, end));
    const auto bodyReach = [&](double along) {
        return base::lerp(arrow.tailWidth, arrow.width, base::ramp(0, measures.drawn, along)) / 2 + beyond;
    };
    const double headReach = arrow.width * 1.7 + beyond;
    Strips strips{makeRibbon(line, {begin, parted, bodyReach(begin), bodyReach(parted)}),
                  makeRibbon(line, {parted, end, headReach, headReach})};
    // The body ends in the very row that the head begins with: unless they share their corners, pixels of the
    // seam are painted twice or not at all.
    if (!strips.body.empty() && !strips.head.empty())
        std::copy_n(strips.head.begin(), kRibbonRow, strips.body.end() - kRibbonRow);
    return strips;
}

// An arrow for each program that there can be.
std::vector<Arrow> arrowsOfEveryKind() {
    std::vector<Arrow> arrows;
    for (const picture::ArrowFill fill :
         {picture::ArrowFill::Solid, picture::ArrowFill::Chevrons, picture::ArrowFill::Hollow,
          picture::ArrowFill::Hatched, picture::ArrowFill::Dashed}) {
        for (const ArrowDirection direction : {ArrowDirection::Arrival, ArrowDirection::Departure}) {
            for (const bool material : {false, true}) {
                Arrow arrow;
                arrow.fill = fill;
                arrow.direction = direction;
                arrow.material = material;
                arrow.points = arrow.shadow = {{0, 0}, {100, 0}};
                arrows.push_back(std::move(arrow));
            }
        }
    }
    return arrows;
}

}  // namespace

ArrowPass::ArrowPass() : m_stream(std::vector<gl::Attribute>{{4}}) {}

const gl::Program& ArrowPass::programFor(const std::string& defines) {
    const auto found = m_programs.find(defines);
    if (found != m_programs.end()) return found->second;
    return m_programs.emplace(defines, gl::Program("arrow.vert", "arrow.frag", defines)).first->second;
}

void ArrowPass::draw(const std::vector<Arrow>& arrows, const ArrowStyle& style, double alpha,
                     const Sheet& sheet) {
    const Layer shadow{true, style.shadowBlur + 1};
    const Layer paint{false, std::max(style.glow > 0 ? style.glowWidth : 0.0, style.casingWidth) + 1};
    for (const Arrow& arrow : arrows) {
        if (picture::drawnOf(arrow) < 0.5) continue;
        const auto paintOn = [&](const Layer& layer, const std::vector<Vec2>& places) {
            const Strips strips = stripsOf(arrow, places, layer.beyond, sheet.fineness);
            for (const auto* strip : {&strips.body, &strips.head}) {
                if (strip->empty()) continue;
                const gl::Program& program = programFor(definesFor(arrow, layer, strip == &strips.head));
                program.use();
                setSheet(program, sheet);
                setUniforms(program, arrow, style, sheet.fineness, alpha);
                m_stream.draw(*strip);
            }
        };
        if (style.shadow.a > 0 && !arrow.shadow.empty()) paintOn(shadow, arrow.shadow);
        paintOn(paint, arrow.points);
    }
}

void ArrowPass::warmUp() {
    ArrowStyle style;
    style.shadow.a = 1;
    draw(arrowsOfEveryKind(), style, 1, {whole({1, 1}), 1});
}

}  // namespace render
