// What a presenter draws over the picture by hand, and where they point: anchored to the ground, so that it
// stays where it is when the camera moves, and shows the same at any size. How it looks is the theme's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.h"

namespace picture {

enum class InkTool : std::uint8_t { Pen, Highlighter, Arrow };

struct Stroke {
    InkTool tool = InkTool::Pen;
    int color = 0;  ///< of the theme's ink colours, from 0; others count as the nearest
    std::vector<base::LonLat> points;
    bool operator==(const Stroke&) const = default;
};

/// A place in the picture.
struct InkPoint {
    std::optional<base::LonLat> ground;
    base::Vec2 share;  ///< of the frame's width and height, from the top left; where there is no ground
    bool operator==(const InkPoint&) const = default;
};

enum class InkPointer : std::uint8_t {
    None,
    Laser,      ///< a bright dot with a short trail
    Spotlight,  ///< all but a circle is dimmed
};

/// Where the pointer was, `age` seconds ago.
struct TrailPoint {
    InkPoint at;
    double age = 0;
    bool operator==(const TrailPoint&) const = default;
};

/// Seconds for which a laser's trail is seen.
inline constexpr double kTrailSeconds = 0.35;

/// What is drawn at most; more is left out.
inline constexpr std::size_t kMostStrokes = 400;
inline constexpr std::size_t kMostStrokePoints = 4000;  // of one stroke
inline constexpr std::size_t kMostTrailPoints = 100;

struct Ink {
    std::vector<Stroke> strokes;  ///< bottom first
    InkPointer pointer = InkPointer::None;
    std::vector<TrailPoint> trail;  ///< oldest first, the pointer itself last; empty: it is nowhere
    bool operator==(const Ink&) const = default;
};

}  // namespace picture
