// The loop of a live presentation: events to commands to session to picture to window, again and again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/clock.h"
#include "ui/export_run.h"
#include "ui/file_watch.h"
#include "ui/gui.h"
#include "ui/key_input.h"
#include "ui/overlay.h"
#include "ui/pointer.h"
#include "ui/projector.h"
#include "ui/sdl_keys.h"
#include "ui/show.h"
#include "ui/trace.h"
#include "ui/window.h"

namespace ui {

/// What a stage works with; all must outlive it.
struct StageParts {
    Window& window;
    Gui& gui;
    Projector& projector;
    Trace& trace;
    std::unique_ptr<Show>& show;  ///< what is shown; replaced when its files are saved
    ReadAgain again;              ///< may be empty
};

class Stage {
  public:
    Stage(StageParts parts, Session session);

    /// Runs until the presenter leaves, or for `seconds` when that is more than 0. An export that still runs
    /// then is asked to end and waited for.
    base::Result<base::Done> run(double seconds);

    /// How the last export stands.
    const ExportState& exported() const { return m_export.state(); }

  private:
    void passTime();
    bool readEvents();
    bool followFiles();
    bool followExport();
    void handle(const SDL_Event& event);
    void handleKey(const SDL_Event& event);
    void handleMouse(const SDL_Event& event);
    void carryOut(const std::optional<Command>& command);
    base::Result<base::Done> showFrame();
    Commands drawGui();
    void rest(double longest) const;
    base::Vec2 pixelOf(int x, int y) const;

    StageParts m_parts;
    Session m_session;
    Clock m_clock;
    SdlKeys m_keys;
    KeyInput m_keyInput;
    Pointer m_pointer;
    std::vector<EventRow> m_rows;
    std::string m_rowsLanguage;
    FileWatch m_watch;
    ExportRun m_export;
    ScreenMode m_mode = ScreenMode::Window;
    double m_last = 0;          // when time was last passed on
    double m_pointerMoved = 0;  // when the pointer was last moved
    int m_settling = 0;         // frames still to draw after an event, for the overlay to come to rest
    bool m_changed = true;      // the last frame differed from the one before
};

}  // namespace ui
