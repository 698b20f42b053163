// What the search box finds: places, countries and events by any of their words, accents and capitals aside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "film/film.h"
#include "ui/browse.h"
#include "ui/event_rows.h"

namespace ui {

struct Found {
    Subject subject;
    std::string title;
    std::string note;    ///< what it is, or an event's date and place
    base::LonLat at;     ///< places and countries: where
    double widthKm = 0;  ///< ground width of a frame that shows them
};

/// What search reads.
struct Searched {
    const film::Film& film;
    const std::vector<CountryEntry>* countries = nullptr;  ///< may be missing
    const std::vector<EventRow>& rows;                     ///< every event, in `language`
    std::string_view language;
};

/// Countries and places first, then events by date; none for a text without words. Of a place each word typed
/// begins a word; a name that begins with the text comes first, then what the film is about (its focus
/// countries, its events' places), then a more important place. At most
/// kMostPlaces and kMostEvents.
std::vector<Found> find(const Searched& searched, const std::string& text);

inline constexpr std::size_t kMostPlaces = 8;
inline constexpr std::size_t kMostEvents = 30;

/// The place with this id, in the film or the gazetteer; nullptr when there is none.
const film::Place* anyPlace(const film::Film& film, std::string_view id);

/// The country with this code; nullptr when there is none, or no list.
const CountryEntry* findCountry(const std::vector<CountryEntry>* countries, std::string_view a3);

/// What a place is: "capitale", "base".
std::string_view kindName(film::PlaceKind kind, std::string_view language);

/// Ground width of a frame that shows a place of this kind with what is around it, km.
double widthAround(film::PlaceKind kind);

}  // namespace ui
