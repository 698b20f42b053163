// The presenter's window on a screen of its own: a second window that is drawn in with the show's context,
// seldom, so that it costs the show no frames.
#pragma once

#include <optional>

#include "render/thumbnail.h"
#include "ui/gui.h"
#include "ui/notes_panel.h"
#include "ui/projector.h"
#include "ui/window.h"

namespace ui {

/// How its texts look, as those of the show's window.
struct NotesLook {
    std::string fontsDirectory;
    double scale = 1;  ///< of all text
};

class NotesWindow {
  public:
    /// Opens it. `show` must outlive it; its context is current on it before and after every call. A problem
    /// of kind Failure when the desktop does not let it.
    static base::Result<std::unique_ptr<NotesWindow>> open(Window& show, const std::string& title,
                                                           const NotesLook& look);
    NotesWindow(const NotesWindow&) = delete;
    NotesWindow& operator=(const NotesWindow&) = delete;

    Window& window() { return *m_window; }
    void handle(const SDL_Event& event) { m_gui.handle(event); }

    /// Something else may have changed than what draw() looks at.
    void touch();

    /// Draws it when what it shows has changed, and not more often than a few times a second; `seconds`: on
    /// any steady clock. `isNew`: the show has drawn another picture since. Returns what was asked for.
    Commands draw(const Session& session, Projector& projector, bool isNew, double seconds);

  private:
    // All that decides what the window looks like.
    struct Shown {
        std::size_t cue = 0;
        std::string language, theme, typed;
        int reloads = 0;
        Blank blank = Blank::None;
        Mode mode = Mode::Play;
        bool paused = false, panels = true, started = false, stopped = false;
        long long elapsed = 0;
        TimeOfDay time;
        double letters = 0;
        base::Size size, picture;
        bool operator==(const Shown&) const = default;
    };

    NotesWindow(std::unique_ptr<Window> window, Gui&& gui, const Window& show);
    Shown shownFor(const Session& session, const Projector& projector) const;
    static bool sameButTime(Shown a, const Shown& b);
    void wantLetters(const Session& session);
    void copyNow(const Projector& projector);
    void drawNext(const Session& session, Projector& projector);
    Commands drawPanel(const Session& session, const Projector& projector);

    const Window& m_show;
    std::unique_ptr<Window> m_window;  // stays where it is: the gui knows it
    Gui m_gui;
    NotesLetters m_letters;
    render::Thumbnail m_now;
    std::optional<render::Target> m_next;
    bool m_hasNext = false;
    std::vector<EventFact> m_facts;
    std::optional<Shown> m_shown;
    double m_written = 0;       // size of the letters that are loaded ...
    int m_writtenReloads = -1;  // ... and the state of the film whose letters they are
    double m_drawn = -1;        // when it was last drawn
    bool m_nowIsOld = true;     // the show has gone on since its picture was copied
    int m_settling = 0;         // frames still to draw after an event
};

}  // namespace ui
