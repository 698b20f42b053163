#include "render/shape_pass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace render {

namespace {

using base::Color;

// As shape.frag reads them.
enum class Form {
    Rectangle = 0,
    Circle = 1,
    DashedRing = 2,
    Diamond = 3,
    Hexagon = 4,
    TriangleUp = 5,
    TriangleDown = 6,
    Bubble = 7,
    Gauge = 8,
    Aircraft = 9,
    Vehicle = 10,
    Walker = 11
};
constexpr int kHorizontal = 1, kHatched = 2, kCut = 4;

struct Instance {
    base::Box box;
    double cornerRadius = 0;
    Form form = Form::Rectangle;
    int pattern = 0;  // bits
    double outlineWidth = 0;
    double angle = 0;  // radians clockwise
    double level = 1;
    Color first, second, outline;

    // Room for the outline and a smooth edge, whichever way it is turned.
    base::Box drawn() const {
        const double room = outlineWidth + 1;
        if (angle == 0) return box.grown(room);
        const double radius = std::max(box.w, box.h) / 2 + room;
        return base::Box{box.center().x, box.center().y, 0, 0}.grown(radius);
    }
};

// How much of a shape's shader is needed.
enum class Work { Whole, Plain, Inside };

void append(const Instance& i, const base::Box& part, double alpha, std::vector<float>& out) {
    const auto push = [&](double v) { out.push_back(static_cast<float>(v)); };
    for (const double v : {i.box.x, i.box.y, i.box.w, i.box.h, i.cornerRadius,
                           double(static_cast<int>(i.form)), double(i.pattern), i.outlineWidth}) {
        push(v);
    }
    for (const Color& c : {i.first.faded(alpha), i.second.faded(alpha), i.outline.faded(alpha)}) {
        for (const float v : {c.r, c.g, c.b, c.a}) push(v);
    }
    push(i.angle);
    push(i.level);
    for (const double v : {part.x, part.y, part.w, part.h}) push(v);
}

bool isSeen(const Instance& i) {
    return i.first.a > 0 || i.second.a > 0 || (i.outline.a > 0 && i.outlineWidth > 0);
}

// What the shader's short form can draw.
bool isPlain(const Instance& i) {
    return (i.form == Form::Rectangle || i.form == Form::Circle) && (i.pattern & ~kHorizontal) == 0 &&
           i.angle == 0;
}

Form formOf(picture::MarkKind kind) {
    using picture::MarkKind;
    switch (kind) {
        case MarkKind::DashedRing:
        case MarkKind::PrecisionRing:
            return Form::DashedRing;
        case MarkKind::Diamond:
            return Form::Diamond;
        case MarkKind::Square:
            return Form::Rectangle;
        case MarkKind::Hexagon:
            return Form::Hexagon;
        case MarkKind::TriangleUp:
            return Form::TriangleUp;
        case MarkKind::TriangleDown:
            return Form::TriangleDown;
        case MarkKind::Bubble:
            return Form::Bubble;
        case MarkKind::Gauge:
            return Form::Gauge;
        case MarkKind::Aircraft:
            return Form::Aircraft;
        case MarkKind::Vehicle:
            return Form::Vehicle;
        case MarkKind::Walker:
            return Form::Walker;
        default:
            return Form::Circle;
    }
}

Instance instanceOf(const picture::Mark& mark) {
    using picture::MarkKind;
    Instance i;
    // A square of the same weight as a circle is a little smaller than its box.
    const double r = mark.kind == MarkKind::Square ? mark.radius * 0.86 : mark.radius;
    i.box = {mark.at.x - r, mark.at.y - r * mark.flatness, 2 * r, 2 * r * mark.flatness};
    i.form = formOf(mark.kind);
    i.cornerRadius = mark.kind == MarkKind::Square ? r * 0.25 : 0;
    i.pattern = (mark.cut ? kCut : 0) | (mark.hatched ? kHatched : 0);
    i.outlineWidth = mark.stroke;
    i.angle = base::radians(mark.angle);
    i.level = mark.level;
    const bool hollow =
        mark.kind == MarkKind::Ring || mark.kind == MarkKind::Pulse || i.form == Form::DashedRing;
    i.first = i.second = hollow ? mark.color.withAlpha(0) : mark.color;
    i.outline = hollow ? mark.color : mark.casing;
    if (mark.kind == MarkKind::FilledRing) {
        i.first = i.second = mark.color.faded(0.3);
        i.outline = mark.color;
    }
    return i;
}

// The pixels of a plain rectangle that its edges do not reach; nothing when there are too few for a draw of
// their own.
std::optional<base::Box> insideOf(const Instance& i) {
    constexpr double kLeastPixels = 4096;
    if (i.form != Form::Rectangle || !isPlain(i)) return std::nullopt;
    const double edge = std::max(i.cornerRadius, i.outline.a > 0 ? i.outlineWidth / 2 + 0.5 : 0);
    const double left = std::ceil(i.box.x + edge), right = std::floor(i.box.right() - edge);
    const double top = std::ceil(i.box.y + edge), bottom = std::floor(i.box.bottom() - edge);
    if (right <= left || bottom <= top || (right - left) * (bottom - top) < kLeastPixels) return std::nullopt;
    return base::Box{left, top, right - left, bottom - top};
}

// What is left of `whole` around `inside`.
std::array<base::Box, 4> frameOf(const base::Box& whole, const base::Box& inside) {
    return {{{whole.x, whole.y, whole.w, inside.y - whole.y},
             {whole.x, inside.bottom(), whole.w, whole.bottom() - inside.bottom()},
             {whole.x, inside.y, inside.x - whole.x, inside.h},
             {inside.right(), inside.y, whole.right() - inside.right(), inside.h}}};
}

// Neighbours that are drawn with the same program, in their order.
class Runs {
  public:
    Runs(const std::array<gl::Program, 3>& programs, const gl::InstanceStream& stream, const Sheet& sheet)
        : m_programs(programs), m_stream(stream), m_sheet(sheet) {}

