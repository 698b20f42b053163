// That a take is recorded, for the presenter: a red dot and the word. Never over the picture itself.
#pragma once

#include "ui/session.h"

namespace ui {

/// How wide the sign is, with a gap after it; 0 while no take is recorded.
float recordingSignWidth(const Session& session, float unit);

/// Draws it where ImGui would write next, in the words' colour, and goes on behind it in the same line.
/// Nothing while no take is recorded.
void drawRecordingSign(const Session& session, float unit, base::Color words);

}  // namespace ui
