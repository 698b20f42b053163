// A cue prepared for one size, language and theme: everything about it that does not change with time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "film/timeline.h"
#include "picture/arrow_track.h"
#include "picture/context.h"
#include "picture/evidence.h"
#include "picture/flight.h"
#include "picture/labels.h"
#include "picture/panels.h"

namespace picture {

/// An arrow and when it grows, in seconds since the cue began.
struct ScheduledArrow {
    const film::Event* event = nullptr;
    Track track;
    ArrowLook look;
    base::Color color;
    double begin = 0;
    double end = 0;
};

/// An event that moves nobody, shown at its place from `begin` on.
struct ScheduledMark {
    const film::Event* event = nullptr;
    base::Vec2 anchor;  ///< plane, metres
    base::Color color;
    double begin = 0;
};

struct Shot {
    const film::Cue* cue = nullptr;
    CueEvents events;
    geo::MapView view;  ///< the camera at rest
    std::vector<ScheduledArrow> arrows;
    std::vector<ScheduledMark> marks;
    std::vector<std::string> important;  ///< place ids, most important first
    LabelPlan labels;
    std::optional<Panel> caption, legend, card;
    std::optional<film::DayRange>
        days;  ///< the film's date when the cue begins to play and when it has played
    base::Color accent;
};

/// Prepares the cue with this index.
Shot makeShot(const Context& context, std::size_t cue);

/// The labels of a shot seen through another view (a detour).
LabelPlan labelsFor(const Context& context, const Shot& shot, const geo::MapView& view);

/// The arrow's way in pixels of `view`, with room left for the dots at both ends; empty when nothing of it
/// can be seen.
std::vector<base::Vec2> arrowPoints(const Context& context, const ScheduledArrow& arrow,
                                    const geo::MapView& view);

}  // namespace picture
