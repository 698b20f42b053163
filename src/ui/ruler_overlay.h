// Over the picture: the ruler's line and its kilometres, or what to do while there is no line; and a ring around
// a place that was searched for.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawRuler(const PanelContext& context);

/// With its name, where the picture has not named it.
void drawFound(const PanelContext& context);

}  // namespace ui
