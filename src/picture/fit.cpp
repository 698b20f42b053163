#include "picture/fit.h"

#include <algorithm>

#include "base/line_breaks.h"

namespace picture {

namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t lettersOf(std::string_view text) {
    const auto graphemes = base::graphemesOf(text);
    return static_cast<std::size_t>(std::count_if(graphemes.begin(), graphemes.end(), [](std::string_view g) {
        return g != " " && g != "\n" && g != kEllipsis;
    }));
}

void dropLast(std::string& text, const std::vector<std::string_view>& graphemes) {
    text.resize(text.size() - graphemes.back().size());
}

/// The line with "…" after its last letter, shortened until that has room.
std::string withEllipsis(const Fonts& fonts, std::string line, const TextStyle& style, double width) {
    while (!line.empty()) {
        const auto graphemes = base::graphemesOf(line);
        const bool endsInLetter =
            std::string_view(" ,;:.–-(«").find(graphemes.back()) == std::string_view::npos;
        const std::string ended = line + std::string(kEllipsis);
        if (endsInLetter && measure(fonts, ended, style) <= width) return ended;
        dropLast(line, graphemes);
    }
    return std::string(kEllipsis);
}

}  // namespace

std::vector<std::string> endedAfter(const Fonts& fonts, std::vector<std::string> lines, std::size_t most,
                                    const TextStyle& style, double width) {
    if (lines.size() <= most) return lines;
    lines.resize(most);
    if (most > 0) lines.back() = withEllipsis(fonts, lines.back(), style, width);
    return lines;
}

std::string endedAt(const Fonts& fonts, const std::string& line, const TextStyle& style, double width) {
    return measure(fonts, line, style) <= width ? line : withEllipsis(fonts, line, style, width);
}

TextStyle shrunkTo(const Fonts& fonts, const std::string& line, TextStyle style, double width) {
    const double share = width / std::max(measure(fonts, line, style), 1e-9);
    const double by = std::clamp(share, kSmallestShare, 1.0);
    style.size *= by;
    style.tracking *= by;
    return style;
}

CutText cutOf(std::string key, std::string_view whole, const std::vector<std::string>& lines) {
    CutText cut{std::move(key), 0, lettersOf(whole)};
    for (const std::string& line : lines) cut.shown += lettersOf(line);
    return cut;
}

}  // namespace picture
