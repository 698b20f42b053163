// What stands above the rows of the event list: its title, the buttons, the field to search with, the actors.
#pragma once

#include <cstddef>

#include "ui/panel.h"

namespace ui {

/// Whether somebody works with the list in a window, or it is only seen in a frame: then it has no buttons
/// and no filters, and always stands at its cue.
enum class ListUse { Worked, Shown };

/// Draws it at the top of the list's window. `found`: how many rows the filters let through.
void drawListHead(const PanelContext& context, ListUse use, std::size_t found, Commands& commands);

}  // namespace ui
