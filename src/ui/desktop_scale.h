// How large the desktop draws its own text, as far as it says so. Plain numbers, no SDL.
#pragma once

#include <string>

#include "base/units.h"

namespace ui {

/// What is known of the display that a window is on.
struct DisplayFacts {
    double pixelsPerUnit = 1;  ///< above 1 where the desktop scales windows itself
    double dpi = 0;            ///< as its maker says; 0: unknown
    base::Size pixels;         ///< of the whole display
    std::string gdkScale;      ///< the variable GDK_SCALE, or ""
};

/// 1, 1.25, 1.5 ... 4: GDK_SCALE when it is set, else what the display's density asks for. Displays that are
/// too large to be read from nearby (televisions, projectors) and densities that cannot be true count as 1.
double desktopScale(const DisplayFacts& display);

}  // namespace ui
