// A cue prepared for one size, language and theme: everything about it that does not change with time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "film/timeline.h"
#include "picture/arrow_track.h"
#include "picture/arrow_way.h"
#include "picture/context.h"
#include "picture/count_badge.h"
#include "picture/evidence.h"
#include "picture/flight.h"
#include "picture/labels.h"
#include "picture/panels.h"
#include "picture/precision_ring.h"
#include "picture/state_cards.h"

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
    base::Vec2 offset;  ///< from the anchor's pixel: marks of one place stand in a row above it
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
    std::vector<PrecisionRing> rings;
    std::vector<CountBadge> badges;
    std::vector<StateCard> state;  ///< of the focus countries, when the cue shows it
    std::vector<AllianceBand> bands;
    LabelPlan labels;
    std::optional<Panel> caption, legend;
    std::vector<CutText> legendCuts;
    std::vector<Panel> cards;  ///< the pages of a title or credits card, shown one after the other
    std::optional<film::DayRange>
        days;  ///< the film's date when the cue begins to play and when it has played
    base::Color accent;
};

/// Where on a grown arrow its carrier rests (share of its length), how large it is (theme units), and how
/// many of its radii an arrow must be long to have one.
inline constexpr double kCarrierPlace = 0.55, kCarrierRadius = 23, kLeastForCarrier = 5;

/// How long an arrow is at least, theme units.
inline constexpr double kShortestArrow = 34;

/// From one pulse to the next at the same place, seconds.
inline constexpr double kPulseSeconds = 2.6;

/// The panels and the state of the cue with this index, which need no map: no arrows, marks, names and camera
/// yet.
Shot panelShot(const Context& context, std::size_t cue);

/// Prepares the cue with this index as far as its camera needs it: nothing is placed on the map yet.
Shot frameShot(const Context& context, std::size_t cue);

/// Prepares the cue with this index.
Shot makeShot(const Context& context, std::size_t cue);

/// The countries (alpha-3) whose names stand on cards.
std::vector<std::string> countriesOnCards(const Shot& shot);

/// The arrow's way in pixels of `view`, with room left for the dots at both ends; without pieces when nothing
/// of it can be seen.
ArrowWay arrowWay(const Context& context, const ScheduledArrow& arrow, const geo::MapView& view,
                  double beyond = kBeyond);

}  // namespace picture
