// Which line of the help page stands in which column, and where. Plain numbers, no ImGui.
#pragma once

#include <string>
#include <vector>

namespace ui {

struct HelpLine {
    std::string keys, does;
    bool heading = false;  ///< of a section: its words are `keys`
    float height = 0;      ///< with the gap under it
    int column = 0;        ///< from 0, set by setColumns
    float top = 0;         ///< in its column, set by setColumns
};

/// Puts the lines, in their order, into at most so many columns that are as even as can be: with whole
/// sections where that is not higher than `room`, else a heading is never the last line of a column. Returns
/// the height of the highest one.
float setColumns(std::vector<HelpLine>& lines, int columns, float room);

}  // namespace ui
