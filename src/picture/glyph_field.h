// Signed distance fields of outlines. Knows points and lines, no fonts.
#pragma once

#include <cstdint>
#include <vector>

#include "base/units.h"

namespace picture {

/// Distances from a glyph's outline, for drawing it at any size and for halos.
struct GlyphField {
    int width = 0;  ///< samples; 0 for an empty glyph (space)
    int height = 0;
    /// Rows from the top; 128 on the outline, above it inside; kFieldRange samples of distance span 0..255.
    std::vector<std::uint8_t> distance;
    /// Top left of the field relative to the pen, in em (y down).
    base::Vec2 origin;
};
/// Samples per em of every field.
inline constexpr int kFieldScale = 64;
/// Distance in samples between the values 0 and 255.
inline constexpr double kFieldRange = 20;
/// Largest width and height of a field in samples.
inline constexpr int kFieldCell = 112;

/// A straight piece of an outline, in samples, y down.
struct OutlinePiece {
    base::Vec2 a, b;
};

/// The field of closed outlines, filled by the non-zero rule. Pure: the same outline gives the same bytes.
GlyphField fieldOf(const std::vector<OutlinePiece>& outline);

}  // namespace picture
