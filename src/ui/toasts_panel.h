// Toasts as they stand in a corner of the window that no panel has taken.
#pragma once

#include "ui/panel.h"

namespace ui {

/// After all other panels of the frame.
void drawToasts(const PanelContext& context);

}  // namespace ui
