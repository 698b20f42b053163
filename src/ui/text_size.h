// How high the letters of the overlay are. Plain numbers, no ImGui.
#pragma once

#include "base/units.h"

namespace ui {

/// How much larger than usual text shall be.
struct TextScale {
    double desktop = 1;  ///< of the desktop's own text (desktop_scale.h): ours is never smaller than that
    double wish = 1;     ///< of all text
};

/// Height of plain text in a window of this size, same units: grows with the window, within what can be read
/// and what leaves room.
double windowLetters(base::Size window, TextScale scale = {});

/// Height of plain text over a frame of this size, pixels: as in a window of 720 to 2160 rows; smaller and
/// larger frames look like those, made smaller or larger.
double frameLetters(base::Size frame);

}  // namespace ui
