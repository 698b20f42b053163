#include "render/ink_pass.h"

#include <algorithm>
#include <cmath>

namespace render {

namespace {

using base::Vec2;

constexpr int kSide = 16;  // of a square, pixels; kTileStep is a multiple of it
// From the middle of a square to its corner.
constexpr double kHalfDiagonal = kSide * std::numbers::sqrt2 / 2;

struct Segment {
    Vec2 from, to;
    double fromStrength = 1, toStrength = 1;  // share of width and opacity
};

struct Line {
    base::Color color, casing{0, 0, 0, 0};
    double width = 0, casingWidth = 0;
    double softness = 1;  // pixels over which its edge fades
    std::vector<Segment> segments = {};

    double reach() const { return width / 2 + std::max(casingWidth, softness / 2) + 1; }
};

Line lineOf(const picture::InkLine& ink) {
    Line line{ink.color, ink.casing, ink.width, ink.casingWidth};
    // One thinner than a pixel is drawn a pixel wide and paler.
    line.color = line.color.faded(std::min(ink.width, 1.0));
    line.width = std::max(line.width, 1.0);
    for (const std::vector<Vec2>& piece : ink.pieces) {
        if (piece.size() == 1) line.segments.push_back({piece[0], piece[0]});
        for (std::size_t i = 1; i < piece.size(); ++i) line.segments.push_back({piece[i - 1], piece[i]});
    }
    return line;
}

Line dot(Vec2 at, double radius, double softness, base::Color color) {
    Line line{color, {0, 0, 0, 0}, 2 * radius, 0, softness};
    line.segments.push_back({at, at});
    return line;
}

// A trail, a soft light, and a dot that is nearly white in its middle.
std::vector<Line> linesOf(const picture::Laser& laser) {
    Line trail{laser.color.faded(0.8), {0, 0, 0, 0}, laser.radius * 1.5};
    for (std::size_t i = 1; i < laser.trail.size(); ++i) {
        trail.segments.push_back(
            {laser.trail[i - 1], laser.trail[i], laser.strengths[i - 1], laser.strengths[i]});
    }
    const double r = laser.radius;
    const base::Color core = base::mix(laser.color, {1, 1, 1, laser.color.a}, 0.85);
    return {trail, dot(laser.at, r * 1.6, r * 2, laser.color.faded(0.6)),
            dot(laser.at, r, std::max(r * 0.25, 1.0), laser.color),
            dot(laser.at, r * 0.45, std::max(r * 0.5, 1.0), core)};
}

double distanceTo(const Segment& segment, Vec2 p) {
    const Vec2 along = segment.to - segment.from;
    const double t =
        base::clamp01(base::dot(p - segment.from, along) / std::max(base::dot(along, along), 1e-9));
    return base::length(p - segment.from - along * t);
}

/// A segment that reaches into a square of the frame.
struct Touch {
    int row, column;
    std::size_t segment;
    auto operator<=>(const Touch&) const = default;
};

// Sorted by square. Of the squares of `window` alone.
std::vector<Touch> touchesOf(const Line& line, const Window& window) {
    std::vector<Touch> touches;
    const double reach = line.reach();
    const auto square = [](double pixel, int first, int length) {
        const double last = first + length - 1;
        return static_cast<int>(std::clamp(pixel, double(first), last)) / kSide;
    };
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
        const Segment& s = line.segments[i];
        const auto [left, right] = std::minmax(s.from.x, s.to.x);
        const auto [top, bottom] = std::minmax(s.from.y, s.to.y);
        const int x1 = square(right + reach, window.x, window.size.w);
        const int y1 = square(bottom + reach, window.y, window.size.h);
        for (int y = square(top - reach, window.y, window.size.h); y <= y1; ++y) {
            for (int x = square(left - reach, window.x, window.size.w); x <= x1; ++x) {
                const Vec2 middle{(x + 0.5) * kSide, (y + 0.5) * kSide};
                if (distanceTo(s, middle) <= reach + kHalfDiagonal) touches.push_back({y, x, i});
            }
        }
    }
    std::sort(touches.begin(), touches.end());
    return touches;
}

/// Squares and segments of any number of lines, drawn in their order.
class Batch {
  public:
    Batch(const gl::InstanceStream& stream, const gl::BufferTexture& segments)
        : m_stream(stream), m_segments(segments) {}

