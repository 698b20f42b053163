#include "video/storyboard.h"

#include <algorithm>
#include <iterator>

#include "base/language.h"
#include "film/bibliography.h"
#include "film/cue_summary.h"
#include "film/state.h"
#include "film/timeline.h"
#include "picture/words.h"
#include "video/storyboard_state.h"
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
    if (const film::Event* whole = film::findEvent(film, event.partOf))
        note.partOf = whole->title.in(language);
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

// The words that the events carry, the surest first.
std::vector<std::string> claimsOf(const Events& events, std::string_view language) {
    std::vector<std::string> claims;
    for (const auto status : {film::ClaimStatus::Confirmed, film::ClaimStatus::Reported,
                              film::ClaimStatus::Announced, film::ClaimStatus::Disputed}) {
        const bool isThere = std::any_of(events.begin(), events.end(),
                                         [&](const film::Event* event) { return event->status == status; });
        if (isThere) claims.emplace_back(claimWords(status, language));
    }
    return claims;
}

std::string badgeOf(const film::Film& film, const Events& events, std::string_view language) {
    const auto outside = std::count_if(events.begin(), events.end(), [&](const film::Event* event) {
        return film::isOutsideArticles(film, *event);
    });
    if (outside == 0) return {};
    const bool all = outside == std::ssize(events);
    return std::string(
        picture::word(all ? picture::Word::OutsideArticles : picture::Word::PartlyOutsideArticles, language));
}

class Maker {
  public:
    Maker(const film::Film& film, std::string_view language, Notes notes, const CountryNames& nameOfCountry)
        : m_film(film),
          m_language(language),
          m_notes(notes),
          m_nameOfCountry(nameOfCountry),
          m_states(film) {}

    CueNote cue(std::size_t index) const {
        const film::Cue& cue = m_film.cues[index];
        const Events events = film::eventsShown(m_film, cue);
        CueNote note;
        note.number = static_cast<int>(index) + 1;
        note.id = cue.id;
        note.title = film::titleOfCue(m_film, cue).in(m_language);
        if (const auto date = film::dateOfCue(cue, events)) note.date = base::formatDate(*date, m_language);
        note.places = film::placeLine(m_film, events, m_language);
        note.text = film::textOfCue(m_film, cue).in(m_language);
        if (m_notes == Notes::Shown) note.notes = cue.notes.in(m_language);
        note.chapter = chapterOf(cue);
        for (const film::Event* event : events) note.events.push_back(noteOf(m_film, *event, m_language));
        Events restsOn = events;
        note.state = stateOf(index, restsOn);
        note.sources = numbersOf(m_film, restsOn);
        note.claims = claimsOf(restsOn, m_language);
        note.badge = badgeOf(m_film, restsOn, m_language);
        note.color = events.empty() ? kNoActor : colorOf(m_film, *events.front());
        note.card = cue.card;
        leaveOutWhatIsSaid(note);
        return note;
    }

  private:
    std::string chapterOf(const film::Cue& cue) const {
        const film::Chapter* chapter = film::findChapter(m_film, cue.chapter);
        if (!chapter) return {};
        std::string title(chapter->title.in(m_language));
        if (chapter->optional) title += " (" + std::string(word(PageWord::Optional, m_language)) + ")";
        return title;
    }

    // Adds to `events` those that the tags rest on.
    std::optional<StateNote> stateOf(std::size_t index, Events& events) const {
        const auto days = m_film.cues[index].state ? film::daysOfCue(m_film, index) : std::nullopt;
        if (!days) return std::nullopt;
        StateNote state;
        const base::Edtf day{{base::calendarDate(days->last), base::DatePrecision::Day, false, false}, {}};
        state.asOf = std::string(word(PageWord::AsOf, m_language)) + base::formatDate(day, m_language);
        for (const std::string& code : m_film.focus) {
            CountryNote country{nameOf(code), {}};
            for (const TagOnMap& tag : tagsOnMap(m_film, m_states, code, days->last, m_language)) {
                events.insert(events.end(), tag.events.begin(), tag.events.end());
                country.tags.push_back(tagNote(tag));
            }
            state.countries.push_back(std::move(country));
        }
        return state;
    }

    std::string nameOf(const std::string& code) const {
        const std::string name = m_nameOfCountry ? m_nameOfCountry(code) : std::string();
        return name.empty() ? code : name;
    }

    TagNote tagNote(const TagOnMap& tag) const {
        TagNote note{tag.name, tag.how, {}, tag.color};
        for (const film::Event* event : tag.events) {
            note.events.push_back(noteOf(m_film, *event, m_language));
            note.events.back().text.clear();
            note.events.back().count.clear();
        }
        return note;
    }

    const film::Film& m_film;
    std::string_view m_language;
    Notes m_notes;
    const CountryNames& m_nameOfCountry;
    film::StateTable m_states;
};

Events allEvents(const film::Film& film) {
    Events events;
    for (const film::Event& event : film.events) events.push_back(&event);
    return events;
}

}  // namespace

Storyboard makeStoryboard(const film::Film& film, std::string_view language, Notes notes,
                          const CountryNames& nameOfCountry) {
    Storyboard board;
    board.language = language;
    board.title = film.title.in(language);
    if (const auto dates = film::wholeDate(allEvents(film))) board.dates = base::formatDate(*dates, language);
    board.summary = contentsLine(film.cues.size(), film.events.size(), film.sources.size(), language);
    const Maker maker(film, language, notes, nameOfCountry);
    for (std::size_t i = 0; i < film.cues.size(); ++i) board.cues.push_back(maker.cue(i));
    for (const film::Source& source : film.sources) {
        board.sources.push_back({film::sourceNumber(film, source.id), source.publisher,
                                 film::citation(source, language), source.url});
        board.hasArticles = board.hasArticles || source.article;
    }
    return board;
}

}  // namespace video
