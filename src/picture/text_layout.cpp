#include "picture/text_layout.h"

#include <algorithm>

#include "base/line_breaks.h"

namespace picture {

TextStyle paragraphStyle(std::string_view paragraph, TextStyle style) {
    style.direction = base::paragraphDirection(paragraph, style.language);
    return style;
}

GlyphRun setLine(const Fonts& fonts, std::string_view text, const TextSetting& setting, base::Vec2 baseline,
                 Align align) {
    ShapedText shaped = fonts.shape(text, setting.style);
    const double shift = align == Align::Left ? 0 : align == Align::Center ? shaped.width / 2 : shaped.width;
    for (Glyph& glyph : shaped.glyphs) glyph.pen = glyph.pen + base::Vec2{baseline.x - shift, baseline.y};
    return {setting.style.size, setting.color, setting.halo, setting.haloWidth, std::move(shaped.glyphs)};
}

GlyphRun setIn(const Fonts& fonts, std::string_view line, const TextSetting& setting, const Measure& measure,
               double baseline) {
    const bool fromRight = setting.style.direction == base::Direction::RightToLeft ||
                           base::isRightToLeftLanguage(setting.style.language);
    const double x = fromRight ? measure.left + measure.width : measure.left;
    return setLine(fonts, line, setting, {x, baseline}, fromRight ? Align::Right : Align::Left);
}

double measure(const Fonts& fonts, std::string_view text, const TextStyle& style) {
    return fonts.shape(text, style).width;
}

namespace {

/// A part of a paragraph that stays on one line, measured.
struct Part {
    std::string text;
    double width = 0;
    bool spaceAfter = false;
};

/// Pieces of a word no wider than `width`, of one letter at least.
std::vector<Part> broken(const Fonts& fonts, const base::LinePart& word, const TextStyle& style,
                         double width) {
    std::vector<Part> pieces(1);
    for (const std::string_view letter : base::graphemesOf(word.text)) {
        const std::string longer = pieces.back().text + std::string(letter);
        if (!pieces.back().text.empty() && measure(fonts, longer, style) > width)
            pieces.push_back({std::string(letter)});
        else
            pieces.back().text = longer;
    }
    for (Part& piece : pieces) piece.width = measure(fonts, piece.text, style);
    pieces.back().spaceAfter = word.spaceAfter;
    return pieces;
}

std::vector<Part> partsOf(const Fonts& fonts, std::string_view paragraph, const TextStyle& style,
                          double width) {
    std::vector<Part> parts;
    for (const base::LinePart& part : base::lineParts(paragraph, style.language)) {
        const double wide = measure(fonts, part.text, style);
        if (wide <= width) {
            parts.push_back({std::string(part.text), wide, part.spaceAfter});
        } else {
            for (Part& piece : broken(fonts, part, style, width)) parts.push_back(std::move(piece));
        }
    }
    return parts;
}

std::vector<std::string> fill(const std::vector<Part>& parts, double space, double width) {
    std::vector<std::string> lines;
    double used = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double gap = i > 0 && parts[i - 1].spaceAfter ? space : 0;
        if (i > 0 && used + gap + parts[i].width <= width) {
            lines.back() += (gap > 0 ? " " : "") + parts[i].text;
            used += gap + parts[i].width;
        } else {
            lines.push_back(parts[i].text);
            used = parts[i].width;
        }
    }
    return lines;
}

/// The narrowest width that needs no more lines than `width` does.
double balancedWidth(const std::vector<Part>& parts, double space, double width) {
    const std::size_t count = fill(parts, space, width).size();
    double low = 0, high = width;
    // A dozen halvings bring the width to within a pixel; raggedness below that cannot be seen.
    for (int i = 0; i < 12; ++i) {
        const double middle = (low + high) / 2;
        (fill(parts, space, middle).size() <= count ? high : low) = middle;
    }
    return high;
}

}  // namespace

std::vector<std::string> wrap(const Fonts& fonts, std::string_view text, const TextStyle& style,
                              double width) {
    std::vector<std::string> lines;
    const double space = measure(fonts, " ", style) + style.tracking;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<Part> parts = partsOf(fonts, text.substr(0, end), style, width);
        for (std::string& line : fill(parts, space, balancedWidth(parts, space, width)))
            lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace picture
