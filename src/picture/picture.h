// The display list: what is visible at a moment, as plain structs in frame pixels (origin top left, y down).
// It can be compared, hashed and printed; drawing it is render's job and needs nothing else but World and
// Fonts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/units.h"
#include "geo/map_view.h"
#include "picture/fonts.h"
#include "picture/ink.h"
#include "picture/theme.h"

namespace picture {

/// A band along the outer border of some countries together, as an alliance has one.
struct Outline {
    std::vector<int> countries;  ///< indices into World::countries, sorted
    base::Color color;
    double width = 0;  ///< pixels
    bool operator==(const Outline&) const = default;
};

/// The map under everything. Equal grounds give equal pixels, so a renderer may keep the last one.
struct Ground {
    geo::MapView view;
    GroundStyle style;       ///< lengths already in pixels of this frame
    std::vector<int> focus;  ///< indices into World::countries, sorted
    double adminAlpha = 0;
    bool graticule = false;
    std::vector<Outline> outlines;
    double fineness = 1;  ///< as the picture's
    bool operator==(const Ground&) const = default;
};

enum class ArrowDirection : std::uint8_t { Arrival, Departure, Visit, Call };
enum class ArrowFill : std::uint8_t {
    Solid,     ///< dated, placed, counted
    Chevrons,  ///< count unknown, range or running total
    Hollow,    ///< announced, not done
    Hatched,   ///< disputed
    Dashed,    ///< a thin link: visits and calls
};

struct Arrow {
    std::string event;
    std::string actor;
    ArrowDirection direction = ArrowDirection::Arrival;
    ArrowFill fill = ArrowFill::Solid;
    base::Color color;
    double width = 10;     ///< of the body where it meets the head, pixels
    double tailWidth = 4;  ///< of the body at its start, pixels
    double progress = 1;   ///< how much of the whole way is drawn, 0..1 by length
    double alpha = 1;
    double tailAlpha = 0.25;  ///< opacity at the start, rising to 1 along the arrow
    double fadeFrom = 2;      ///< fraction of the length from which it fades to nothing; above 1: it does not
    double flow = 0;          ///< offset of chevrons and dashes along the arrow, pixels
    bool head = true;
    bool material = false;  ///< it brings things, not people: a crate before its head
    /// The way, at most 6 px apart. Where the map's edge, its horizon or the frame cut the way there is an
    /// arrow for each piece; `before` are the pixels of the way before this one, `whole` those of all of it
    /// (0: `points` are all).
    std::vector<base::Vec2> points;
    double before = 0, whole = 0;
    std::vector<base::Vec2> shadow;  ///< where the shadow of each point lies; empty: it casts none
    bool operator==(const Arrow&) const = default;
};

enum class MarkKind : std::uint8_t {
    Dot,
    Ring,
    Pulse,
    DashedRing,
    FilledRing,
    PrecisionRing,  ///< the true point lies within it
    Diamond,        ///< a coup
    Square,         ///< an agreement; cut: it is denounced
    Hexagon,        ///< an alliance; cut: somebody leaves it
    Bubble,         ///< an announcement
    Disc,           ///< a presence
    TriangleUp,     ///< a step of a departure that is drawn as a whole
    TriangleDown,   ///< a step of an arrival
    Gauge,          ///< a ring that fills as somebody arrives and empties as somebody leaves
    Aircraft,
    Vehicle,
    Walker
};

struct Mark {
    std::string id;
    MarkKind kind = MarkKind::Dot;
    base::Vec2 at;
    double radius = 5;  ///< pixels
    double stroke = 2;  ///< line width of rings and of the casing of dots, pixels
    base::Color color;
    base::Color casing{0, 0, 0, 0};
    double alpha = 1;
    bool cut = false;      ///< parted by a slanting gap
    bool hatched = false;  ///< disputed
    double level = 1;      ///< share of a gauge that is filled, clockwise from the top
    double angle = 0;      ///< degrees clockwise from upright
    double flatness = 1;   ///< of a precision ring that lies aslant: its shorter radius over the other
    bool operator==(const Mark&) const = default;
};

struct Label {
    std::string id;  ///< of the place, or the country's alpha-3
    std::string text;
    int rank = 3;
    base::Box box;
    double alpha = 1;
    std::vector<GlyphRun> runs;
    bool operator==(const Label&) const = default;
};

enum class ShapeKind : std::uint8_t { Rectangle, Circle };

/// A filled and perhaps outlined rectangle or circle of a panel.
struct Shape {
    ShapeKind kind = ShapeKind::Rectangle;
    base::Box box;            ///< a circle's bounding box
    double radius = 0;        ///< of a rectangle's corners, pixels
    base::Color top;          ///< fill at the top ...
    base::Color bottom;       ///< ... and at the bottom; sides when `horizontal`
    bool horizontal = false;  ///< the gradient runs from left (top) to right (bottom)
    base::Color outline{0, 0, 0, 0};
    double outlineWidth = 0;
    bool hatched = false;  ///< the fill in slanting stripes
    bool operator==(const Shape&) const = default;
};

struct Panel {
    std::string id;  ///< caption, legend, timeline, title, credits
    base::Box box;
    std::vector<std::string> texts;
    double alpha = 1;
    std::vector<Shape> shapes;
    std::vector<Arrow> arrows;  ///< the legend's samples
    std::vector<Mark> marks;    ///< the same
    std::vector<GlyphRun> runs;
    bool operator==(const Panel&) const = default;
};

/// A line drawn by hand. Where it crosses itself it is no darker than elsewhere.
struct InkLine {
    InkTool tool = InkTool::Pen;
    base::Color color;
    double width = 0;  ///< pixels; its ends are round
    base::Color casing{0, 0, 0, 0};
    double casingWidth = 0;  ///< of the thin line around it, pixels
    std::vector<std::vector<base::Vec2>>
        pieces;  ///< a piece of one point is a dot; an arrow's head is the last
    bool operator==(const InkLine&) const = default;
};

struct Laser {
    base::Vec2 at;
    double radius = 0;  ///< pixels
    base::Color color;
    std::vector<base::Vec2> trail;  ///< oldest first, `at` last
    std::vector<double> strengths;  ///< of the trail's points: share of its width and opacity, 0..1
    bool operator==(const Laser&) const = default;
};

struct Spotlight {
    base::Vec2 at;
    double radius = 0;  ///< pixels
    base::Color shade;  ///< laid over all but the circle
    bool operator==(const Spotlight&) const = default;
};

/// What the presenter has drawn, above everything else: lines, then the spotlight's shade, then the laser.
struct DrawnInk {
    std::vector<InkLine> lines;  ///< bottom first
    std::optional<Spotlight> spotlight;
    std::optional<Laser> laser;
    bool operator==(const DrawnInk&) const = default;
};

struct Picture {
    base::Size size;
    double fineness = 1;  ///< pixels to a pixel of the size it was laid out for, see scaled_picture.h
    double time = 0;      ///< film seconds
    std::string cue;
    std::string language;
    std::string theme;
    geo::Camera camera;
    Ground ground;
    ArrowStyle arrowStyle;         ///< lengths already in pixels of this frame
    std::vector<Mark> marksBelow;  ///< under the arrows: dots, rings
    std::vector<Arrow> arrows;
    std::vector<Mark> marks;  ///< above the arrows: pulses
    std::vector<Label> labels;
    std::vector<Panel> panels;
    DrawnInk ink;
    bool operator==(const Picture&) const = default;
};

/// How many pixels of this piece are drawn: below 0 when the arrow has not yet come to it, beyond the piece's
/// own length when it has gone on.
double drawnOf(const Arrow& arrow);

/// Pixels along the whole way.
double wholeOf(const Arrow& arrow);

/// The picture as JSON for scripts: what `harmattan picture --json` prints. Keys are a contract; see
/// docs/json.md.
std::string toJson(const Picture& picture);

}  // namespace picture
