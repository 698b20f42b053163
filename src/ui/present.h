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

namespace ui {

struct PresentOptions {
    bool fullscreen = false;
    std::string display;   ///< part of a display's name, or its number from 1; empty: the desktop's choice
    std::string language;  ///< empty: the film's first
    std::string theme;     ///< name of one of the themes; empty: the film's
    base::Size size{1280, 720};   ///< of the window, in the desktop's own units
    std::optional<double> at;     ///< film seconds to begin at
    bool overlay = false;         ///< begin with event list and scrubber
    bool paused = false;          ///< begin with time stopped
    std::string traceFile;        ///< JSON lines of what happens; empty: none
    double exitAfterSeconds = 0;  ///< 0 or less: never
    std::string fontsDirectory;   ///< assets/fonts, for the overlay's letters
    ExportOrigin exporting;       ///< what the command line of an export has to say again
    ReadAgain again;  ///< when one of the show's files has been saved; empty: they are not watched
};

/// Shows the film and returns the exit code when the presenter leaves. Problems are of kind Failure (no
/// display, no OpenGL 3.3, a missing typeface, a trace that cannot be written) or Usage (no such display).
base::Result<int> present(Show show, const geo::World& world, const picture::Fonts& fonts,
                          const PresentOptions& options);

}  // namespace ui
