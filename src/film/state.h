// Who is where at a date, and which country is in which alliance: read from the film's presences and
// alliances, which name the events they rest on. Nothing is inferred beyond those events.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/edtf.h"
#include "film/film.h"

namespace film {

/// How a presence is known at a date.
enum class Attestation {
    Attested,       ///< an event of that day or before says so
    AttestedLater,  ///< only a later event says so, and none says when it began
    Disputed,       ///< every event that says so by then is disputed
};

struct PresentForce {
    std::string actor;
    Attestation attestation = Attestation::Attested;
    /// Ids of the events that attest it by then; when only later ones do, those. In order of their days.
    std::vector<std::string> witnesses = {};
    bool operator==(const PresentForce&) const = default;
};

struct Membership {
    std::string alliance;
    bool leaving = false;     ///< it has announced that it leaves
    bool renamed = false;     ///< the alliance has its new name
    bool fromBefore = false;  ///< no event says since when
    /// Ids of the events of its joining, leaving and the new name, as far as they have happened.
    std::vector<std::string> witnesses = {};
    bool operator==(const Membership&) const = default;
};

struct CountryState {
    std::vector<PresentForce> forces;     ///< in the order of the film's presences
    std::vector<Membership> memberships;  ///< in the order of the film's alliances
    bool operator==(const CountryState&) const = default;
};

/// The film's presences and alliances with their events looked up. `film` must outlive it.
///
/// A presence that begins with an arrival begins on the first day that arrival may mean. One that begins with
/// any other event was there before, since a day nobody gives: until that event it is AttestedLater. It ends
/// after the last day that its `until` may mean.
class StateTable {
  public:
    explicit StateTable(const Film& film);

    /// The state of a country (ISO 3166-1 alpha-3) at the end of `day`.
    CountryState at(std::string_view country, base::Day day) const;

    /// The ids of the events on which the country's state at the end of `day` rests, each once, in the order
    /// of the film's presences and alliances.
    std::vector<std::string> witnesses(std::string_view country, base::Day day) const;

    /// The countries that are in the alliance at the end of `day`, in the order of the film.
    std::vector<std::string> membersOf(std::string_view alliance, base::Day day) const;

    /// Every day on which the state of the country may change, in order.
    std::vector<base::Day> changes(std::string_view country) const;

    /// Every day on which the members of the alliance may change, in order.
    std::vector<base::Day> membershipChanges(std::string_view alliance) const;

  private:
    struct Force {
        const Presence* presence = nullptr;
        std::vector<std::pair<base::Day, std::string>> events;  ///< that attest it, in order of their days
        bool arrives = false;                                   ///< it begins with its first event
        base::Day attested;
        std::optional<base::Day> undisputed;  ///< the first day on which an undisputed event attests it
        std::optional<base::Day> over;        ///< the first day on which it is there no more
    };
    struct Seat {
        const Alliance* alliance = nullptr;
        const Member* member = nullptr;
        std::optional<base::Day> since, leaving, until, renamed;
    };

    std::vector<Force> m_forces;
    std::vector<Seat> m_seats;
};

}  // namespace film
