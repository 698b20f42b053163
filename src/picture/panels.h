// The panels of the picture: caption, legend, timeline, title and credits. Laid out in frame pixels, fully
// opaque; the scene fades and moves them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picture/context.h"
#include "picture/fit.h"
#include "picture/picture.h"
#include "picture/state_cards.h"

namespace picture {

using CueEvents = std::vector<const film::Event*>;

/// What a caption says, from the top down; each may be empty.
struct CaptionTexts {
    std::string date, places, title, text, source, badge;
};
CaptionTexts captionTexts(const Context& context, const film::Cue& cue, const CueEvents& events);

/// What a title card says: its big title, and the text below.
struct CardTexts {
    std::string title, text;
};
CardTexts titleCardTexts(const film::Film& film, const film::Cue& cue, std::string_view language);

/// A panel, and what it could not show whole.
struct FittedPanel {
    Panel panel;
    std::vector<CutText> cuts;
};

/// Date, place, title, text, who says so and where it was published; its accent has the first actor's colour.
/// Nothing when there is neither a title nor a text to show.
/// A long text is set smaller, down to kSmallestShare, and then cut: the caption is never higher than its
/// layout allows.
std::optional<Panel> makeCaption(const Context& context, const film::Cue& cue, const CueEvents& events);
std::optional<FittedPanel> fitCaption(const Context& context, const film::Cue& cue, const CueEvents& events);

/// One row for each kind of arrow and mark that the cue shows and for each sign of its state, a scale of
/// widths, and what the fills mean (`ringsAreSeen`: precision rings too). Nothing when there is nothing to
/// explain. `room`: its greatest height, pixels; what has none is left out, and its cut counts lines.
std::optional<FittedPanel> fitLegend(const Context& context, const CueEvents& events,
                                     const std::vector<StateSign>& state, bool ringsAreSeen, double room);

/// Big title and subtitle for a cue with card = "title"; where its beginning is covered, the veil alone.
Panel makeTitleCard(const Context& context, const film::Cue& cue);
FittedPanel fitTitleCard(const Context& context, const film::Cue& cue);

/// A page of the credits is shown no shorter than this, seconds: with less for each, the last never come.
inline constexpr double kShortestPage = 2.5;

/// Every source that the film shows (film::sourcesShown) with its number, for a cue with card = "credits": as
/// many pages as it takes.
std::vector<Panel> makeCredits(const Context& context, const film::Cue& cue);

/// The whole film's dates with the playhead at `day` (days since 1970, may be fractional); nothing without
/// events.
/// `running`: the month is written under the playhead, for a cue that goes through a span.
std::optional<Panel> makeTimeline(const Context& context, std::optional<double> day,
                                  const base::Color& accent, bool running);

/// Darkens (or lightens) the map behind a card's text, by `strength` 0..1.
Shape veil(const Context& context, double strength);

/// Moves a panel and everything in it.
void shift(Panel& panel, base::Vec2 by);

}  // namespace picture
