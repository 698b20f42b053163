// The ruler's line and its kilometres over the picture; while there is no line, what to do.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawRuler(const PanelContext& context);

}  // namespace ui
