// Which row of the table of commands a tool of ink has.
#pragma once

#include "ui/commands.h"
#include "ui/ink.h"

namespace ui {

/// The command that takes the tool in hand, and puts it away; Leave for no tool.
CommandId commandOf(InkHold hold);

}  // namespace ui
