// What the panels of the window stand on: the camera leaves it free.
#pragma once

#include <vector>

#include "ui/session.h"

namespace ui {

/// Pixels that panels take which stay open while somebody presents; those that cover nearly all of the window
/// do not count, for nothing would be left to be framed. `unit`: height of plain text, pixels.
std::vector<base::Box> coveredByPanels(const Session& session, base::Size pixels, double unit);

}  // namespace ui
