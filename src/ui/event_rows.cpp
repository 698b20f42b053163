#include "ui/event_rows.h"

#include <algorithm>
#include <tuple>

#include "base/language.h"
#include "picture/words.h"
#include "ui/commands.h"
#include "ui/words.h"

namespace ui {

namespace {

std::string placeName(const film::Film& film, const std::string& id, std::string_view language) {
    if (id == film::kUnknownPlace) return std::string(word(Word::NotGiven, language));
    const film::Place* place = film::findPlace(film, id);
    return place ? std::string(film::nameIn(film, place->name, language)) : id;
}

std::string placesOf(const film::Film& film, const film::Event& event, std::string_view language) {
    if (event.from.empty() || event.from == event.to) return placeName(film, event.to, language);
    if (event.to.empty()) return placeName(film, event.from, language);
    return placeName(film, event.from, language) + " → " + placeName(film, event.to, language);
}

std::string publishersOf(const film::Film& film, const film::Event& event) {
    std::vector<std::string> publishers;
    for (const std::string& id : event.sources) {
        const film::Source* source = film::findSource(film, id);
        const std::string& name = source ? source->publisher : id;
        if (std::find(publishers.begin(), publishers.end(), name) == publishers.end())
            publishers.push_back(name);
    }
    std::string text;
    for (const std::string& name : publishers) text += (text.empty() ? "" : ", ") + name;
    return text;
}

EventRow rowOf(const film::Film& film, const film::Event& event, std::string_view language) {
    EventRow row;
    row.id = event.id;
    row.date = base::formatDate(event.date, language);
    row.actorId = event.actor;
    if (const film::Actor* actor = film::findActor(film, event.actor)) {
        row.actor = actor->name.in(language);
        row.color = actor->color;
    }
    row.place = placesOf(film, event, language);
    row.title = event.title.in(language);
    row.sources = publishersOf(film, event);
    if (film::isOutsideArticles(film, event))
        row.sources += " · " + std::string(picture::word(picture::Word::OutsideArticles, language));
    row.shown = cueOfEvent(film, event.id).has_value();
    std::string all;
    for (const std::string* part : {&row.date, &row.actor, &row.place, &row.title, &row.sources})
        all += *part + "\n";
    row.searched = searchable(all + event.date.toString() + "\n" + row.id);
    return row;
}

}  // namespace

std::vector<EventRow> eventRows(const film::Film& film, std::string_view language) {
    std::vector<const film::Event*> events;
    for (const film::Event& event : film.events) events.push_back(&event);
    const auto order = [](const film::Event* e) {
        return std::tuple(e->date.firstDay(), e->date.lastDay(), e->id);
    };
    std::sort(events.begin(), events.end(),
              [&](const auto* a, const auto* b) { return order(a) < order(b); });
    std::vector<EventRow> rows;
    for (const film::Event* event : events) rows.push_back(rowOf(film, *event, language));
    return rows;
}

std::string searchable(std::string_view text) {
    constexpr std::string_view kApostrophe = "\u2019";
    std::string result = base::folded(text);
    for (std::size_t at = result.find(kApostrophe); at != std::string::npos;
         at = result.find(kApostrophe, at)) {
        result.replace(at, kApostrophe.size(), "'");
    }
    return result;
}

bool holdsWords(std::string_view text, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (text.find(words.substr(at, end - at)) == std::string_view::npos) return false;
        at = end + 1;
    }
    return true;
}

bool matches(const EventRow& row, const EventFilter& filter) {
    const auto& hidden = filter.hiddenActors;
    if (std::find(hidden.begin(), hidden.end(), row.actorId) != hidden.end()) return false;
    return holdsWords(row.searched, searchable(filter.text));
}

std::vector<const film::Actor*> actorsWithEvents(const film::Film& film) {
    std::vector<const film::Actor*> actors;
    for (const film::Actor& actor : film.actors) {
        const bool acts = std::any_of(film.events.begin(), film.events.end(),
                                      [&](const film::Event& event) { return event.actor == actor.id; });
        if (acts) actors.push_back(&actor);
    }
    return actors;
}

}  // namespace ui