    void add(const Line& line, const Window& window) {
        const std::vector<Touch> touches = touchesOf(line, window);
        for (auto begin = touches.begin(); begin != touches.end();) {
            const auto end = std::find_if(begin, touches.end(), [&](const Touch& t) {
                return t.row != begin->row || t.column != begin->column;
            });
            // More than a square has room for are of one place: hands cannot draw them apart.
            const auto count = std::min<std::size_t>(end - begin, gl::BufferTexture::kMostTexels / 2);
            if (m_texels.size() / 4 + 2 * count > gl::BufferTexture::kMostTexels) flush();
            const double first = double(m_texels.size() / 8);
            for (std::size_t i = 0; i < count; ++i)
                append(line.segments[begin[static_cast<std::ptrdiff_t>(i)].segment]);
            append(*begin, first, double(count), line);
            begin = end;
        }
    }

    void flush() {
        if (!m_squares.empty()) {
            m_segments.bind(m_texels);
            m_stream.draw(m_squares);
        }
        m_squares.clear();
        m_texels.clear();
    }

  private:
    void append(const Segment& s) {
        for (const double v : {s.from.x, s.from.y, s.to.x, s.to.y, s.fromStrength, s.toStrength, 0.0, 0.0})
            m_texels.push_back(static_cast<float>(v));
    }
    void append(const Touch& square, double first, double count, const Line& line) {
        const auto push = [&](double v) { m_squares.push_back(static_cast<float>(v)); };
        for (const double v : {double(square.column) * kSide, double(square.row) * kSide, double(kSide),
                               double(kSide), first, count})
            push(v);
        for (const base::Color& c : {line.color, line.casing}) {
            for (const float v : {c.r, c.g, c.b, c.a}) push(v);
        }
        for (const double v : {line.width / 2, line.casingWidth, line.softness}) push(v);
    }

    const gl::InstanceStream& m_stream;
    const gl::BufferTexture& m_segments;
    std::vector<float> m_squares, m_texels;
};

}  // namespace

InkPass::InkPass()
    : m_lineProgram("ink.vert", "ink.frag"),
      m_shadeProgram("box.vert", "spotlight.frag"),
      m_squares({{4}, {2}, {4}, {4}, {3}}),
      m_boxes(std::vector<gl::Attribute>{{4}}) {}

void InkPass::shade(const picture::Spotlight& spotlight, const Sheet& sheet) const {
    m_shadeProgram.use();
    setSheet(m_shadeProgram, sheet);
    m_shadeProgram.set("shade", spotlight.shade);
    m_shadeProgram.set("center", spotlight.at);
    m_shadeProgram.set("radius", static_cast<float>(spotlight.radius));
    const base::Size frame = sheet.window.frame;
    m_boxes.draw({0, 0, static_cast<float>(frame.w), static_cast<float>(frame.h)});
}

void InkPass::draw(const picture::DrawnInk& ink, const Sheet& sheet) const {
    const auto drawLines = [&](const std::vector<Line>& lines) {
        if (lines.empty()) return;
        m_lineProgram.use();
        setSheet(m_lineProgram, sheet);
        m_lineProgram.set("pieces", 0);
        Batch batch(m_squares, m_segments);
        for (const Line& line : lines) batch.add(line, sheet.window);
        batch.flush();
    };
    std::vector<Line> lines;
    for (const picture::InkLine& line : ink.lines) lines.push_back(lineOf(line));
    drawLines(lines);
    if (ink.spotlight) shade(*ink.spotlight, sheet);
    if (ink.laser) drawLines(linesOf(*ink.laser));
}

}  // namespace render
