// The list of the film's events with date, actor, place, title and sources; filters by text and actor; a
// click jumps.
#pragma once

#include "ui/panel.h"

namespace ui {

/// Whether somebody works with the list in a window, or it is only seen in a frame: then it has no buttons
/// and no filters, and always stands at its cue.
enum class ListUse { Worked, Shown };

/// Draws the list between ImGui's NewFrame and Render. What is asked for is added to `commands`.
void drawEventList(const PanelContext& context, ListUse use, Commands& commands);

}  // namespace ui
