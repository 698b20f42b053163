// Who is where at a date, and which country is in which alliance: read from the film's presences and
// alliances, which name the events they rest on. Nothing is inferred beyond those events.
#pragma once

#include <string>
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
    bool operator==(const PresentForce&) const = default;
};

struct Membership {
    std::string alliance;
    bool leaving = false;  ///< it has announced that it leaves
    bool renamed = false;  ///< the alliance has its new name
    bool operator==(const Membership&) const = default;
};

struct CountryState {
    std::vector<PresentForce> forces;     ///< in the order of the film's presences
    std::vector<Membership> memberships;  ///< in the order of the film's alliances
    bool operator==(const CountryState&) const = default;
};

/// The state of a country (ISO 3166-1 alpha-3) at the end of `day`.
///
/// A presence that begins with an arrival begins on the first day that arrival may mean. One that begins with
/// any other event was there before, since a day nobody gives: until that event it is AttestedLater. It ends
/// after the last day that its `until` may mean.
CountryState stateOf(const Film& film, std::string_view country, base::Day day);

/// The countries that are in the alliance at the end of `day`, in the order of the film.
std::vector<std::string> membersOf(const Film& film, const Alliance& alliance, base::Day day);

}  // namespace film
