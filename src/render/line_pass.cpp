#include "render/line_pass.h"

#include <algorithm>
#include <cmath>

#include "geo/frame_transform.h"
#include "geo/river_course.h"
#include "render/graticule.h"

namespace render {

namespace {

using base::Size;
using geo::LineKind;

constexpr double kMargin = 8;         // pixels
constexpr double kLeastWidth = 0.12;  // pixels: fainter is not seen

constexpr double kShoreFactor = 0.8;
constexpr double kShoreUpTo = 7000;  // metres per pixel, as for rivers

// Metres per pixel, of a frame whose shorter side is 1080, up to which a river is drawn whole. At twice as
// many it is gone: a map of a continent shows only great rivers.
double riverUpTo(double km) {
    return 7000 * std::pow(km / 1000, 0.75);
}

double fading(double upTo, double metresPerPixel) {
    return upTo > 0 ? base::clamp01(2 - metresPerPixel / upTo) : 0;
}

// A river's share of the theme's width, at a point so many kilometres below its farthest source.
double riverFactor(double km, double metresPerPixel) {
    return (0.35 + 0.65 * std::sqrt(km / 1000)) * fading(riverUpTo(km), metresPerPixel);
}

// Pixels of a frame to one of a frame whose shorter side is 1080.
double unitOf(Size frame) {
    return std::min(frame.w, frame.h) / 1080.0;
}

// A small island has a thin outline, or there would be nothing but outline.
double outlineFactor(const geo::LineLevel& level, const geo::Polyline& line, double metresPerPixel) {
    if (!(level.points[line.first] == level.points[line.first + line.count - 1])) return 1;
    const double extent = std::max(line.bounds.maxX - line.bounds.minX, line.bounds.maxY - line.bounds.minY);
    return base::clamp01(extent / metresPerPixel / 4);
}

bool isFocus(const picture::Ground& ground, int country) {
    return std::binary_search(ground.focus.begin(), ground.focus.end(), country);
}

// Whether a step between two points can leave ink in the frame.
bool isNear(base::Vec2 a, base::Vec2 b, base::Size frame, double reach) {
    const auto isBeside = [reach](double p, double q, double length) {
        return std::max(p, q) < -reach || std::min(p, q) > length + reach;
    };
    return !isBeside(a.x, b.x, frame.w) && !isBeside(a.y, b.y, frame.h);
}

// Feeds a line's points to strokes, without the stretches that lie outside of the frame.
class Stroker {
  public:
    Stroker(base::Size frame, std::vector<StrokePoint>& points, std::vector<float>& out)
        : m_frame(frame), m_points(points), m_out(out) {}

    void add(const geo::FramePoint& p, double width, double along) {
        if (!p.isAhead()) return finish();
        const StrokePoint next{p.pixel(), width, along};
        if (m_hasLast && isNear(m_last.at, next.at, m_frame, std::max(m_last.width, width) / 2 + 2)) {
            if (m_points.empty()) m_points.push_back(m_last);
            m_points.push_back(next);
        } else {
            flush();
        }
        m_last = next;
        m_hasLast = true;
    }

    void finish() {
        flush();
        m_hasLast = false;
    }

  private:
    void flush() {
        if (!m_points.empty()) appendStroke(m_points, m_out);
        m_points.clear();
    }

