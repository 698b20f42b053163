// What has just become of the story's pace, for a moment: "2 ×", "Playing by itself".
#pragma once

#include "ui/panel.h"

namespace ui {

void drawPaceNews(const PanelContext& context);

}  // namespace ui