    void add(const Instance& instance, double alpha) {
        if (alpha <= 0 || !isSeen(instance)) return;
        const auto inside = insideOf(instance);
        if (!inside)
            return add(instance, instance.drawn(), isPlain(instance) ? Work::Plain : Work::Whole, alpha);
        for (const base::Box& part : frameOf(instance.drawn(), *inside))
            add(instance, part, Work::Plain, alpha);
        add(instance, *inside, Work::Inside, alpha);
    }

    void flush() {
        if (!m_floats.empty()) {
            const gl::Program& program = m_programs[static_cast<std::size_t>(m_work)];
            program.use();
            setSheet(program, m_sheet);
            m_stream.draw(m_floats);
        }
        m_floats.clear();
    }

  private:
    void add(const Instance& instance, const base::Box& part, Work work, double alpha) {
        if (work != m_work) flush();
        m_work = work;
        append(instance, part, alpha, m_floats);
    }

    const std::array<gl::Program, 3>& m_programs;  // by Work
    const gl::InstanceStream& m_stream;
    const Sheet& m_sheet;
    std::vector<float> m_floats;
    Work m_work = Work::Whole;
};

Instance instanceOf(const picture::Shape& shape) {
    Instance i;
    i.box = shape.box;
    i.cornerRadius = shape.radius;
    i.form = shape.kind == picture::ShapeKind::Circle ? Form::Circle : Form::Rectangle;
    i.pattern = (shape.horizontal ? kHorizontal : 0) | (shape.hatched ? kHatched : 0);
    i.outlineWidth = shape.outlineWidth;
    i.first = shape.top;
    i.second = shape.bottom;
    i.outline = shape.outline;
    return i;
}

}  // namespace

ShapePass::ShapePass()
    : m_programs{gl::Program("shape.vert", "shape.frag"),
                 gl::Program("shape.vert", "shape.frag", "#define PLAIN\n"),
                 gl::Program("shape.vert", "fill.frag")},
      m_stream({{4}, {4}, {4}, {4}, {4}, {2}, {4}}) {}

void ShapePass::draw(const std::vector<picture::Mark>& marks, double alpha, const Sheet& sheet) const {
    Runs runs(m_programs, m_stream, sheet);
    for (const picture::Mark& mark : marks) runs.add(instanceOf(mark), mark.alpha * alpha);
    runs.flush();
}

void ShapePass::draw(const std::vector<picture::Shape>& shapes, double alpha, const Sheet& sheet) const {
    Runs runs(m_programs, m_stream, sheet);
    for (const picture::Shape& shape : shapes) runs.add(instanceOf(shape), alpha);
    runs.flush();
}

}  // namespace render
