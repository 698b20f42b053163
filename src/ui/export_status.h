// The foot of the export panel: how far the export is, and what came of it.
#pragma once

#include "ui/panel.h"

namespace ui {

/// Draws nothing before the first export.
void drawExportStatus(const PanelContext& context);

}  // namespace ui
