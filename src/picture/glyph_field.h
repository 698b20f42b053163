// Signed distance fields of outlines. Knows points and lines, no fonts.
#pragma once

#include <cstdint>
#include <vector>

#include "base/units.h"

namespace picture {

/// How finely a field is sampled. Corners are rounded by about half a sample, so large letters need more
/// samples.
struct FieldKind {
    int scale;     ///< samples per em
    double range;  ///< distance in samples between the values 0 and 255
    int cell;      ///< largest width and height in samples
};
inline constexpr FieldKind kTextField{64, 20, 112};
inline constexpr FieldKind kDisplayField{192, 40, 336};
/// Letters with a larger em than this, in pixels, are drawn from the display field.
inline constexpr double kLargestText = 96;

/// Distances from a glyph's outline, for drawing it at any size and for halos.
struct GlyphField {
    int width = 0;  ///< samples; 0 for an empty glyph (space)
    int height = 0;
    /// Rows from the top; 128 on the outline, above it inside; the kind's range of distance spans 0..255.
    std::vector<std::uint8_t> distance;
    /// Top left of the field relative to the pen, in em (y down).
    base::Vec2 origin;
};

/// A straight piece of an outline, in samples, y down.
struct OutlinePiece {
    base::Vec2 a, b;
};

/// The field of closed outlines, filled by the non-zero rule. Pure: the same outline gives the same bytes.
GlyphField fieldOf(const std::vector<OutlinePiece>& outline, const FieldKind& kind);

}  // namespace picture
