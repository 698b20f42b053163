// The three cards of the first start.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawHints(const PanelContext& context);

}  // namespace ui
