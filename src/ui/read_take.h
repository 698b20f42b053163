// Reading takes: files that people edit by hand, and files that a crash has cut short.
#pragma once

#include <string>

#include "base/result.h"
#include "ui/take.h"

namespace ui {

struct ReadTake {
    Take take;
    base::Problems warnings;  ///< a last line that was cut off
};

/// The take in the file. Problems of kind Failure when it cannot be read, of kind Data, with line and column,
/// for what is no take: all of them at once, bounded. A last line that is cut off is a warning.
base::Result<ReadTake> readTake(const std::string& path);

/// The same from the file's text; `path` is what messages name.
base::Result<ReadTake> takeOf(const std::string& path, std::string_view text);

/// What keeps the take from being shown with this film and these themes: cues, languages and themes that are
/// not there (any more), with line and name.
base::Problems mismatches(const Take& take, const film::Film& film, const std::vector<std::string>& themes);

}  // namespace ui
