#include "ui/event_facts.h"

#include "base/language.h"
#include "film/claim_words.h"
#include "film/cue_summary.h"

namespace ui {

namespace {

std::string sourceLine(const film::Source& source, std::string_view language) {
    if (!source.date) return source.publisher;
    return source.publisher + ", " + base::formatDate(*source.date, language);
}

EventFact factOf(const film::Film& film, const film::Event& event, std::string_view language) {
    EventFact fact{event.id,
                   {},
                   base::formatDate(event.date, language),
                   std::string(film::nameIn(film, event.title, language)),
                   std::string(film::claimWords(event.status, language)),
                   std::string(film::nameIn(film, event.saidBy, language)),
                   {}};
    if (const film::Actor* actor = film::findActor(film, event.actor)) fact.color = actor->color;
    const std::string count = film::countWords(event, language);
    if (!count.empty()) fact.certainty += ", " + count;
    for (const std::string& id : event.sources) {
        if (const film::Source* source = film::findSource(film, id))
            fact.sources.push_back(sourceLine(*source, language));
    }
    return fact;
}

}  // namespace

std::vector<EventFact> factsOf(const film::Film& film, std::size_t cue, std::string_view language) {
    std::vector<EventFact> facts;
    if (cue >= film.cues.size()) return facts;
    for (const film::Event* event : film::eventsShown(film, film.cues[cue]))
        facts.push_back(factOf(film, *event, language));
    return facts;
}

}  // namespace ui
