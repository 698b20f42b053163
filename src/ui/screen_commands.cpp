#include "ui/command_acts.h"
#include "ui/panel_memory.h"

namespace ui::act {

namespace {

void toggleBlank(Session& session, Blank blank) {
    session.blank = session.blank == blank ? Blank::None : blank;
}

void showFrom(Session& session, std::size_t cue, const Sight& sight) {
    session.fullScreen = true;
    closePanels(session);
    play(session, cue, sight);
}

}  // namespace

void black(Session& session, const Command&, const Sight&) {
    toggleBlank(session, Blank::Black);
}

void white(Session& session, const Command&, const Sight&) {
    toggleBlank(session, Blank::White);
}

void start(Session& session, const Command&, const Sight& sight) {
    showFrom(session, 0, sight);
    reset(session.notes.talk);
}

void startHere(Session& session, const Command&, const Sight& sight) {
    showFrom(session, storyMoment(session).cue, sight);
}

void fullScreen(Session& session, const Command&, const Sight&) {
    if (session.fullScreen) return leaveFullScreen(session);
    session.fullScreen = true;
}

// The panels that F5 has closed come back with the window.
void leaveFullScreen(Session& session) {
    session.fullScreen = false;
    if (session.panels) openRemembered(session);
}

void quit(Session& session, const Command&, const Sight&) {
    session.quit = true;
}

}  // namespace ui::act
