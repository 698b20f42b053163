// The list of the film's events with date, actor, place, title and sources; filters by text and actor; a
// click jumps.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawEventList(const PanelContext& context, Commands& commands);

}  // namespace ui
