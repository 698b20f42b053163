// How what ImGui draws looks, in the window and over the frames of an export alike: letters, colours, gaps.
#pragma once

#include <imgui.h>

#include <string>

#include "base/result.h"
#include "base/units.h"
#include "picture/theme.h"

namespace ui {

struct Typefaces {
    std::string regularFile, strongFile;
};

/// Those in assets/fonts; a problem of kind Failure names a missing one.
base::Result<Typefaces> findTypefaces(const std::string& fontsDirectory);

/// Height of plain text in a window of this size, same units: grows with the window, within what can be read
/// and what leaves room.
double windowLetters(base::Size window);

/// Height of plain text over a frame of this size, pixels: as in a window of 720 to 2160 rows; smaller and
/// larger frames look like those, made smaller or larger.
double frameLetters(base::Size frame);

/// Fills the atlas with letters of this height, in place of what it holds. Returns the strong ones; the plain
/// ones are its first.
ImFont* loadLetters(ImFontAtlas& atlas, const Typefaces& typefaces, float pixels);

/// Sets colours and gaps of the current context. `unit`: height of plain text.
void setLook(const picture::PanelStyle& panel, float unit);

}  // namespace ui
