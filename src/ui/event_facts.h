// What a questioner asks about an event, as plain texts in one language: when, how many, how sure, who says
// so, and where that can be read.
#pragma once

#include <string>
#include <vector>

#include "base/color.h"
#include "film/film.h"

namespace ui {

struct EventFact {
    std::string id;
    base::Color color;  ///< of its actor
    std::string date;   ///< "10 avril 2024"
    std::string title;
    std::string certainty;             ///< "rapporté, environ 100"
    std::string saidBy;                ///< may be empty
    std::vector<std::string> sources;  ///< "Le HuffPost, avril 2024"
};

/// Those of the events that the cue shows, in its order; none when there is no such cue.
std::vector<EventFact> factsOf(const film::Film& film, std::size_t cue, std::string_view language);

}  // namespace ui
