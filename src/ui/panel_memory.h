// Which panels are open, as one: closed together when the picture shall be seen alone, remembered until the
// next start.
#pragma once

#include "ui/session.h"

namespace ui {

/// Closes every panel of the tool.
void closePanels(Session& session);

/// Puts into the settings which panels are open, unless the picture is shown alone or in full screen: then
/// what was open before stays remembered.
void rememberPanels(Session& session);

/// Opens the panels that are remembered as open.
void openRemembered(Session& session);

/// The open panel that follows `name` in their order, the first one for ""; "" after the last.
std::string panelAfter(const Session& session, const std::string& name);

/// ImGui's name of the window of the panel that has the keyboard; nullptr when none has it.
const char* windowWithKeys(const Session& session);

}  // namespace ui
