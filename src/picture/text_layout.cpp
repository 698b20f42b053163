#include "picture/text_layout.h"

#include <algorithm>

namespace picture {

GlyphRun setLine(const Fonts& fonts, std::string_view text, const TextSetting& setting, base::Vec2 baseline,
                 Align align) {
    ShapedText shaped = fonts.shape(text, setting.style);
    const double shift = align == Align::Left ? 0 : align == Align::Center ? shaped.width / 2 : shaped.width;
    for (Glyph& glyph : shaped.glyphs) glyph.pen = glyph.pen + base::Vec2{baseline.x - shift, baseline.y};
    return {setting.style.face, setting.style.size, setting.color,
            setting.halo,       setting.haloWidth,  std::move(shaped.glyphs)};
}

double measure(const Fonts& fonts, std::string_view text, const TextStyle& style) {
    return fonts.shape(text, style).width;
}

namespace {

std::vector<std::string> words(std::string_view paragraph) {
    std::vector<std::string> result;
    while (!paragraph.empty()) {
        const std::size_t end = std::min(paragraph.find(' '), paragraph.size());
        if (end > 0) result.emplace_back(paragraph.substr(0, end));
        paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
    }
    return result;
}

std::vector<std::string> fill(const std::vector<std::string>& parts, const std::vector<double>& widths,
                              double space, double width) {
    std::vector<std::string> lines;
    double used = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!lines.empty() && i > 0 && used + space + widths[i] <= width) {
            lines.back() += " " + parts[i];
            used += space + widths[i];
        } else {
            lines.push_back(parts[i]);
            used = widths[i];
        }
    }
    return lines;
}

}  // namespace

std::vector<std::string> wrap(const Fonts& fonts, std::string_view text, const TextStyle& style,
                              double width) {
    std::vector<std::string> lines;
    const double space = measure(fonts, " ", style) + style.tracking;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<std::string> parts = words(text.substr(0, end));
        std::vector<double> widths;
        for (const std::string& part : parts) widths.push_back(measure(fonts, part, style));
        const std::size_t count = fill(parts, widths, space, width).size();
        double low = 0, high = width;
        // A dozen halvings bring the width to within a pixel; raggedness below that cannot be seen.
        for (int i = 0; i < 12; ++i) {
            const double middle = (low + high) / 2;
            (fill(parts, widths, space, middle).size() <= count ? high : low) = middle;
        }
        for (std::string& line : fill(parts, widths, space, high)) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace picture
