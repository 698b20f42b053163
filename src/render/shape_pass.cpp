#include "render/shape_pass.h"

#include <array>

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
};

void append(const Instance& i, double alpha, std::vector<float>& out) {
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
    i.box = {mark.at.x - r, mark.at.y - r, 2 * r, 2 * r};
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

// Neighbours that are drawn with the same program, in their order.
class Runs {
  public:
    Runs(const std::array<const gl::Program*, 2>& programs, const gl::InstanceStream& stream,
         base::Size frame)
        : m_programs(programs), m_stream(stream), m_frame(frame) {}

    void add(const Instance& instance, double alpha) {
        if (isPlain(instance) != m_isPlain) flush();
        m_isPlain = isPlain(instance);
        append(instance, alpha, m_floats);
    }

    void flush() {
        if (!m_floats.empty()) {
            const gl::Program& program = *m_programs[m_isPlain ? 1 : 0];
            program.use();
            program.set("size", base::Vec2{double(m_frame.w), double(m_frame.h)});
            m_stream.draw(m_floats);
        }
        m_floats.clear();
    }

  private:
    std::array<const gl::Program*, 2> m_programs;  // for all shapes, for plain ones
    const gl::InstanceStream& m_stream;
    base::Size m_frame;
    std::vector<float> m_floats;
    bool m_isPlain = false;
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
    : m_program("shape.vert", "shape.frag"),
      m_plainProgram("shape.vert", "shape.frag", "#define PLAIN\n"),
      m_stream({{4}, {4}, {4}, {4}, {4}, {2}}) {}

void ShapePass::draw(const std::vector<picture::Mark>& marks, base::Size frame, double alpha) const {
    Runs runs({&m_program, &m_plainProgram}, m_stream, frame);
    for (const picture::Mark& mark : marks) runs.add(instanceOf(mark), mark.alpha * alpha);
    runs.flush();
}

void ShapePass::draw(const std::vector<picture::Shape>& shapes, double alpha, base::Size frame) const {
    Runs runs({&m_program, &m_plainProgram}, m_stream, frame);
    for (const picture::Shape& shape : shapes) runs.add(instanceOf(shape), alpha);
    runs.flush();
}

}  // namespace render
