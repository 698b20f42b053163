// The command line of an export that a session asks for: what the panel shows, copies and runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "film/timeline.h"
#include "ui/session.h"

namespace ui {

/// First and last frame that show the cue, from 1; the last frame of a cue is the one before the next one's.
std::pair<std::int64_t, std::int64_t> framesOfCue(const film::Film& film, std::size_t cue,
                                                  film::FrameRate rate);

/// How many frames the settings ask for; nothing when rate or frames cannot be read.
std::optional<std::int64_t> framesAskedFor(const Session& session);

/// The command line word by word, "harmattan" first: film, chapters, language and theme of the session, and
/// the settings of its desk.
std::vector<std::string> exportWords(const Session& session);

}  // namespace ui
