// The tool in hand as the presenter sees it: the pointer's look, and for a moment the tool's name. None of it
// is part of the picture.
#pragma once

#include <optional>

#include "ui/panel.h"

namespace ui {

/// The tool's name, just after it has been taken in hand.
void drawInkSign(const PanelContext& context);

/// The tool's tip in place of the pointer, which is at `pointer` (the window's own units); not over panels.
void drawInkTip(const PanelContext& context, const std::optional<base::Vec2>& pointer);

}  // namespace ui
