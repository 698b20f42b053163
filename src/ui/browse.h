// What the presenter has opened over the picture to find a place in the story or to look closer: overview,
// chapters, search, a card, the ruler. Plain data; commands change it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/units.h"

namespace ui {

/// What is looked through; one at a time.
enum class Browser : std::uint8_t { None, Overview, Chapters, Search };

/// "", "overview", "chapters", "search": for traces.
std::string_view nameOf(Browser browser);

enum class SubjectKind : std::uint8_t { Event, Place, Country };

/// What a card can tell about.
struct Subject {
    SubjectKind kind = SubjectKind::Event;
    std::string id;  ///< of the event or place; a country's alpha-3 code
    bool operator==(const Subject&) const = default;
};

/// "event:E29", "place:niamey", "country:NER", and back; nothing when the text is none of these.
std::string toText(const Subject& subject);
std::optional<Subject> subjectOf(const std::string& text);

struct Card {
    Subject subject;
    std::optional<base::LonLat> at;  ///< what it stands beside
    std::size_t nextLink = 0;        ///< which of its addresses the key opens next
};

/// What a hand does with the ruler's line.
enum class RulerStep : std::uint8_t { Begin, Follow, End };

/// A line on the ground from one point to another.
struct Ruler {
    bool held = false;  ///< clicks set its points
    std::optional<base::LonLat> from, to;
    bool laid = false;  ///< `to` follows the pointer no more
};

/// A country as search and cards know it.
struct CountryEntry {
    std::string a3;
    base::LocalText name;
    base::LonLat at;       ///< where its name is written
    double widthKm = 500;  ///< of a frame that shows its largest part
};

struct Browse {
    Browser open = Browser::None;
    std::size_t marked = 0;  ///< the cue, chapter or result that Enter chooses
    std::string searched;    ///< as typed
    std::optional<Card> card;
    std::string found;  ///< id of the place that search has flown to; "": none
    Ruler ruler;
    std::string wishedAddress;  ///< to be opened outside; whoever does so clears it
    const std::vector<CountryEntry>* countries = nullptr;  ///< may be missing; must outlive the session

    /// Closes all but the ruler.
    void close() {
        open = Browser::None;
        card.reset();
    }
};

}  // namespace ui
