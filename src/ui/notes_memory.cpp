#include "ui/notes_memory.h"

#include <algorithm>

namespace ui {

void recall(NotesDesk& notes, const Settings& settings) {
    notes.choice = {settings.showDisplay, settings.notesDisplay};
    notes.letters = std::clamp(settings.notesText * kPlainNotes, kSmallestNotes, kLargestNotes);
}

void remember(const NotesDesk& notes, Settings& settings) {
    settings.showDisplay = notes.choice.show;
    settings.notesDisplay = notes.choice.notes;
    settings.notesText = notes.letters / kPlainNotes;
}

}  // namespace ui