    base::Size m_frame;
    std::vector<StrokePoint>& m_points;
    std::vector<float>& m_out;
    StrokePoint m_last;
    bool m_hasLast = false;
};

// Dashes have lengths of powers of two on the ground, so that they stand still while the camera moves;
// between two lengths both are drawn, and one gives way to the other.
struct Dashes {
    double metres;  // of the shorter dash with its gap
    double mix;     // 0: the shorter ones, 1: those of twice the length
};

Dashes dashesFor(double wantedMetres) {
    const double exponent = std::log2(wantedMetres), whole = std::floor(exponent);
    return {std::exp2(whole), base::clamp01((exponent - whole - 0.3) / 0.4)};
}

}  // namespace

LinePass::LinePass(const geo::World& world)
    : m_world(world),
      m_program("stroke.vert", "stroke.frag"),
      m_dashProgram("stroke.vert", "stroke.frag", "#define DASHED\n"),
      m_strips({{2}, {2}, {1}}) {}

void LinePass::draw(const picture::Ground& ground, const Window& window) {
    const picture::GroundStyle& style = ground.style;
    m_ground = &ground;
    m_window = window;
    m_seen = ground.view.visible(kMargin);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    drawGraticule();
    drawRivers();
    drawAdmin();
    drawBorders(false, style.borderWidth, style.border);
    drawBorders(true, style.focusBorderWidth, style.focusBorder);
}

void LinePass::drawGraticule() {
    if (!m_ground->graticule) return;
    const geo::MapView& view = m_ground->view;
    const geo::FrameTransform toFrame(view);
    for (const GraticuleLine& line : graticuleOf(view, m_world.projection, unitOf(view.size))) {
        // Coming in, a line grows from nothing as a thin one does: paler.
        const double width = m_ground->style.graticuleWidth * line.strength;
        Stroker stroker(view.size, m_points, m_vertices);
        for (const base::Vec2 p : line.points) stroker.add(toFrame(p), width, 0);
        stroker.finish();
    }
    flush(m_ground->style.graticule);
}

void LinePass::drawRivers() {
    const picture::GroundStyle& style = m_ground->style;
    const geo::LineLevel& level = m_world.rivers.levelFor(m_ground->view.metresPerPixel);
    const double scale = m_ground->view.metresPerPixel * unitOf(m_ground->view.size);
    for (const geo::Polyline& line : level.lines) {
        if (line.kind == LineKind::River) {
            strokeRiver(level, line, scale);
        } else {
            stroke(level, line, style.riverWidth * kShoreFactor * fading(kShoreUpTo, scale));
        }
    }
    flush(style.river);
}

void LinePass::strokeRiver(const geo::LineLevel& level, const geo::Polyline& line, double scale) {
    const double width = m_ground->style.riverWidth;
    const double most = width * riverFactor(std::max(line.fromKm, line.toKm), scale);
    if (!line.bounds.intersects(m_seen) || most < kLeastWidth * m_ground->fineness) return;
    const geo::FrameTransform toFrame(m_ground->view);
    Stroker stroker(m_ground->view.size, m_points, m_vertices);
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        const double share = riverFactor(geo::kmAt(level, line, i), scale);
        stroker.add(toFrame(level.points[i]), width * share, level.along[i]);
    }
    stroker.finish();
}

void LinePass::drawAdmin() {
    if (m_ground->adminAlpha <= 0) return;
    const picture::GroundStyle& style = m_ground->style;
    const geo::LineLevel& level = m_world.admin1.levelFor(m_ground->view.metresPerPixel);
    for (const geo::Polyline& line : level.lines) stroke(level, line, style.adminWidth);
    flush(style.admin.faded(m_ground->adminAlpha));
}

void LinePass::drawBorders(bool focus, double width, base::Color color) {
    drawCasing(focus, width);
    strokeBorders(focus, false, width);
    flush(color);
    strokeBorders(focus, true, width);
    flush(color, 2 * m_ground->style.disputedDash * m_ground->view.metresPerPixel);
}

// A quieter ground under a line keeps it legible over relief.
void LinePass::drawCasing(bool focus, double width) {
    const picture::GroundStyle& style = m_ground->style;
    if (style.borderCasing.a <= 0 || style.borderCasingWidth <= 0) return;
    for (const bool disputed : {false, true})
        strokeBorders(focus, disputed, width + 2 * style.borderCasingWidth);
    flush(style.borderCasing);
}

void LinePass::strokeBorders(bool focus, bool disputed, double width) {
    const geo::LineLevel& level = m_world.borders.levelFor(m_ground->view.metresPerPixel);
    for (const geo::Polyline& line : level.lines) {
        if ((line.kind == LineKind::Disputed) != disputed) continue;
        if ((isFocus(*m_ground, line.left) || isFocus(*m_ground, line.right)) != focus) continue;
        stroke(level, line, width);
    }
}

void LinePass::stroke(const geo::LineLevel& level, const geo::Polyline& line, double width) {
    if (!line.bounds.intersects(m_seen)) return;
    width *= outlineFactor(level, line, m_ground->view.metresPerPixel * m_ground->fineness);
    if (width < kLeastWidth * m_ground->fineness) return;
    const geo::FrameTransform toFrame(m_ground->view);
    Stroker stroker(m_ground->view.size, m_points, m_vertices);
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        stroker.add(toFrame(level.points[i]), width, level.along[i]);
    }
    stroker.finish();
}

// Draws what has been stroked and forgets it.
void LinePass::flush(base::Color color, double dashMetres) {
    if (!m_vertices.empty() && color.a > 0) {
        const gl::Program& program = dashMetres > 0 ? m_dashProgram : m_program;
        program.use();
        setWindow(program, m_window);
        program.set("ink", color);
        if (dashMetres > 0) {
            const Dashes dashes = dashesFor(dashMetres);
            program.set("dashes", base::Vec2{dashes.metres, dashes.mix});
        }
        m_strips.draw(m_vertices);
    }
    m_vertices.clear();
}

}  // namespace render
