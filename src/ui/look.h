// How what ImGui draws looks, in the window and over the frames of an export alike: letters, colours, gaps.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/units.h"
#include "picture/theme.h"
#include "ui/text_size.h"

namespace ui {

struct Typefaces {
    std::string regularFile, strongFile;
};

/// Those in assets/fonts; a problem of kind Failure names a missing one.
base::Result<Typefaces> findTypefaces(const std::string& fontsDirectory);

/// Fills the atlas with letters of this height, in place of what it holds. Returns the strong ones; the plain
/// ones are its first.
ImFont* loadLetters(ImFontAtlas& atlas, const Typefaces& typefaces, float pixels);

/// The characters of a text for which the letters above have none, each once, in the order of the text.
std::string unwritten(std::string_view text);

/// Sets colours and gaps of the current context. `unit`: height of plain text.
void setLook(const picture::PanelStyle& panel, float unit);

}  // namespace ui
