// `harmattan present`: the film live in a window, until the presenter leaves it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "ui/export_desk.h"
#include "ui/show.h"
#include "ui/take_desk.h"

namespace ui {

struct PresentOptions {
    bool fullscreen = false;
    std::string display;  ///< part of a display's name, or its number from 1; empty: the desktop's choice
    /// The presenter's notes at the start, on this display (as `display`); nothing: no notes.
    std::optional<std::string> notes = std::nullopt;
    double talkSeconds = 0;       ///< planned length of the talk; 0: that of the film
    std::string language;         ///< empty: the film's first
    std::string theme;            ///< name of one of the themes; empty: the film's
    base::Size size{1280, 720};   ///< of the window, in the desktop's own units
    bool sizeGiven = false;       ///< the size counts, not that of the last time
    std::optional<double> at;     ///< film seconds to begin at
    bool overlay = false;         ///< begin with event list and scrubber
    bool paused = false;          ///< begin with time stopped
    bool loop = false;            ///< each cue lasts its own time, the first follows the last
    std::string traceFile;        ///< JSON lines of what happens; empty: none
    bool stats = false;           ///< say on standard output how it ran
    double exitAfterSeconds = 0;  ///< 0 or less: never
    std::string settingsFile;     ///< what is remembered from start to start; empty: nothing
    double uiScale = 1;           ///< size of all that is not the picture, 0.5..4
    std::string fontsDirectory;   ///< assets/fonts, for the overlay's letters
    TakeOptions take;             ///< what is recorded, and what is played back
    ExportOrigin exporting;       ///< what the command line of an export has to say again
    ReadAgain again;  ///< when one of the show's files has been saved; empty: they are not watched
};

/// Shows the film and returns the exit code when the presenter leaves. Problems are of kind Failure (no
/// display, no OpenGL 3.3, a missing typeface, a trace or take that cannot be written) or Usage (no such
/// display, a take that is there already).
base::Result<int> present(Show show, const geo::World& world, const picture::Fonts& fonts,
                          const PresentOptions& options);

}  // namespace ui
