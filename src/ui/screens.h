// The two windows and the displays: opens and closes the presenter's window, puts both where they belong, and
// keeps the show on screen when displays come and go.
#pragma once

#include <memory>
#include <optional>

#include "ui/notes_window.h"

union SDL_Event;

namespace ui {

class Screens {
  public:
    /// `show` must outlive it.
    Screens(Window& show, NotesLook look);

    /// To be told every event. True when it belongs to the presenter's window: then it is none of the show's,
    /// but for keys, which mean the same in both.
    bool handle(const SDL_Event& event, Session& session);

    /// The command as it is meant in the presenter's window: + and - change its letters.
    static Command meantForNotes(Command command);

    /// Does what the session wants of the windows. To be called before a frame of the show.
    void follow(Session& session);

    /// Draws the presenter's window when that is due; `isNew`: the show has drawn another picture; `seconds`:
    /// on any steady clock. Returns what was asked for there.
    Commands draw(const Session& session, Projector& projector, bool isNew, double seconds);

    /// Closes the presenter's window until follow() opens it again, as it must be before the show's context
    /// ends.
    void dropWindow() { m_notes.reset(); }

  private:
    void noticeDrag(Session& session);
    void noticeOverlap(Session& session);
    Placement settle(Session& session, bool displaysChanged);
    void clearWay(const Placement& placement);
    void moveShow(Session& session, const Placement& placement, bool displaysChanged);
    void moveNotes(Session& session, const Placement& placement, bool displaysChanged);
    bool openNotes(Session& session);

    Window& m_show;
    NotesLook m_look;
    std::unique_ptr<NotesWindow> m_notes;
    std::vector<std::string> m_names;  // of the displays that are there
    std::optional<Placement> m_placed;
    bool m_namesMayDiffer = true;
    bool m_fullScreen = false;                                // as it was when they were placed
    std::optional<base::Vec2> m_showMovedTo, m_notesMovedTo;  // the last that events said, not looked at yet
    bool m_showIsAstray = false;  // the desktop has taken it from the display where SDL counts it
    double m_now = 0;             // when the last frame was due, s ...
    double m_placedAt = 0;        // ... and when the windows were last placed
};

}  // namespace ui
