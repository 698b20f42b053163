// Lines of text in boxes: wrapping, alignment, tracking. Pixels in, glyph runs out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "picture/fonts.h"

namespace picture {

enum class Align { Left, Center, Right };

/// How a piece of text is set.
struct TextSetting {
    TextStyle style;
    base::Color color;
    base::Color halo{0, 0, 0, 0};
    double haloWidth = 0;
};

/// `style` with the direction of the paragraph, which its lines keep.
TextStyle paragraphStyle(std::string_view paragraph, TextStyle style);

/// Where lines of a paragraph stand: they begin at the left side, or at the right one where their script or
/// language does.
struct Measure {
    double left = 0, width = 0;
};
GlyphRun setIn(const Fonts& fonts, std::string_view line, const TextSetting& setting, const Measure& measure,
               double baseline);

/// One line with its baseline starting at `baseline` (left, middle or right end by `align`).
GlyphRun setLine(const Fonts& fonts, std::string_view text, const TextSetting& setting, base::Vec2 baseline,
                 Align align = Align::Left);

/// `text` broken where its language allows it (base/line_breaks.h) and at newlines so that no line is wider
/// than `width`; a word that alone is wider is parted between letters. Balanced: the narrowest width that
/// gives the same number of lines is used.
std::vector<std::string> wrap(const Fonts& fonts, std::string_view text, const TextStyle& style,
                              double width);

/// Width of the line in pixels.
double measure(const Fonts& fonts, std::string_view text, const TextStyle& style);

}  // namespace picture
