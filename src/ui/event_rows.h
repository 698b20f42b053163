// The film's events as the event list shows them: plain texts in one language, and which of them a filter
// lets through.
#pragma once

#include <string>
#include <vector>

#include "base/color.h"
#include "film/film.h"
#include "ui/session.h"

namespace ui {

struct EventRow {
    std::string id;
    std::string date;
    std::string actorId;
    std::string actor;
    base::Color color;
    std::string place;  ///< "Gao → Paris", "Niamey"
    std::string title;
    std::string sources;   ///< publishers, each once
    bool shown = false;    ///< some cue shows it
    std::string searched;  ///< all of the above that can be searched for, folded
};

/// Every event, by date, then by id.
std::vector<EventRow> eventRows(const film::Film& film, std::string_view language);

/// True when no actor filter hides the row and every word of the filter's text is in it, accents and case
/// aside.
bool matches(const EventRow& row, const EventFilter& filter);

/// As text is compared: without accents, in lower case, with the apostrophe that keyboards have.
std::string searchable(std::string_view text);

/// True when every word of `words` is in `text`; both as `searchable` gives them.
bool holdsWords(std::string_view text, std::string_view words);

/// The actors that have events, in the film's order.
std::vector<const film::Actor*> actorsWithEvents(const film::Film& film);

}  // namespace ui
