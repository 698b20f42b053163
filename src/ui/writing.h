// What the window knows of writing the film while it runs, as plain data: what the inspector shows, what has
// been typed, and wishes for those who know files and the clipboard. Reads and writes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "film/film_edit.h"

namespace ui {

enum class WriteAsk : std::uint8_t { Edit, Undo, Redo };

/// Something to be done to the film's files.
struct WriteWish {
    WriteAsk ask = WriteAsk::Edit;
    film::EditTarget target;  ///< Edit
    std::string value;        ///< Edit: as typed
    bool operator==(const WriteWish&) const = default;
};

/// A field somebody types in.
struct FieldDraft {
    film::EditTarget target;
    std::string value;
    bool operator==(const FieldDraft&) const = default;
};

struct WritingDesk {
    bool open = false;                ///< the inspector is on screen
    std::string event;                ///< the event looked at; empty: the cue's first
    std::string eventCue;             ///< the cue in which it was chosen
    std::optional<FieldDraft> draft;  ///< not saved yet
    std::vector<FieldDraft> refused;  ///< could not be saved; tried again with the next text that is
    std::vector<WriteWish> wishes;    ///< since they were last looked at
    std::string copied;               ///< wanted in the clipboard; empty: nothing
    std::string trouble;              ///< why the last change was not made; empty: it was
    int asked = 0;                    ///< how many wishes there have been
    int written = 0;                  ///< how often a file has been written
    bool canUndo = false, canRedo = false;
};

struct Session;

/// The event that the inspector shows: the one chosen while this cue is on screen, or the cue's first.
const film::Event* inspectedEvent(const Session& session);

/// The cue that is on screen, or that a detour has left.
const film::Cue* inspectedCue(const Session& session);

/// Whether the field belongs to the event or the cue that the inspector shows.
bool isInspected(const Session& session, const film::EditTarget& target);

/// A wish of the inspector has been carried out, or could not be: then its text is kept as refused.
void noteEdit(WritingDesk& desk, const WriteWish& wish, bool isDone);

/// What a field shows: what is being typed in it or could not be saved, or what the film says.
std::string fieldValue(const Session& session, const film::EditTarget& target);

/// The newest text of the inspector's fields that could not be saved; nullptr: there is none.
const FieldDraft* refusedHere(const Session& session);

/// The languages in which a text has to be given: the film's, or "" alone for one that is the same in all.
std::vector<std::string> languagesOf(const film::Film& film, const base::LocalText& text);

/// What is wrong with a value while it is typed; empty: nothing is.
std::string objection(const Session& session, const film::EditTarget& target, const std::string& value);

}  // namespace ui
