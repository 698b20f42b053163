#include "picture/scaled_picture.h"

#include <cassert>
#include <cmath>

#include "picture/context.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

// Multiplies lengths in place; places move as well, so that the middle of the frame stays its middle.
class Scaling {
  public:
    Scaling(base::Size from, base::Size to, double factor)
        : m_factor(factor), m_shift{(to.w - from.w * factor) / 2, (to.h - from.h * factor) / 2} {}

    void length(double& pixels) const { pixels *= m_factor; }
    void place(Vec2& p) const { p = p * m_factor + m_shift; }
    void places(std::vector<Vec2>& points) const {
        for (Vec2& p : points) place(p);
    }
    void box(Box& b) const {
        b = {b.x * m_factor + m_shift.x, b.y * m_factor + m_shift.y, b.w * m_factor, b.h * m_factor};
    }

    void runs(std::vector<GlyphRun>& runs) const {
        for (GlyphRun& run : runs) {
            length(run.size);
            length(run.haloWidth);
            for (Glyph& glyph : run.glyphs) place(glyph.pen);
        }
    }
    void arrows(std::vector<Arrow>& arrows) const {
        for (Arrow& arrow : arrows) {
            for (double* pixels : {&arrow.width, &arrow.tailWidth, &arrow.flow, &arrow.before, &arrow.whole})
                length(*pixels);
            places(arrow.points);
            places(arrow.shadow);
        }
    }
    void marks(std::vector<Mark>& marks) const {
        for (Mark& mark : marks) {
            place(mark.at);
            length(mark.radius);
            length(mark.stroke);
        }
    }
    void shapes(std::vector<Shape>& shapes) const {
        for (Shape& shape : shapes) {
            box(shape.box);
            length(shape.radius);
            length(shape.outlineWidth);
        }
    }
    void ink(DrawnInk& ink) const {
        for (InkLine& line : ink.lines) {
            length(line.width);
            length(line.casingWidth);
            for (std::vector<Vec2>& piece : line.pieces) places(piece);
        }
        if (ink.spotlight) {
            place(ink.spotlight->at);
            length(ink.spotlight->radius);
        }
        if (ink.laser) {
            place(ink.laser->at);
            length(ink.laser->radius);
            places(ink.laser->trail);
        }
    }
    void panel(Panel& panel) const {
        box(panel.box);
        shapes(panel.shapes);
        arrows(panel.arrows);
        marks(panel.marks);
        runs(panel.runs);
    }

  private:
    double m_factor;
    Vec2 m_shift;
};

void scaleGround(Ground& ground, base::Size size, const Scaling& by, double factor) {
    ground.view.size = size;
    ground.view.metresPerPixel /= factor;
    by.length(ground.view.distance);
    by.length(ground.fineness);
    for (Outline& outline : ground.outlines) by.length(outline.width);
}

}  // namespace

base::Size scaled(base::Size size, double factor) {
    const auto side = [factor](int pixels) {
        return std::max(static_cast<int>(std::lround(pixels * factor)), 1);
    };
    return {side(size.w), side(size.h)};
}

Picture scaled(const Picture& picture, double factor) {
    assert(factor > 0);
    Picture p = picture;
    p.size = scaled(picture.size, factor);
    const Scaling by(picture.size, p.size, factor);
    Theme lengths;
    lengths.ground = p.ground.style;
    lengths.arrow = p.arrowStyle;
    lengths = scaled(lengths, factor);
    p.ground.style = lengths.ground;
    p.arrowStyle = lengths.arrow;
    scaleGround(p.ground, p.size, by, factor);
    by.length(p.fineness);
    by.marks(p.marksBelow);
    by.arrows(p.arrows);
    by.marks(p.marks);
    for (Label& label : p.labels) {
        by.box(label.box);
        by.runs(label.runs);
    }
    for (Panel& panel : p.panels) by.panel(panel);
    by.ink(p.ink);
    return p;
}

}  // namespace picture
