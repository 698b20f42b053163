// The list of the film's events with date, actor, place, title and sources; filters by text and actor; a
// click jumps.
#pragma once

#include "ui/event_list_head.h"

namespace ui {

/// Where the list stands in a window of this size. `unit`: height of plain text; all in the same units.
struct PanelPlace {
    ImVec2 at, size;
};
PanelPlace eventListPlace(ImVec2 window, float unit);

/// Draws the list between ImGui's NewFrame and Render. What is asked for is added to `commands`.
void drawEventList(const PanelContext& context, ListUse use, Commands& commands);

}  // namespace ui
