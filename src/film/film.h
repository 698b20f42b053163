// The film: what to tell, as a value. Structs, vectors and ids, no pointers; read from TOML by film_file.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/edtf.h"
#include "base/text.h"
#include "base/units.h"

namespace film {

enum class PlaceKind { Capital, City, Base, Symbol, Water };

struct Place {
    std::string id;
    base::LocalText name;
    base::LonLat at;
    PlaceKind kind = PlaceKind::City;
    std::optional<double> precisionKm;  ///< radius within which the true point lies
    int rank = 3;                       ///< 1 most important .. 6, for labels
    std::string country;                ///< ISO 3166-1 alpha-3, may be empty
    bool operator==(const Place&) const = default;
};

struct Actor {
    std::string id;
    base::LocalText name;
    base::Color color;
    bool operator==(const Actor&) const = default;
};

struct Source {
    std::string id;
    std::string title;  ///< may be empty when the exact title is not known
    std::string publisher;
    std::optional<base::Edtf> date;
    std::string url;
    bool article = false;  ///< one of the articles the film rests on
    bool operator==(const Source&) const = default;
};

enum class EventKind {
    Arrival,
    Departure,
    Visit,
    Call,
    Delivery,
    Coup,
    Agreement,
    Denunciation,
    Alliance,
    Exit,
    Announcement,
    Presence
};
enum class CountStatus { None, Exact, Approx, Range, Presence, Cumulative, Disputed, Unknown };
enum class ClaimStatus { Confirmed, Reported, Announced, Disputed };

/// What somebody or something moves in or on; None: no source says.
enum class Carrier { None, Aircraft, Vehicle, Foot };

/// People (or what the event says) as a number or a range; min == max for a single number.
struct Count {
    int min = 0;
    int max = 0;
    bool operator==(const Count&) const = default;
};

/// The place id that stands for "not given": an arrow fades in from it or out towards it.
inline constexpr std::string_view kUnknownPlace = "unknown";

struct Event {
    std::string id;
    base::Edtf date;
    EventKind kind = EventKind::Arrival;
    std::string actor;             ///< actor id
    std::string from;              ///< place id, kUnknownPlace, or ""
    std::string to;                ///< place id, kUnknownPlace, or ""
    std::vector<std::string> via;  ///< place ids
    std::string towards;           ///< place id: which way it fades whose end is not given, or ""
    Carrier carrier = Carrier::None;
    std::optional<Count> count;
    CountStatus countStatus = CountStatus::None;
    ClaimStatus status = ClaimStatus::Confirmed;
    base::LocalText saidBy;
    std::vector<std::string> sources;  ///< source ids
    std::string partOf;                ///< the event whose span and count already hold this one, or ""
    base::LocalText title;
    base::LocalText text;
    bool operator==(const Event&) const = default;

    /// True for kinds that move somebody or something and have both ends (one may be unknown).
    bool isMovement() const;
};

/// Somebody's forces in a country, as far as events attest it.
struct Presence {
    std::string actor;
    std::string country;              ///< ISO 3166-1 alpha-3
    std::vector<std::string> events;  ///< event ids that attest it, at least one
    std::string until;                ///< the event with whose last day it ends, or ""
    bool operator==(const Presence&) const = default;
};

/// A country's place in an alliance; each id is an event's, or "".
struct Member {
    std::string country;  ///< ISO 3166-1 alpha-3
    std::string since;    ///< "": from before the film
    std::string leaving;  ///< announces that it will leave
    std::string until;
    bool operator==(const Member&) const = default;
};

struct Alliance {
    std::string id;
    base::LocalText name;
    base::LocalText shortName;
    base::Color color;
    bool outline = false;  ///< the map draws a line around its members
    std::vector<Member> members;
    std::string renamedBy;  ///< the event from which newName holds, or ""
    base::LocalText newName;
    bool operator==(const Alliance&) const = default;
};

/// Where the camera stands: either what it must show, or exact values.
struct CameraSpec {
    std::vector<std::string>
        fit;  ///< place ids or country codes (alpha-3); empty when centre and width are given
    std::optional<base::LonLat> center;
    std::optional<double> widthKm;  ///< ground width of the frame at its centre
    double bearing = 0;             ///< degrees clockwise from north to the top of the frame
    double pitch = 0;               ///< degrees from straight down, 0..60
    bool operator==(const CameraSpec&) const = default;
};

enum class CueCard { None, Title, Credits };

/// What one press of the clicker shows: the camera flies, the arrows play, the picture holds.
///
///   |--- fly ---|------ play ------|--- hold ---|
struct Cue {
    std::string id;
    std::string chapter;              ///< chapter id, or ""
    std::vector<std::string> events;  ///< event ids
    CameraSpec camera;
    double flySeconds = 2;
    double playSeconds = 4;
    double holdSeconds = 3;
    CueCard card = CueCard::None;
    std::optional<base::Edtf> date;  ///< the film's date; a span is gone through while the cue plays
    bool state = false;              ///< shows who is present and which alliances each focus country is in
    base::LocalText title;           ///< empty: the first event's
    base::LocalText text;            ///< empty: the first event's
    base::LocalText notes;           ///< for the presenter alone
    bool operator==(const Cue&) const = default;

