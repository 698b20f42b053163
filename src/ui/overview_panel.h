// All cues as pictures, by chapter.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawOverview(const PanelContext& context, Commands& commands);

}  // namespace ui
