// The film's chapters as a short list.
#pragma once

#include "ui/panel.h"

namespace ui {

void drawChapterPanel(const PanelContext& context, Commands& commands);

}  // namespace ui
