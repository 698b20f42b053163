// The slim bar at the window's foot: previous, play or stop, next, and the film's time with a tick where each
// cue begins. Dragging sets the playhead.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawScrubber(const PanelContext& context, Commands& commands);

}  // namespace ui
