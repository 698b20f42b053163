// The panels of the picture: caption, legend, timeline, title and credits. Laid out in frame pixels, fully
// opaque; the scene fades and moves them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "picture/context.h"
#include "picture/picture.h"

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

/// Date, place, title, text, who says so and where it was published; its accent has the first actor's colour.
/// Nothing when there is neither a title nor a text to show.
std::optional<Panel> makeCaption(const Context& context, const film::Cue& cue, const CueEvents& events);

/// One row for each kind of arrow that the cue shows, and what their fills mean. Nothing without arrows.
std::optional<Panel> makeLegend(const Context& context, const CueEvents& events);

/// Big title and subtitle for a cue with card = "title".
Panel makeTitleCard(const Context& context, const film::Cue& cue);

/// Every source of the film for a cue with card = "credits".
Panel makeCredits(const Context& context, const film::Cue& cue);

/// The whole film's dates with the playhead at `day` (days since 1970, may be fractional); nothing without
/// events.
std::optional<Panel> makeTimeline(const Context& context, std::optional<double> day,
                                  const base::Color& accent);

/// Moves a panel and everything in it.
void shift(Panel& panel, base::Vec2 by);

}  // namespace picture
