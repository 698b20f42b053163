#include "ui/rest.h"

#include <algorithm>

namespace ui {

double secondsToChange(const Session& session) {
    double soonest = kNever;
    const auto at = [&](double seconds) { soonest = std::min(soonest, std::max(seconds, 0.0)); };
    if (!session.typedNumber.empty()) at(kTypedSeconds - session.typedAge);
    at(lookRest(session));
    const StoryPace& pace = session.pace;
    if (pace.news != PaceNews::None) at(kPaceSeconds - pace.newsAge);
    if (pace.autoPlay && pace.untouched < kKioskPatience) at(kKioskPatience - pace.untouched);
    if (session.ink.signAge < kInkSignSeconds) at(kInkSignSeconds - session.ink.signAge);
    if (session.blank != Blank::None) return soonest;
    // The scrubber's mark goes with time.
    if (session.list && !session.paused) at(0);
    return soonest;
}

}  // namespace ui
