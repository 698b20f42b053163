// What the presenter alone sees: the step's notes, the next picture, the time, and what the step rests on.
// Const data in, commands out, like every panel.
#pragma once

#include "ui/clock.h"
#include "ui/event_facts.h"
#include "ui/panel.h"

namespace ui {

/// Letters beyond the plain ones: large ones for headings and for the time, and those of the notes.
struct NotesLetters {
    ImFont* title = nullptr;
    ImFont* figures = nullptr;
    ImFont* reading = nullptr;
};
inline constexpr float kTitleLetters = 1.7F, kFigureLetters = 2.1F;  ///< heights, times the plain ones

/// A picture to be shown in the window.
struct SmallPicture {
    ImTextureID texture = nullptr;  ///< nullptr: there is none
    base::Size size;
};

struct NotesContext {
    const film::Film& film;
    const Session& session;
    const picture::Theme& theme;
    ImVec2 size;      ///< of the window, in its own units
    float unit = 16;  ///< height of plain text, same units
    ImFont* strong = nullptr;
    NotesLetters letters;
    TimeOfDay time;
    const std::vector<EventFact>& facts;  ///< of the step at hand
    SmallPicture now, next;

    std::string_view say(Word which) const { return word(which, session.language); }
};

/// The step whose notes are shown: the story's, also while a detour has left it.
std::size_t stepOfNotes(const Session& session);

/// Draws the whole window and returns what was asked for. Between Gui::begin and Gui::end.
Commands drawNotes(const NotesContext& context);

}  // namespace ui
