#include "ui/card_text.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/language.h"
#include "film/bibliography.h"
#include "film/claim_words.h"
#include "film/cue_summary.h"
#include "geo/great_circle.h"
#include "picture/words.h"
#include "ui/find.h"
#include "ui/words.h"

namespace ui {

namespace {

std::string capitalised(std::string text, std::string_view language) {
    // The words that a fact begins with are in small letters; none of them begins with an accent.
    if (!text.empty()) text.replace(0, 1, base::upperCase(text.substr(0, 1), language));
    return text;
}

std::vector<std::string> factsOf(const film::Event& event, std::string_view language) {
    std::vector<std::string> facts;
    if (const std::string count = film::countWords(event, language); !count.empty())
        facts.push_back(capitalised(count, language));
    facts.push_back(
        film::labelled(word(Word::HowSure, language), film::claimWords(event.status, language), language));
    if (const std::string_view says = event.saidBy.in(language); !says.empty())
        facts.push_back(film::labelled(word(Word::WhoSaysSo, language), says, language));
    return facts;
}

std::string badgeOf(const film::Film& film, const film::Event& event, std::string_view language) {
    if (!film::isOutsideArticles(film, event)) return {};
    return std::string(picture::word(picture::Word::OutsideArticles, language));
}

CardText eventCard(const film::Film& film, const film::Event& event, std::string_view language) {
    CardText card;
    card.head = base::formatDate(event.date, language);
    card.title = event.title.in(language);
    card.place = film::placeLine(film, {&event}, language);
    card.text = event.text.in(language);
    card.facts = factsOf(event, language);
    card.badge = badgeOf(film, event, language);
    for (const std::string& id : event.sources) {
        const film::Source* source = film::findSource(film, id);
        if (!source) continue;
        const std::string number = "[" + std::to_string(film::sourceNumber(film, id)) + "] ";
        card.sources.push_back({number + film::citation(*source, language), source->url});
    }
    if (const film::Actor* actor = film::findActor(film, event.actor)) card.color = actor->color;
    return card;
}

/// Every place that the event names.
std::vector<std::string> placesOf(const film::Event& event) {
    std::vector<std::string> places{event.from, event.to};
    places.insert(places.end(), event.via.begin(), event.via.end());
    return places;
}

/// `placeOf`: for an event's place the words to show with it, nothing where the event does not belong.
template <class PlaceOf>
std::vector<CardEvent> eventsWhere(const film::Film& film, PlaceOf placeOf, std::string_view language) {
    std::vector<std::pair<const film::Event*, std::string>> found;
    for (const film::Event& event : film.events) {
        std::optional<std::string> place;
        for (const std::string& id : placesOf(event)) {
            const std::optional<std::string> words = placeOf(id);
            // The card's own place says enough, and nothing else is then to be named.
            if (words && (!place || words->empty())) place = words;
        }
        if (place) found.emplace_back(&event, *place);
    }
    const auto order = [](const film::Event* e) {
        return std::tuple(e->date.firstDay(), e->date.lastDay(), e->id);
    };
    std::sort(found.begin(), found.end(),
              [&](const auto& a, const auto& b) { return order(a.first) < order(b.first); });
    std::vector<CardEvent> list;
    for (const auto& [event, place] : found)
        list.push_back({event->id, base::formatDate(event->date, language),
                        std::string(event->title.in(language)), place});
    return list;
}

bool isTown(const film::Place& place) {
    return place.kind == film::PlaceKind::Capital || place.kind == film::PlaceKind::City;
}

/// True for a base or airport at the town: who clicks on Niamey asks for what happened at its airport too.
/// Between two towns it is the nearer one's.
bool isAtTown(const film::Film& film, const film::Place& base, const film::Place& town) {
    constexpr double kAtTownKm = 25;  // an airport or a camp outside a large city
    if (base.kind != film::PlaceKind::Base || !isTown(town) || base.country != town.country) return false;
    const double away = geo::distanceKm(base.at, town.at);
    return away <= kAtTownKm && std::none_of(film.places.begin(), film.places.end(), [&](const auto& other) {
               return isTown(other) && geo::distanceKm(base.at, other.at) < away;
           });
}

CardText placeCard(const film::Film& film, const std::vector<CountryEntry>* countries,
                   const film::Place& place, std::string_view language) {
    CardText card;
    card.head = kindName(place.kind, language);
    card.title = film::nameIn(film, place.name, language);
    if (const CountryEntry* country = findCountry(countries, place.country))
        card.place = film::nameIn(film, country->name, language);
    card.listsEvents = true;
    const auto placeOf = [&](const std::string& id) -> std::optional<std::string> {
        if (id == place.id) return "";
        const film::Place* other = film::findPlace(film, id);
        if (!other || !isAtTown(film, *other, place)) return std::nullopt;
        return std::string(film::nameIn(film, other->name, language));
    };
    card.events = eventsWhere(film, placeOf, language);
    return card;
}

CardText countryCard(const film::Film& film, const CountryEntry& country, std::string_view language) {
    CardText card;
    card.head = word(Word::Country, language);
    card.title = film::nameIn(film, country.name, language);
    card.listsEvents = true;
    const auto placeOf = [&](const std::string& id) -> std::optional<std::string> {
        const film::Place* place = film::findPlace(film, id);
        return place && place->country == country.a3 ? std::optional<std::string>("") : std::nullopt;
    };
    card.events = eventsWhere(film, placeOf, language);
    return card;
}

// How much more a pixel of the subject, and of the step's story, counts than one of a panel.
constexpr double kSubjectWeight = 50, kStoryWeight = 20;

// Where a card may stand, in the order of preference.
std::vector<base::Vec2> cornersBeside(base::Vec2 anchor, base::Vec2 card, const base::Box& window,
                                      double gap) {
    const double right = anchor.x + gap, left = anchor.x - gap - card.x;
    const double below = anchor.y + gap, above = anchor.y - gap - card.y;
    std::vector<base::Vec2> corners;
    for (const double x : {right, left}) {
        for (const double share : {0.33, 0.0, 1.0}) corners.push_back({x, anchor.y - card.y * share});
    }
    for (const double y : {below, above}) {
        for (const double share : {0.5, 0.0, 1.0}) corners.push_back({anchor.x - card.x * share, y});
    }
    const double farX = window.right() - card.x, farY = window.bottom() - card.y;
    corners.insert(corners.end(), {{farX, window.y}, {farX, farY}, {window.x, window.y}, {window.x, farY}});
    std::vector<base::Vec2> others;
    constexpr int kSteps = 10;  // of a grid over the window, for where all of these are taken
    for (int i = 0; i <= kSteps; ++i) {
        for (int j = 0; j <= kSteps; ++j)
            others.push_back({base::lerp(window.x, farX, i / double(kSteps)),
                              base::lerp(window.y, farY, j / double(kSteps))});
    }
    const auto away = [&](base::Vec2 corner) { return base::length(corner + card * 0.5 - anchor); };
    std::stable_sort(others.begin(), others.end(),
                     [&](base::Vec2 a, base::Vec2 b) { return away(a) < away(b); });
    corners.insert(corners.end(), others.begin(), others.end());
    return corners;
}

double coveredBy(const base::Box& box, const std::vector<base::Box>& blocked) {
    double area = 0;
    for (const base::Box& other : blocked) {
        const double w = std::min(box.right(), other.right()) - std::max(box.x, other.x);
        const double h = std::min(box.bottom(), other.bottom()) - std::max(box.y, other.y);
        if (w > 0 && h > 0) area += w * h;
    }
    return area;
}

}  // namespace

std::optional<CardText> cardText(const film::Film& film, const std::vector<CountryEntry>* countries,
                                 const Subject& subject, std::string_view language) {
    if (subject.kind == SubjectKind::Event) {
        const film::Event* event = film::findEvent(film, subject.id);
        return event ? std::optional(eventCard(film, *event, language)) : std::nullopt;
    }
    if (subject.kind == SubjectKind::Place) {
        const film::Place* place = anyPlace(film, subject.id);
        return place ? std::optional(placeCard(film, countries, *place, language)) : std::nullopt;
    }
    const CountryEntry* country = findCountry(countries, subject.id);
    return country ? std::optional(countryCard(film, *country, language)) : std::nullopt;
}

std::optional<base::LonLat> whereIs(const film::Film& film, const std::vector<CountryEntry>* countries,
                                    const Subject& subject) {
    if (subject.kind == SubjectKind::Country) {
        const CountryEntry* country = findCountry(countries, subject.id);
        return country ? std::optional(country->at) : std::nullopt;
    }
    std::vector<std::string> places{subject.id};
    if (subject.kind == SubjectKind::Event) {
        const film::Event* event = film::findEvent(film, subject.id);
        if (!event) return std::nullopt;
        places = {event->to, event->from};
    }
    for (const std::string& id : places) {
        if (const film::Place* place = anyPlace(film, id)) return place->at;
    }
    return std::nullopt;
}

std::vector<std::string> addressesOf(const film::Film& film, const Subject& subject) {
    std::vector<std::string> addresses;
    const film::Event* event =
        subject.kind == SubjectKind::Event ? film::findEvent(film, subject.id) : nullptr;
    if (!event) return addresses;
    for (const std::string& id : event->sources) {
        const film::Source* source = film::findSource(film, id);
        if (source && !source->url.empty()) addresses.push_back(source->url);
    }
    return addresses;
}

bool isWebAddress(std::string_view address) {
    const bool isWeb = address.starts_with("https://") || address.starts_with("http://");
    return isWeb && std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c != 0x7F; });
}

base::Vec2 cardCorner(base::Vec2 anchor, base::Vec2 card, const CardRoom& room, double gap) {
    const base::Box thing = base::Box{anchor.x, anchor.y, 0, 0}.grown(gap * 0.9);
    base::Vec2 best;
    double least = std::numeric_limits<double>::infinity();
    for (const base::Vec2& corner : cornersBeside(anchor, card, room.window, gap)) {
        const base::Box& window = room.window;
        const base::Box box{std::clamp(corner.x, window.x, std::max(window.x, window.right() - card.x)),
                            std::clamp(corner.y, window.y, std::max(window.y, window.bottom() - card.y)),
                            card.x, card.y};
        const double covered = coveredBy(box, room.panels) + kStoryWeight * coveredBy(box, room.story) +
                               kSubjectWeight * (coveredBy(box, room.subject) + coveredBy(box, {thing}));
        if (covered >= least) continue;
        least = covered;
        best = {box.x, box.y};
    }
    return best;
}

}  // namespace ui
