#include "ui/find.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "ui/words.h"

namespace ui {

namespace {

/// A place or country that holds every word, and what decides its rank among others.
struct Candidate {
    Found found;
    bool begins = false;  ///< its name begins with the text
    bool isOwn = false;   ///< the film is about it
    int rank = 0;
};

// The name in every language, folded: who says "Le Caire" finds it in an English show too.
std::string allNames(const base::LocalText& name) {
    std::string all;
    for (const auto& [language, text] : name.byLanguage) all += searchable(text) + "\n";
    return all;
}

bool beginsAWord(const std::string& names, std::size_t at) {
    constexpr std::string_view kBetween = "\n '-(,/";
    return at == 0 || kBetween.find(names[at - 1]) != std::string_view::npos;
}

// True when each word of `text` begins a word of the names: "nia" is Niamey and not Albania.
bool holdsBegins(const std::string& names, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string typed = text.substr(at, end - at);
        std::size_t found = names.find(typed);
        while (found != std::string::npos && !beginsAWord(names, found)) found = names.find(typed, found + 1);
        if (found == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

bool beginsOneOf(const std::string& names, const std::string& text) {
    return ("\n" + names).find("\n" + text) != std::string::npos;
}

void addCountries(const Searched& searched, const std::string& text, std::vector<Candidate>& candidates) {
    if (!searched.countries) return;
    for (const CountryEntry& country : *searched.countries) {
        const std::string names = allNames(country.name);
        if (!holdsBegins(names + searchable(country.a3), text)) continue;
        Found found;
        found.subject.kind = SubjectKind::Country;
        found.subject.id = country.a3;
        found.title = std::string(film::nameIn(searched.film, country.name, searched.language));
        found.note = std::string(word(Word::Country, searched.language));
        found.at = country.at;
        found.widthKm = country.widthKm;
        const auto& focus = searched.film.focus;
        const bool isOwn = std::find(focus.begin(), focus.end(), country.a3) != focus.end();
        candidates.push_back({std::move(found), beginsOneOf(names, text), isOwn, 0});
    }
}

// The places where the film's events happen.
std::set<std::string_view> placesOfEvents(const film::Film& film) {
    std::set<std::string_view> ids;
    for (const film::Event& event : film.events) ids.insert({event.from, event.to});
    return ids;
}

void addPlaces(const Searched& searched, const std::vector<film::Place>& places, const std::string& text,
               std::vector<Candidate>& candidates) {
    const std::set<std::string_view> ofEvents = placesOfEvents(searched.film);
    for (const film::Place& place : places) {
        const std::string names = allNames(place.name);
        if (!holdsBegins(names, text)) continue;
        std::string note(kindName(place.kind, searched.language));
        if (const CountryEntry* country = findCountry(searched.countries, place.country))
            note += " · " + std::string(film::nameIn(searched.film, country->name, searched.language));
        Found found;
        found.subject.kind = SubjectKind::Place;
        found.subject.id = place.id;
        found.title = std::string(film::nameIn(searched.film, place.name, searched.language));
        found.note = std::move(note);
        found.at = place.at;
        found.widthKm = widthAround(place.kind);
        candidates.push_back(
            {std::move(found), beginsOneOf(names, text), ofEvents.contains(place.id), place.rank});
    }
}

Found eventFound(const EventRow& row) {
    Found found;
    found.subject.kind = SubjectKind::Event;
    found.subject.id = row.id;
    found.title = row.title;
    found.note = row.date + " · " + row.place;
    return found;
}

}  // namespace

std::vector<Found> find(const Searched& searched, const std::string& typed) {
    const std::string text = searchable(typed);
    if (text.find_first_not_of(' ') == std::string::npos) return {};
    std::vector<Candidate> candidates;
    addCountries(searched, text, candidates);
    addPlaces(searched, searched.film.places, text, candidates);
    addPlaces(searched, searched.film.gazetteer, text, candidates);
    const auto order = [](const Candidate& c) {
        return std::tuple(!c.begins, !c.isOwn, c.rank, c.found.title, c.found.subject.id);
    };
    std::sort(candidates.begin(), candidates.end(),
              [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
    std::vector<Found> result;
    for (Candidate& candidate : candidates) {
        if (result.size() < kMostPlaces) result.push_back(std::move(candidate.found));
    }
    std::size_t events = 0;
    for (const EventRow& row : searched.rows) {
        if (events == kMostEvents) break;
        if (!matches(row, {typed, {}})) continue;
        result.push_back(eventFound(row));
        ++events;
    }
    return result;
}

const film::Place* anyPlace(const film::Film& film, std::string_view id) {
    if (const film::Place* place = film::findPlace(film, id)) return place;
    const auto& known = film.gazetteer;
    const auto at = std::find_if(known.begin(), known.end(), [&](const auto& p) { return p.id == id; });
    return at == known.end() ? nullptr : &*at;
}

const CountryEntry* findCountry(const std::vector<CountryEntry>* countries, std::string_view a3) {
    if (!countries) return nullptr;
    const auto at =
        std::find_if(countries->begin(), countries->end(), [&](const auto& c) { return c.a3 == a3; });
    return at == countries->end() ? nullptr : &*at;
}

std::string_view kindName(film::PlaceKind kind, std::string_view language) {
    switch (kind) {
        case film::PlaceKind::Capital:
            return word(Word::Capital, language);
        case film::PlaceKind::City:
            return word(Word::City, language);
        case film::PlaceKind::Base:
            return word(Word::Base, language);
        case film::PlaceKind::Symbol:
            return word(Word::Region, language);
        case film::PlaceKind::Water:
            return word(Word::Water, language);
    }
    return "";
}

double widthAround(film::PlaceKind kind) {
    switch (kind) {
        case film::PlaceKind::Capital:
            return 900;
        case film::PlaceKind::City:
            return 700;
        case film::PlaceKind::Base:
            return 500;
        case film::PlaceKind::Symbol:
        case film::PlaceKind::Water:
            return 2500;
    }
    return 900;
}

}  // namespace ui
