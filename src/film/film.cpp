#include "film/film.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/language.h"

namespace film {

namespace {

template <class T>
const T* findById(const std::vector<T>& entries, std::string_view id) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

bool Event::isMovement() const {
    switch (kind) {
        case EventKind::Arrival:
        case EventKind::Departure:
        case EventKind::Visit:
        case EventKind::Call:
        case EventKind::Delivery:
            return !from.empty() && !to.empty();
        default:
            return false;
    }
}

std::string_view nameIn(const Film& film, const base::LocalText& name, std::string_view language) {
    const std::string_view first = film.languages.empty() ? std::string_view() : film.languages.front();
    return name.inFirstOf({language, first, "en"});
}

std::string nameInCapitals(const Film& film, const base::LocalText& name, std::string_view language) {
    const std::string_view first = film.languages.empty() ? std::string_view() : film.languages.front();
    for (const std::string_view written : {language, first, std::string_view("en")}) {
        for (const auto& [own, words] : name.byLanguage) {
            if (own == written) return base::upperCase(words, written);
        }
    }
    return base::upperCase(name.in(language), language);
}

const Place* findPlace(const Film& film, std::string_view id) {
    return findById(film.places, id);
}
const Actor* findActor(const Film& film, std::string_view id) {
    return findById(film.actors, id);
}
const Source* findSource(const Film& film, std::string_view id) {
    return findById(film.sources, id);
}
const Event* findEvent(const Film& film, std::string_view id) {
    return findById(film.events, id);
}

const Chapter* findChapter(const Film& film, std::string_view id) {
    return findById(film.chapters, id);
}

int sourceNumber(const Film& film, std::string_view id) {
    const Source* source = findSource(film, id);
    return source ? static_cast<int>(source - film.sources.data()) + 1 : 0;
}

bool isDrawnAsArrow(const Film& film, const Event& event) {
    if (!event.isMovement() || event.partOf.empty()) return event.isMovement();
    return std::none_of(film.cues.begin(), film.cues.end(),
                        [&](const Cue& cue) { return contains(cue.events, event.partOf); });
}

std::vector<const Event*> arrowsOf(const Film& film) {
    std::set<std::string_view> shown;  // isDrawnAsArrow for each event would go through all cues each time
    for (const Cue& cue : film.cues) shown.insert(cue.events.begin(), cue.events.end());
    std::vector<const Event*> arrows;
    for (const Event& event : film.events) {
        const bool isPart = !event.partOf.empty() && shown.contains(event.partOf);
        if (event.isMovement() && shown.contains(event.id) && !isPart) arrows.push_back(&event);
    }
    return arrows;
}

bool setsWidth(const Event& event) {
    const bool isEstablished =
        event.countStatus == CountStatus::Exact || event.countStatus == CountStatus::Approx;
    return isEstablished && event.count && event.count->min == event.count->max &&
           event.status != ClaimStatus::Disputed;
}

Film withoutChapters(Film film, const std::vector<std::string>& chapters) {
    const auto isSkipped = [&](const Cue& cue) { return contains(chapters, cue.chapter); };
    std::set<std::string, std::less<>> kept, lost;
    for (const Cue& cue : film.cues)
        (isSkipped(cue) ? lost : kept).insert(cue.events.begin(), cue.events.end());
    const auto isLost = [&](const std::string& id) { return lost.contains(id) && !kept.contains(id); };

    std::erase_if(film.cues, isSkipped);
    std::erase_if(film.chapters, [&](const Chapter& c) { return contains(chapters, c.id); });
    std::erase_if(film.events, [&](const Event& event) { return isLost(event.id); });
    for (Event& event : film.events) {
        if (isLost(event.partOf)) event.partOf.clear();
    }
    for (Presence& presence : film.presences) std::erase_if(presence.events, isLost);
    std::erase_if(film.presences, [&](const Presence& p) { return p.events.empty() || isLost(p.until); });
    for (Alliance& alliance : film.alliances) {
        std::erase_if(alliance.members, [&](const Member& m) {
            return isLost(m.since) || isLost(m.leaving) || isLost(m.until);
        });
        if (!isLost(alliance.renamedBy)) continue;
        alliance.renamedBy.clear();
        alliance.newName = {};
    }
    return film;
}

bool isOutsideArticles(const Film& film, const Event& event) {
    const bool hasArticles = std::any_of(film.sources.begin(), film.sources.end(),
                                         [](const Source& source) { return source.article; });
    const bool isInArticle =
        std::any_of(event.sources.begin(), event.sources.end(), [&](const std::string& id) {
            const Source* source = findSource(film, id);
            return source && source->article;
        });
    return hasArticles && !isInArticle;
}

std::string_view toString(EventKind kind) {
    switch (kind) {
        case EventKind::Arrival:
            return "arrival";
        case EventKind::Departure:
            return "departure";
        case EventKind::Visit:
            return "visit";
        case EventKind::Call:
            return "call";
        case EventKind::Delivery:
            return "delivery";
        case EventKind::Coup:
            return "coup";
        case EventKind::Agreement:
            return "agreement";
        case EventKind::Denunciation:
            return "denunciation";
        case EventKind::Alliance:
            return "alliance";
        case EventKind::Exit:
            return "exit";
        case EventKind::Announcement:
            return "announcement";
        case EventKind::Presence:
            return "presence";
    }
    return "";
}

std::string_view toString(CountStatus status) {
    switch (status) {
        case CountStatus::None:
            return "none";
        case CountStatus::Exact:
            return "exact";
        case CountStatus::Approx:
            return "approx";
        case CountStatus::Range:
            return "range";
        case CountStatus::Presence:
            return "presence";
        case CountStatus::Cumulative:
            return "cumulative";
        case CountStatus::Disputed:
            return "disputed";
        case CountStatus::Unknown:
            return "unknown";
    }
    return "";
}

std::string_view toString(ClaimStatus status) {
    switch (status) {
        case ClaimStatus::Confirmed:
            return "confirmed";
        case ClaimStatus::Reported:
            return "reported";
        case ClaimStatus::Announced:
            return "announced";
        case ClaimStatus::Disputed:
            return "disputed";
    }
    return "";
}

std::string_view toString(Carrier carrier) {
    switch (carrier) {
        case Carrier::None:
            return "none";
        case Carrier::Aircraft:
            return "aircraft";
        case Carrier::Vehicle:
            return "vehicle";
        case Carrier::Foot:
            return "foot";
    }
    return "";
}

std::string_view toString(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::Capital:
            return "capital";
        case PlaceKind::City:
            return "city";
        case PlaceKind::Base:
            return "base";
        case PlaceKind::Symbol:
            return "symbol";
        case PlaceKind::Water:
            return "water";
    }
    return "";
}

}  // namespace film
