// The page of all keys, printed from the table of commands.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawHelp(const PanelContext& context, Commands& commands);

}  // namespace ui
