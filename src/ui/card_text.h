// What a card says about an event, a place or a country, as plain texts in one language, and where it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "film/film.h"
#include "ui/browse.h"

namespace ui {

struct CardSource {
    std::string says;     ///< "[12] AFP, « Titre », mars 2024"
    std::string address;  ///< may be empty
};

/// An event of a place or a country.
struct CardEvent {
    std::string id, date, title;
    std::string place;  ///< where, if not at the place of the card itself: "Aéroport de Niamey"
};

struct CardText {
    std::string head;  ///< an event's date, what a place is
    std::string title;
    std::string place;
    std::string text;
    std::vector<std::string> facts;  ///< number, how sure, who says so: each with its label
    std::string badge;               ///< "hors des articles", or empty
    std::vector<CardSource> sources;
    std::vector<CardEvent> events;  ///< by date
    bool listsEvents = false;       ///< true for places and countries, even without events
    std::optional<base::Color> color;
};

/// Nothing when the film, or the list of countries, has no such subject.
std::optional<CardText> cardText(const film::Film& film, const std::vector<CountryEntry>* countries,
                                 const Subject& subject, std::string_view language);

/// Where on the ground the subject is, as far as it is known: an event's goal, else its start.
std::optional<base::LonLat> whereIs(const film::Film& film, const std::vector<CountryEntry>* countries,
                                    const Subject& subject);

/// The addresses that the subject's card offers, in its order.
std::vector<std::string> addressesOf(const film::Film& film, const Subject& subject);

/// True for addresses that may be given to a browser: http and https.
bool isWebAddress(std::string_view address);

/// What a card must keep clear of, window units.
struct CardRoom {
    base::Box window;                ///< it stays wholly inside
    std::vector<base::Box> subject;  ///< what it speaks of: covered only where it cannot be helped
    std::vector<base::Box> story;    ///< what the step shows besides: covered rather than that
    std::vector<base::Box> panels;   ///< covered rather than either
};

/// The top left corner of a card of this size beside `anchor`, `gap` away from it: where it covers least, to
/// the right rather than left, below or above, in one of the window's corners, or else the nearest place that
/// is free.
base::Vec2 cardCorner(base::Vec2 anchor, base::Vec2 card, const CardRoom& room, double gap);

}  // namespace ui
