// The tool's overlay over the picture: event list and scrubber, the export panel, the help page, the number
// being typed, and the cover of a blank screen. Of all this only the list can be part of an export
// (frame_overlay.h).
#pragma once

#include "ui/panel.h"

namespace ui {

/// Draws what the session shows and returns what was asked for. Between Gui::begin and Gui::end.
Commands drawOverlay(const PanelContext& context);

}  // namespace ui
