// The panels of a moment: those of the cue, and while it comes in, those of the last one going.
#pragma once

#include "picture/shot.h"

namespace picture {

/// A moment between two shots. `last` is nullptr once the camera rests, and in the first cue.
struct Change {
    const Shot& shot;
    const Shot* last = nullptr;
    double share = 1;    ///< of the change that has passed, 0..1
    double seconds = 0;  ///< since the cue began
    /// Seconds since the last cue began: its ambient motion goes on while it leaves.
    double lastSeconds() const { return last ? last->cue->seconds() + seconds : 0; }
};

/// Caption, legend and cards: the old ones fade, the new ones fade and slide in.
void addPanels(const Context& context, const Change& change, Picture& picture);

/// The scale bar of what `view` shows, when the film wants one. There is none while the camera flies.
void addScaleBar(const Context& context, const Change& change, const geo::MapView& view, Picture& picture);

/// The timeline with its playhead at `day` (days since 1970).
void addTimeline(const Context& context, const Change& change, std::optional<double> day, Picture& picture);

/// The cards of the focus countries' state.
void addState(const Context& context, const Change& change, const geo::MapView& view, Picture& picture);

}  // namespace picture