    double seconds() const { return flySeconds + playSeconds + holdSeconds; }
};

/// A part of the film's story: cues that stand together.
struct Chapter {
    std::string id;
    base::LocalText title;
    bool optional = false;  ///< the story is whole without it
    bool shown = true;      ///< false: left out unless asked for
    bool operator==(const Chapter&) const = default;
};

struct Film {
    std::string file;                   ///< the path it was read from, as given
    std::vector<std::string> included;  ///< paths of the files it includes
    base::LocalText title;
    std::vector<std::string> languages;  ///< the first is the default
    std::string projection = "+proj=laea +lat_0=24 +lon_0=9";
    std::string theme = "night";     ///< night | paper | plain | path of a theme file
    bool graticule = false;          ///< meridians and parallels are drawn
    bool scaleBar = false;           ///< a bar says how long some kilometres are
    std::vector<std::string> focus;  ///< ISO 3166-1 alpha-3
    std::vector<Actor> actors;       ///< in the order of the file
    std::vector<Place> places;       ///< those the film defines or uses, by id
    std::vector<Source> sources;
    std::vector<Event> events;
    std::vector<Presence> presences;
    std::vector<Alliance> alliances;
    std::vector<Chapter> chapters;
    std::vector<Cue> cues;
    std::vector<Place>
        gazetteer;  ///< every known place that is not in `places`, by id: for orientation labels
    bool operator==(const Film&) const = default;
};

/// A name in `language`; where it has none, in the film's first language; where it has none of that, in
/// English.
std::string_view nameIn(const Film& film, const base::LocalText& name, std::string_view language);

/// The same in capitals, by the rules of the language in which it is written: an English name in a Turkish
/// film has no dotted capital I.
std::string nameInCapitals(const Film& film, const base::LocalText& name, std::string_view language);

/// The entry with this id, or nullptr.
const Place* findPlace(const Film& film, std::string_view id);
const Actor* findActor(const Film& film, std::string_view id);
const Source* findSource(const Film& film, std::string_view id);
const Event* findEvent(const Film& film, std::string_view id);
const Chapter* findChapter(const Film& film, std::string_view id);

/// 1-based number of a source in the film's list: the mark that captions and credits share; 0 when there is
/// no such source.
int sourceNumber(const Film& film, std::string_view id);

/// True when the event is drawn as an arrow: a movement, unless it is part of one that a cue shows. A span
/// and its parts are never both drawn as movements.
bool isDrawnAsArrow(const Film& film, const Event& event);

/// The events that cues of the film draw as arrows, in the order of the film.
std::vector<const Event*> arrowsOf(const Film& film);

/// True when the event's count may set the width of an arrow: one number, exact or approximate, of a claim
/// that nobody disputes.
bool setsWidth(const Event& event);

/// The film without the cues of these chapters, and without the events that only those cues show: with them
/// goes whatever rests on them alone.
Film withoutChapters(Film film, const std::vector<std::string>& chapters);

/// True when the film has sources marked as its articles and none of the event's sources is one of them.
bool isOutsideArticles(const Film& film, const Event& event);

/// The texts as the film file writes them: "arrival", "approx", "reported", "capital", ...
std::string_view toString(EventKind kind);
std::string_view toString(CountStatus status);
std::string_view toString(ClaimStatus status);
std::string_view toString(PlaceKind kind);
std::string_view toString(Carrier carrier);

}  // namespace film
