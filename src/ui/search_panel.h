// The search box over places, countries and events.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawSearchPanel(const PanelContext& context, Commands& commands);

}  // namespace ui
