// The card of what was clicked, beside it.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawCard(const PanelContext& context, Commands& commands);

}  // namespace ui
