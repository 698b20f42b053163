#include "video/storyboard.h"

#include <algorithm>

#include "base/language.h"
#include "film/bibliography.h"
#include "film/cue_summary.h"
#include "video/storyboard_words.h"

namespace video {

namespace {

using Events = std::vector<const film::Event*>;

constexpr base::Color kNoActor{0.35F, 0.37F, 0.4F, 1};

base::Color colorOf(const film::Film& film, const film::Event& event) {
    const film::Actor* actor = film::findActor(film, event.actor);
    return actor ? actor->color.withAlpha(1) : kNoActor;
}

std::vector<int> numbersOf(const film::Film& film, const Events& events) {
    std::vector<int> numbers;
    for (const film::Event* event : events) {
        for (const std::string& id : event->sources) {
            if (const int number = film::sourceNumber(film, id)) numbers.push_back(number);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

EventNote noteOf(const film::Film& film, const film::Event& event, std::string_view language) {
    EventNote note;
    note.date = base::formatDate(event.date, language);
    note.title = event.title.in(language);
    note.text = event.text.in(language);
    note.claim = claimWords(event.status, language);
    note.count = countWords(event, language);
    note.saidBy = event.saidBy.in(language);
    note.sources = numbersOf(film, {&event});
    note.outside = film::isOutsideArticles(film, event);
    note.color = colorOf(film, event);
    return note;
}

// A cue that is its only event has said date, title and text already.
void leaveOutWhatIsSaid(CueNote& cue) {
    const bool isItsEvent =
        cue.events.size() == 1 && cue.events[0].title == cue.title && cue.events[0].date == cue.date;
    for (EventNote& event : cue.events) {
        if (isItsEvent) event.date = event.title = "";
        if (event.text == cue.text) event.text.clear();
    }
}

CueNote noteOf(const film::Film& film, std::size_t index, std::string_view language, Notes notes) {
    const film::Cue& cue = film.cues[index];
    const Events events = film::eventsShown(film, cue);
    CueNote note;
    note.number = static_cast<int>(index) + 1;
    note.id = cue.id;
    note.title = film::titleOfCue(film, cue).in(language);
    if (const auto date = film::dateOfCue(cue, events)) note.date = base::formatDate(*date, language);
    note.places = film::placeLine(film, events, language);
    note.text = film::textOfCue(film, cue).in(language);
    if (notes == Notes::Shown) note.notes = cue.notes.in(language);
    for (const film::Event* event : events) note.events.push_back(noteOf(film, *event, language));
    note.sources = numbersOf(film, events);
    note.color = events.empty() ? kNoActor : colorOf(film, *events.front());
    note.card = cue.card;
    leaveOutWhatIsSaid(note);
    return note;
}

Events allEvents(const film::Film& film) {
    Events events;
    for (const film::Event& event : film.events) events.push_back(&event);
    return events;
}

}  // namespace

Storyboard makeStoryboard(const film::Film& film, std::string_view language, Notes notes) {
    Storyboard board;
    board.language = language;
    board.title = film.title.in(language);
    if (const auto dates = film::wholeDate(allEvents(film))) board.dates = base::formatDate(*dates, language);
    board.summary = contentsLine(film.cues.size(), film.events.size(), film.sources.size(), language);
    for (std::size_t i = 0; i < film.cues.size(); ++i) board.cues.push_back(noteOf(film, i, language, notes));
    for (const film::Source& source : film.sources) {
        board.sources.push_back({film::sourceNumber(film, source.id), source.publisher,
                                 film::citation(source, language), source.url});
        board.hasArticles = board.hasArticles || source.article;
    }
    return board;
}

}  // namespace video
