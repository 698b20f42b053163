// The times in the presenter's window: of day, elapsed, left of the plan, and the pace.
#pragma once

#include "ui/clock.h"
#include "ui/panel.h"

namespace ui {

struct TimesContext {
    const Session& session;
    const film::Film& film;
    const picture::PanelStyle& style;
    TimeOfDay time;
    float unit = 16;
    ImFont* strong = nullptr;
    ImFont* figures = nullptr;
};

/// "0:20 ahead", "1:05 behind", "on time"; what the talk's clock waits for while it does not run.
std::string paceText(const Talk& talk, const Pace& pace, std::string_view language);

/// "4:05", "−0:12" for seconds left of the plan.
std::string remainingText(double seconds);

/// "9:05", "14:32".
std::string timeText(TimeOfDay time);

/// Draws them over the width that is left.
void drawTimes(const TimesContext& context, Commands& commands);

}  // namespace ui
