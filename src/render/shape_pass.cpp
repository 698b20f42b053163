#include "render/shape_pass.h"

namespace render {

namespace {

using base::Color;

// As shape.frag reads them.
enum class Form { Rectangle = 0, Circle = 1, DashedRing = 2, Diamond = 3 };

struct Instance {
    base::Box box;
    double cornerRadius = 0;
    Form form = Form::Rectangle;
    bool horizontal = false;
    double outlineWidth = 0;
    Color first, second, outline;
};

void append(const Instance& i, double alpha, std::vector<float>& out) {
    const auto push = [&](double v) { out.push_back(static_cast<float>(v)); };
    for (const double v : {i.box.x, i.box.y, i.box.w, i.box.h, i.cornerRadius,
                           double(static_cast<int>(i.form)), i.horizontal ? 1.0 : 0.0, i.outlineWidth}) {
        push(v);
    }
    for (const Color& c : {i.first.faded(alpha), i.second.faded(alpha), i.outline.faded(alpha)}) {
        for (const float v : {c.r, c.g, c.b, c.a}) push(v);
    }
}

Instance instanceOf(const picture::Mark& mark) {
    using picture::MarkKind;
    Instance i;
    const double r = mark.radius;
    i.box = {mark.at.x - r, mark.at.y - r, 2 * r, 2 * r};
    i.form = mark.kind == MarkKind::Diamond      ? Form::Diamond
             : mark.kind == MarkKind::DashedRing ? Form::DashedRing
                                                 : Form::Circle;
    i.outlineWidth = mark.stroke;
    const bool hollow =
        mark.kind == MarkKind::Ring || mark.kind == MarkKind::Pulse || mark.kind == MarkKind::DashedRing;
    i.first = i.second = hollow ? mark.color.withAlpha(0) : mark.color;
    i.outline = hollow ? mark.color : mark.casing;
    if (mark.kind == MarkKind::FilledRing) {
        i.first = i.second = mark.color.faded(0.3);
        i.outline = mark.color;
    }
    return i;
}

}  // namespace

ShapePass::ShapePass() : m_program("shape.vert", "shape.frag"), m_stream({{4}, {4}, {4}, {4}, {4}}) {}

void ShapePass::drawInstances(const std::vector<float>& instances, base::Size frame) const {
    m_program.use();
    m_program.set("size", base::Vec2{double(frame.w), double(frame.h)});
    m_stream.draw(instances);
}

void ShapePass::draw(const std::vector<picture::Mark>& marks, base::Size frame) const {
    std::vector<float> instances;
    for (const picture::Mark& mark : marks) append(instanceOf(mark), mark.alpha, instances);
    drawInstances(instances, frame);
}

void ShapePass::draw(const std::vector<picture::Shape>& shapes, double alpha, base::Size frame) const {
    std::vector<float> instances;
    for (const picture::Shape& shape : shapes) {
        Instance i;
        i.box = shape.box;
        i.cornerRadius = shape.radius;
        i.form = shape.kind == picture::ShapeKind::Circle ? Form::Circle : Form::Rectangle;
        i.horizontal = shape.horizontal;
        i.outlineWidth = shape.outlineWidth;
        i.first = shape.top;
        i.second = shape.bottom;
        i.outline = shape.outline;
        append(i, alpha, instances);
    }
    drawInstances(instances, frame);
}

}  // namespace render
