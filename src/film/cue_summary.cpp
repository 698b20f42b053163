#include "film/cue_summary.h"

#include <algorithm>
#include <functional>
#include <set>

namespace film {

namespace {

std::string nameOf(const Film& film, std::string_view id, std::string_view language) {
    const Place* place = findPlace(film, id);
    return place ? std::string(nameIn(film, place->name, language)) : std::string();
}

bool isLeg(const Event& event) {
    return event.kind == EventKind::Visit || event.kind == EventKind::Call;
}

}  // namespace

std::vector<const Event*> eventsShown(const Film& film, const Cue& cue) {
    std::vector<const Event*> events;
    for (const std::string& id : cue.events) {
        if (const Event* event = findEvent(film, id)) events.push_back(event);
    }
    return events;
}

const base::LocalText& titleOfCue(const Film& film, const Cue& cue) {
    const Event* first =
        cue.title.empty() && !cue.events.empty() ? findEvent(film, cue.events.front()) : nullptr;
    return first ? first->title : cue.title;
}

const base::LocalText& textOfCue(const Film& film, const Cue& cue) {
    const Event* first =
        cue.text.empty() && !cue.events.empty() ? findEvent(film, cue.events.front()) : nullptr;
    return first ? first->text : cue.text;
}

const base::LocalText& titleOfCue(const Cue& cue, const std::vector<const Event*>& events) {
    return cue.title.empty() && !events.empty() ? events.front()->title : cue.title;
}

const base::LocalText& textOfCue(const Cue& cue, const std::vector<const Event*>& events) {
    return cue.text.empty() && !events.empty() ? events.front()->text : cue.text;
}

std::optional<base::Edtf> dateOfCue(const Cue& cue, const std::vector<const Event*>& events) {
    return events.empty() ? cue.date : wholeDate(events);
}

std::optional<base::Edtf> wholeDate(const std::vector<const Event*>& events) {
    if (events.empty()) return std::nullopt;
    base::Edtf whole = events.front()->date;
    for (const Event* event : events) {
        const base::Edtf& date = event->date;
        if (date == whole) continue;
        const base::DatePart end = date.lastDay() >= whole.lastDay() ? date.end.value_or(date.begin)
                                                                     : whole.end.value_or(whole.begin);
        if (date.firstDay() < whole.firstDay()) whole.begin = date.begin;
        whole.end = end;
    }
    if (whole.end && *whole.end == whole.begin) whole.end.reset();
    return whole;
}

std::vector<std::string> sourcesShown(const Film& film) {
    std::set<std::string, std::less<>> events, shown;
    for (const Cue& cue : film.cues) {
        events.insert(cue.events.begin(), cue.events.end());
        if (!cue.state) continue;
        for (const Presence& presence : film.presences) {
            events.insert(presence.events.begin(), presence.events.end());
            events.insert(presence.until);
        }
        for (const Alliance& alliance : film.alliances) {
            events.insert(alliance.renamedBy);
            for (const Member& member : alliance.members)
                events.insert({member.since, member.leaving, member.until});
        }
    }
    for (const Event& event : film.events) {
        if (events.contains(event.id)) shown.insert(event.sources.begin(), event.sources.end());
    }
    std::vector<std::string> ids;
    for (const Source& source : film.sources) {
        if (shown.empty() || shown.contains(source.id)) ids.push_back(source.id);
    }
    return ids;
}

std::string placeLine(const Film& film, const std::vector<const Event*>& events, std::string_view language) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& id) {
        const std::string name = nameOf(film, id, language);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    bool journey = true;
    for (const Event* event : events) {
        const bool leg = isLeg(*event);
        const bool leaves = event->kind == EventKind::Departure || nameOf(film, event->to, language).empty();
        // "Russia" as a symbol says no more than the actor's name does.
        const Place* from = findPlace(film, event->from);
        if ((leg || leaves) && from && from->kind != PlaceKind::Symbol) add(event->from);
        if (leg || !leaves) add(event->to);
        journey = journey && leg;
    }
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : journey ? " – " : " · ") + name;
    return text;
}

}  // namespace film
