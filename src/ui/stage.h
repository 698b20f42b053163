// The loop of a live presentation: events to commands to session to picture to window, again and again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/clock.h"
#include "ui/export_run.h"
#include "ui/frame_times.h"
#include "ui/gui.h"
#include "ui/hands.h"
#include "ui/live_files.h"
#include "ui/overlay.h"
#include "ui/projector.h"
#include "ui/screens.h"
#include "ui/show.h"
#include "ui/take_desk.h"
#include "ui/thumbnails.h"
#include "ui/trace.h"
#include "ui/window.h"

namespace ui {

/// What a stage works with; all must outlive it.
struct StageParts {
    Window& window;
    Gui& gui;
    Projector& projector;
    Trace& trace;
    SettingsFile& settings;
    std::unique_ptr<Show>& show;  ///< what is shown; replaced when its files are saved
    ReadAgain again;              ///< may be empty
    NotesLook notes;              ///< for the window of the notes
    TakeDesk take;                ///< what is recorded and played back
};

class Stage {
  public:
    Stage(StageParts parts, Session session);
    Stage(const Stage&) = delete;  // its hands hold its session
    Stage& operator=(const Stage&) = delete;

    /// Runs until the presenter leaves, or for `seconds` when that is more than 0. An export that still runs
    /// then is asked to end and waited for.
    base::Result<base::Done> run(double seconds);

    const Session& session() const { return m_session; }

    /// What was recorded.
    const TakeDesk& take() const { return m_parts.take; }

    /// How the last export stands.
    const ExportState& exported() const { return m_export.state(); }

    /// How it has run so far.
    const FrameTimes& times() const { return m_times; }

  private:
    void drawNotes(bool isNew);
    bool passTime();
    void holdTime();
    void showAnew(Show show);
    bool followWriting();
    bool followExport();
    void openAddress();
    void carryOut(const Command& command);
    base::Result<base::Done> showFrame();
    Commands drawGui();
    std::vector<base::Box> makeWay(base::Size pixels);
    void rest(double left);
    bool rests() const;
    void note();
    bool isContextLost();
    base::Result<base::Done> renewContext();

    StageParts m_parts;
    Session m_session;
    Clock m_clock;
    Thumbnails m_thumbnails;
    std::vector<EventRow> m_rows;
    std::string m_rowsLanguage;
    LiveFiles::ShowAnew m_showAnew;
    LiveFiles m_files;
    ExportRun m_export;
    std::vector<base::Box> m_covered;  // what panels stood on in the last frame
    bool m_wasShown = false;           // there was one
    Screens m_screens;
    Hands m_hands;
    ScreenMode m_mode = ScreenMode::Window;
    double m_begun = 0;         // when this turn of the loop began
    double m_due = 1e18;        // when something over the picture changes by itself
    double m_last = 0;          // when time was last passed on
    double m_lastOfTalk = 0;    // the same for the talk's clock, which no stall holds up
    int m_frames = 0;           // shown so far
    int m_settling = 0;         // frames still to draw after an event, for the overlay to come to rest
    int m_losesContextAt = -1;  // frame; -1: never
    FrameTimes m_times;
    bool m_changed = true;  // the last frame differed from the one before
};

}  // namespace ui
