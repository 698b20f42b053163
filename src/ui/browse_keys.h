// Keys that mean something else while cues, chapters or results are looked through.
#pragma once

#include <optional>

#include "ui/commands.h"

namespace ui {

/// What the key does with what is open; nothing when it keeps its own meaning.
std::optional<Command> browseCommand(const Key& key, const Session& session);

}  // namespace ui
