// Takes on the command line: from the file that --take names to what is shown.
#pragma once

#include <memory>

#include "base/result.h"
#include "loading.h"
#include "options.h"
#include "ui/take.h"
#include "video/performance.h"

/// A take, and what of its look the command line asks for otherwise.
struct AskedTake {
    ui::Take take;
    bool language = false, theme = false;  ///< the command line gives its own
};

/// The take that --take names. What the command line leaves open (film, chapters, language, theme) is filled
/// in as the take has it. Warnings go to standard error.
base::Result<AskedTake> loadTake(CommandLine& line);

/// For the manifest: what of the take's look the command line replaces all the time, by name.
std::vector<std::string> overridesOf(const AskedTake& asked);

/// The themes that may be seen in the take, the one at its beginning first.
base::Result<std::vector<picture::Theme>> themesOf(const AskedTake& asked, const Loaded& loaded);

/// Whether the take can be shown with the film as it is now: problems of kind Data when not. Says on standard
/// error when the film has changed.
base::Result<base::Done> checkTake(const AskedTake& asked, const Loaded& loaded,
                                   const std::vector<picture::Theme>& themes);

/// The take as an export shows it. `loaded` must outlive it.
base::Result<std::shared_ptr<const video::Performance>> performanceOf(const AskedTake& asked,
                                                                      const CommandLine& line,
                                                                      const Loaded& loaded);
