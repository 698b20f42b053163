// The presenter's notes, as plain data: whether their window is wanted, how large they are written, how the
// talk goes, and which displays the two windows are on.
#pragma once

#include <string>

#include "ui/displays.h"
#include "ui/talk.h"

namespace ui {

/// Size of the notes' letters as a multiple of plain text, and how it changes at a press of + or -.
inline constexpr double kPlainNotes = 2, kSmallestNotes = 1, kLargestNotes = 4, kNotesStep = 1.15;

struct NotesDesk {
    bool open = false;  ///< their window is wanted
    /// They have given up their window because their display is gone; they come back with it.
    bool parked = false;
    bool swap = false;  ///< the two windows are to change places; whoever has done it takes this back
    double letters = kPlainNotes;
    Talk talk;
    DisplayChoice choice;

    // As it is, told by who places the windows: names of displays, empty when the window is not there.
    std::string showOn, notesOn;
    int displays = 1;
};

}  // namespace ui
