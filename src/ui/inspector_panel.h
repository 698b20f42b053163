// The panel in which the event and the cue on screen are changed: a field for each value, saved when it is
// left.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawInspector(const PanelContext& context, Commands& commands);

}  // namespace ui
