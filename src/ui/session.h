// A presentation under way, as plain data: where the story stands and what is on screen. No window, no clock:
// time and wishes are arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "film/film.h"
#include "film/timeline.h"
#include "geo/map_view.h"
#include "ui/browse.h"
#include "ui/export_desk.h"
#include "ui/hints.h"
#include "ui/ink.h"
#include "ui/navigation.h"
#include "ui/notes_desk.h"
#include "ui/pace.h"
#include "ui/roaming.h"
#include "ui/settings.h"
#include "ui/toasts.h"
#include "ui/writing.h"

namespace ui {

/// Whether something covers the picture.
enum class Blank : std::uint8_t { None, Black, White };

enum class Mode : std::uint8_t {
    Play,    ///< the cue flies and plays
    Hold,    ///< everything of the cue is shown, or time has been stopped: it waits for the clicker
    Detour,  ///< the presenter roams the map
    Black,
    White,
    Overview,  ///< all cues as pictures; time stands
};

/// The camera on its way from where the presenter left it to where it belongs.
struct CameraFlight {
    geo::Camera from;
    double elapsed = 0;      ///< seconds
    bool timeStands = true;  ///< the story waits for the landing
};
inline constexpr double kFlightSeconds = 0.8;

/// Seconds after which digits typed without Enter are forgotten.
inline constexpr double kTypedSeconds = 3;

/// What the event list leaves out.
struct EventFilter {
    std::string text;                       ///< as typed; empty: everything
    std::vector<std::string> hiddenActors;  ///< actor ids, sorted
    bool operator==(const EventFilter&) const = default;
};

struct Session {
    const film::Film* film = nullptr;  ///< must outlive the session
    std::vector<std::string> themes;   ///< names, in the order T goes through them

    film::Moment playhead;
    int jumps = 0;  ///< how often a command has moved the playhead
    bool paused = false;
    Blank blank = Blank::None;
    std::optional<geo::Camera> detour;
    std::optional<film::Moment> home;  ///< where the detour began: set exactly while there is one
    std::optional<CameraFlight> flight;
    Roaming roaming;  ///< how the detour's names stand

    std::string language;
    std::string theme;
    bool panels = true;  ///< caption, legend and timeline of the picture
    bool list = false;   ///< the overlay: event list and scrubber
    bool help = false;
    bool fullScreen = false;
    bool typing = false;  ///< a field of text has the keyboard
    bool quit = false;
    bool recording = false;  ///< a take of it is being written
    std::string typedNumber;
    double typedAge = 0;  ///< seconds since its last digit
    EventFilter filter;
    ExportDesk exporting;
    NotesDesk notes;
    WritingDesk writing;
    StoryPace pace;
    Browse browse;
    InkDesk ink;

    int reloads = 0;            ///< how often the files have been saved and shown
    Toasts toasts;              ///< what has been told and is still on screen
    int told = 0;               ///< how often something has been told
    Hints hints;                ///< those of the first start
    std::string panelWithKeys;  ///< the panel that has the keyboard (panel_memory.h); empty: none
    Settings settings;          ///< what is remembered until the next start
};

/// A session at the film's beginning, in its own language and theme.
Session makeSession(const film::Film& film, std::vector<std::string> themes);

/// Goes on with another state of the film: in the same cue if it is still there, in its language and theme if
/// they are; what the presenter has opened stays open as long as the film has it. `film` must outlive the
/// session.
void adopt(Session& session, const film::Film& film, std::vector<std::string> themes);

/// A save has changed nothing that can be seen: what was wrong with the files is mended, all else stays.
void noteSave(Session& session);

/// The topic of toasts about files that were saved; the next good save resolves it.
inline constexpr std::string_view kFilesTopic = "files";

/// Puts a toast on screen; nothing else changes.
void tell(Session& session, Toast toast);

/// Shows what is wrong for a while: "what; what to do".
void warn(Session& session, const std::string& notice);

/// `seconds` of real time pass. On stage a cue that has played to its end keeps growing older; a stopped or
/// covered story does not.
void advance(Session& session, double seconds);

Mode modeOf(const Session& session);
std::string_view toString(Mode mode);

/// The window's title: the film's in the session's language, and the program.
std::string titleOf(const Session& session);

/// True when nothing on screen changes until somebody does something.
bool isIdle(const Session& session);

/// Seconds until toasts or hints look different by themselves; 0 while they come or go.
double lookRest(const Session& session);

/// The camera to draw with: nothing for the film's own, which is `filmCamera` at the playhead.
std::optional<geo::Camera> cameraFor(const Session& session, const geo::Camera& filmCamera,
                                     const geo::Projection& projection, base::Size size);

}  // namespace ui
