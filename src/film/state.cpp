#include "film/state.h"

#include <algorithm>
#include <optional>

namespace film {

namespace {

bool hasBegun(const Film& film, const std::string& id, base::Day day) {
    const Event* event = findEvent(film, id);
    return event && event->date.firstDay() <= day;
}

bool isOver(const Film& film, const std::string& id, base::Day day) {
    const Event* event = findEvent(film, id);
    return event && event->date.lastDay() <= day;
}

bool isDisputed(const Event& event) {
    return event.status == ClaimStatus::Disputed;
}

/// How the presence is known on the day; nothing when it has not begun or is over.
std::optional<Attestation> attestationOf(const Film& film, const Presence& presence, base::Day day) {
    if (!presence.until.empty() && isOver(film, presence.until, day)) return std::nullopt;
    const Event* first = nullptr;
    bool isAttested = false, isUndisputed = false;
    for (const std::string& id : presence.events) {
        const Event* event = findEvent(film, id);
        if (!event) continue;
        if (!first || event->date.firstDay() < first->date.firstDay()) first = event;
        if (event->date.firstDay() > day) continue;
        isAttested = true;
        isUndisputed = isUndisputed || !isDisputed(*event);
    }
    if (!first) return std::nullopt;
    if (isAttested) return isUndisputed ? Attestation::Attested : Attestation::Disputed;
    return first->kind == EventKind::Arrival ? std::nullopt : std::optional(Attestation::AttestedLater);
}

bool isMember(const Film& film, const Member& member, base::Day day) {
    const bool hasJoined = member.since.empty() || hasBegun(film, member.since, day);
    return hasJoined && (member.until.empty() || !hasBegun(film, member.until, day));
}

}  // namespace

CountryState stateOf(const Film& film, std::string_view country, base::Day day) {
    CountryState state;
    for (const Presence& presence : film.presences) {
        if (presence.country != country) continue;
        if (const auto attestation = attestationOf(film, presence, day))
            state.forces.push_back({presence.actor, *attestation});
    }
    for (const Alliance& alliance : film.alliances) {
        for (const Member& member : alliance.members) {
            if (member.country != country || !isMember(film, member, day)) continue;
            state.memberships.push_back(
                {alliance.id, !member.leaving.empty() && hasBegun(film, member.leaving, day),
                 !alliance.renamedBy.empty() && hasBegun(film, alliance.renamedBy, day)});
        }
    }
    return state;
}

std::vector<std::string> membersOf(const Film& film, const Alliance& alliance, base::Day day) {
    std::vector<std::string> members;
    for (const Member& member : alliance.members) {
        if (isMember(film, member, day)) members.push_back(member.country);
    }
    return members;
}

}  // namespace film
