#include "ui/help_layout.h"

#include <algorithm>

namespace ui {

namespace {

enum class Breaks { BetweenSections, BetweenLines };

// How much must stand together with line `i` in one column.
float blockAt(const std::vector<HelpLine>& lines, std::size_t i, Breaks breaks) {
    float height = lines[i].height;
    if (!lines[i].heading) return height;
    for (std::size_t next = i + 1; next < lines.size() && !lines[next].heading; ++next) {
        height += lines[next].height;
        if (breaks == Breaks::BetweenLines) break;
    }
    return height;
}

// Fills columns up to `limit`, where a single block may be higher. False when there are too few.
bool fill(std::vector<HelpLine>& lines, int columns, float limit, Breaks breaks) {
    int column = 0;
    float top = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        HelpLine& line = lines[i];
        const bool mayBreak = line.heading || breaks == Breaks::BetweenLines;
        if (mayBreak && top > 0 && top + blockAt(lines, i, breaks) > limit) {
            top = 0;
            if (++column == columns) return false;
        }
        line.column = column;
        line.top = top;
        top += line.height;
    }
    return true;
}

// The most even filling; returns the height of its highest column.
float even(std::vector<HelpLine>& lines, int columns, Breaks breaks) {
    float low = 0, high = 0, highest = 0;
    for (const HelpLine& line : lines) high += line.height;
    for (int i = 0; i < 24; ++i) {
        const float middle = (low + high) / 2;
        (fill(lines, columns, middle, breaks) ? high : low) = middle;
    }
    fill(lines, columns, high, breaks);
    for (const HelpLine& line : lines) highest = std::max(highest, line.top + line.height);
    return highest;
}

}  // namespace

float setColumns(std::vector<HelpLine>& lines, int columns, float room) {
    const float whole = even(lines, columns, Breaks::BetweenSections);
    return whole <= room ? whole : even(lines, columns, Breaks::BetweenLines);
}

}  // namespace ui
