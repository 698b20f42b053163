// The typefaces of the picture: shaping (HarfBuzz) and glyph shapes (stb_truetype) as signed distance fields.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/result.h"
#include "base/units.h"

namespace picture {

enum class Face : std::uint8_t {
    CondensedRegular,
    CondensedMedium,
    CondensedSemiBold,
    CondensedBold,
    SansRegular,
    SansMedium,
    SansSemiBold,
    SansItalic,
    SerifItalic
};
inline constexpr int kFaceCount = 9;

/// One glyph of a run. `pen` is its origin on the baseline, in frame pixels.
struct Glyph {
    std::uint32_t index = 0;  ///< in the font
    base::Vec2 pen;
    bool operator==(const Glyph&) const = default;
};

/// Shaped text, placed: ready to draw.
struct GlyphRun {
    Face face = Face::SansRegular;
    double size = 16;  ///< em size in pixels
    base::Color color;
    base::Color halo{0, 0, 0, 0};
    double haloWidth = 0;  ///< pixels beyond the glyph's edge
    std::vector<Glyph> glyphs;
    bool operator==(const GlyphRun&) const = default;
};

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

/// What to write and how.
struct TextStyle {
    Face face = Face::SansRegular;
    double size = 16;      ///< em size in pixels
    double tracking = 0;   ///< extra space after each letter, in pixels
    std::string language;  ///< BCP 47
};

/// A shaped line with its pen at (0, 0).
struct ShapedText {
    std::vector<Glyph> glyphs;
    double width = 0;  ///< advance in pixels, without the tracking after the last letter
};

/// Ascender, descender (both positive) and cap height as fractions of the em.
struct FaceMetrics {
    double ascent = 0, descent = 0, capHeight = 0;
};

class Fonts {
  public:
    /// Loads the faces from `directory` (assets/fonts). A problem of kind Failure names a missing or broken
    /// file.
    static base::Result<Fonts> load(const std::string& directory);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    ShapedText shape(std::string_view utf8, const TextStyle& style) const;
    FaceMetrics metrics(Face face) const;

    /// The distance field of a glyph. Pure: the same glyph gives the same bytes.
    GlyphField field(Face face, std::uint32_t glyph) const;

  private:
    Fonts();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace picture
