#include <algorithm>

#include "ui/command_acts.h"

namespace ui::act {

namespace {

void resize(NotesDesk& notes, double factor) {
    notes.letters = std::clamp(notes.letters * factor, kSmallestNotes, kLargestNotes);
}

}  // namespace

void notes(Session& session, const Command&, const Sight&) {
    session.notes.open = !session.notes.open;
    session.notes.parked = false;
}

void swapScreens(Session& session, const Command&, const Sight&) {
    session.notes.swap = true;
}

void talkStop(Session& session, const Command&, const Sight&) {
    Talk& talk = session.notes.talk;
    if (talk.started)
        talk.stopped = !talk.stopped;
    else
        begin(talk, *session.film, storyMoment(session).cue);
}

void talkReset(Session& session, const Command&, const Sight&) {
    reset(session.notes.talk);
}

void notesLarger(Session& session, const Command&, const Sight&) {
    resize(session.notes, kNotesStep);
}

void notesSmaller(Session& session, const Command&, const Sight&) {
    resize(session.notes, 1 / kNotesStep);
}

}  // namespace ui::act
