// The panel that sets up an export, shows its command line, runs it and says how far it is.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawExportPanel(const PanelContext& context, Commands& commands);

}  // namespace ui
