// What of the second screen is remembered from one start to the next.
#pragma once

#include "ui/notes_desk.h"
#include "ui/settings.h"

namespace ui {

/// Takes displays and size of letters from the settings.
void recall(NotesDesk& notes, const Settings& settings);

/// Puts them into the settings.
void remember(const NotesDesk& notes, Settings& settings);

}  // namespace ui
