#include "film/film.h"

#include <algorithm>

namespace film {

namespace {

template <class T>
const T* findById(const std::vector<T>& entries, std::string_view id) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const T& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
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

int sourceNumber(const Film& film, std::string_view id) {
    const Source* source = findSource(film, id);
    return source ? static_cast<int>(source - film.sources.data()) + 1 : 0;
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
