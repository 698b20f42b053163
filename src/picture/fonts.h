// The typefaces of the picture: shaping (HarfBuzz) in every script that a shipped font has, and glyph shapes
// (stb_truetype) as signed distance fields.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/result.h"
#include "base/text_items.h"
#include "base/units.h"
#include "picture/faces.h"
#include "picture/glyph_field.h"

namespace picture {

/// One glyph of a run. `pen` is its origin on the baseline, in frame pixels.
struct Glyph {
    std::uint32_t index = 0;  ///< in the font
    base::Vec2 pen;
    FontId font = 0;
    bool operator==(const Glyph&) const = default;
};

/// Shaped text, placed: ready to draw. Glyphs stand from left to right, whatever the direction of their
/// script.
struct GlyphRun {
    double size = 16;  ///< em size in pixels
    base::Color color;
    base::Color halo{0, 0, 0, 0};
    double haloWidth = 0;  ///< pixels beyond the glyph's edge
    std::vector<Glyph> glyphs;
    bool operator==(const GlyphRun&) const = default;
};

/// What to write and how.
struct TextStyle {
    Face face = Face::SansRegular;
    double size = 16;      ///< em size in pixels
    double tracking = 0;   ///< extra space after each letter, in pixels; none between letters that join
    std::string language;  ///< BCP 47
    /// Of the paragraph that the text is a line of; nothing: the text is the whole paragraph.
    std::optional<base::Direction> direction = std::nullopt;
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
    /// Loads the fonts from `directory` (assets/fonts). A problem of kind Failure names a missing or broken
    /// file.
    static base::Result<Fonts> load(const std::string& directory);
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    /// The line in visual order. A character that no font has becomes a middle dot.
    ShapedText shape(std::string_view utf8, const TextStyle& style) const;
    FaceMetrics metrics(Face face) const;

    /// The first character that none of the face's fonts has, if there is one.
    std::optional<base::TextCharacter> firstMissing(std::string_view utf8, Face face) const;

    /// The distance field of a glyph. Pure: the same glyph gives the same bytes.
    GlyphField field(FontId font, std::uint32_t glyph, const FieldKind& kind = kTextField) const;

  private:
    Fonts();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace picture
