// What a storyboard says, cue by cue, as plain text in one language. Where it stands on pages is the job of
// handout.h and contact_sheet.h.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "film/film.h"

namespace video {

/// A source as a reader looks it up; parts that are not known are empty.
struct SourceNote {
    int number = 0;  ///< film::sourceNumber
    std::string publisher;
    std::string citation;  ///< publisher, title and date as one line
    std::string url;
    bool operator==(const SourceNote&) const = default;
};

/// An event with how sure it is, in words.
struct EventNote {
    std::string date, title;  ///< empty where the cue says the same just above
    std::string text;         ///< empty where the cue says the same
    std::string claim;        ///< "rapporté"
    std::string count;        ///< "environ 1 500"; empty when no number is in question
    std::string saidBy;
    std::string partOf;        ///< title of the event that comprises it
    std::vector<int> sources;  ///< numbers
    bool outside = false;      ///< rests on none of the film's articles
    base::Color color;         ///< its actor's
    bool operator==(const EventNote&) const = default;
};

/// A tag of the map in a state cue, with the events that attest it (their texts and counts left out).
struct TagNote {
    std::string name;  ///< of the force or the alliance
    std::string how;   ///< "attestée plus tard, début non daté", "membre, retrait annoncé"
    std::vector<EventNote> events;
    base::Color color;
    bool operator==(const TagNote&) const = default;
};

struct CountryNote {
    std::string name;
    std::vector<TagNote> tags;
    bool operator==(const CountryNote&) const = default;
};

/// What the map says of the focus countries when the cue has played.
struct StateNote {
    std::string asOf;  ///< "La carte au 31 décembre 2024"
    std::vector<CountryNote> countries;
    bool operator==(const StateNote&) const = default;
};

struct CueNote {
    int number = 0;  ///< from 1
    std::string id, title, date, places, text;
    std::string notes;    ///< the presenter's
    std::string chapter;  ///< its chapter's title, "(facultatif)" after it; empty without one
    std::vector<EventNote> events;
    std::optional<StateNote> state;
    std::vector<int> sources;         ///< numbers of the sources of all its events and tags, rising
    std::vector<std::string> claims;  ///< how sure its events and tags are, each word once, surest first
    std::string badge;                ///< "hors des articles", "en partie hors des articles" or ""
    base::Color color;                ///< its first event's
    film::CueCard card = film::CueCard::None;
    bool operator==(const CueNote&) const = default;
};

struct Storyboard {
    std::string language;
    std::string title;
    std::string dates;    ///< "de novembre 2021 à décembre 2024"; empty without events
    std::string summary;  ///< how many cues, events and sources
    std::vector<CueNote> cues;
    std::vector<SourceNote> sources;  ///< all of the film's, in order
    bool hasArticles = false;         ///< the film marks sources as its articles
    bool operator==(const Storyboard&) const = default;
};

enum class Notes { Shown, LeftOut };

/// The name of a country by its ISO 3166-1 alpha-3 code; "" when it has none.
using CountryNames = std::function<std::string(std::string_view code)>;

/// Everything the pages of a film say. `language` is one of the film's. A country without a name is called by
/// its code.
Storyboard makeStoryboard(const film::Film& film, std::string_view language, Notes notes,
                          const CountryNames& nameOfCountry = {});

}  // namespace video
