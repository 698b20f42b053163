// What a cue says in a few words: its title, text, date and places, from its own keys or its events. For
// captions, pages and lists alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "film/film.h"

namespace film {

/// The events that the cue shows, in its order.
std::vector<const Event*> eventsShown(const Film& film, const Cue& cue);

/// The cue's own title or text, else its first event's; empty when there is neither.
const base::LocalText& titleOfCue(const Film& film, const Cue& cue);
const base::LocalText& textOfCue(const Film& film, const Cue& cue);

/// The same for a cue whose events are at hand.
const base::LocalText& titleOfCue(const Cue& cue, const std::vector<const Event*>& events);
const base::LocalText& textOfCue(const Cue& cue, const std::vector<const Event*>& events);

/// The dates of all events as one: a single date, or the span from the earliest begin to the latest end;
/// nothing without events.
std::optional<base::Edtf> wholeDate(const std::vector<const Event*>& events);

/// The cue's own date when it shows no events; else their dates as one.
std::optional<base::Edtf> dateOfCue(const Cue& cue, const std::vector<const Event*>& events);

/// The ids of the sources on which what the cues show rests: their events, and the events behind a state; all
/// sources of a film whose cues show neither. In the film's order.
std::vector<std::string> sourcesShown(const Film& film);

/// Where it happened, by name: an arrival's goal, a departure's start, the stops of a visit in their order
/// ("Bamako – Niamey"; other places are set apart as "Bamako · Niamey"). "" when no place is known.
std::string placeLine(const Film& film, const std::vector<const Event*>& events, std::string_view language);

}  // namespace film
