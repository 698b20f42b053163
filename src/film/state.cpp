#include "film/state.h"

#include <algorithm>
#include <map>
#include <set>

namespace film {

namespace {

using EventsById = std::map<std::string_view, const Event*>;

const Event* find(const EventsById& events, std::string_view id) {
    const auto found = events.find(id);
    return found == events.end() ? nullptr : found->second;
}

std::optional<base::Day> firstDay(const EventsById& events, std::string_view id) {
    const Event* event = find(events, id);
    return event ? std::optional(event->date.firstDay()) : std::nullopt;
}

bool isReached(const std::optional<base::Day>& day, base::Day now) {
    return day && *day <= now;
}

}  // namespace

StateTable::StateTable(const Film& film) {
    EventsById events;
    for (const Event& event : film.events) events.emplace(event.id, &event);
    for (const Presence& presence : film.presences) {
        Force force;
        const Event* first = nullptr;
        for (const std::string& id : presence.events) {
            const Event* event = find(events, id);
            // What is only announced attests nothing.
            if (!event || event->status == ClaimStatus::Announced) continue;
            const base::Day day = event->date.firstDay();
            if (!first || day < first->date.firstDay()) first = event;
            force.events.emplace_back(day, id);
            if (event->status != ClaimStatus::Disputed)
                force.undisputed = std::min(force.undisputed.value_or(day), day);
        }
        if (!first) continue;
        std::sort(force.events.begin(), force.events.end());
        force.presence = &presence;
        force.arrives = first->kind == EventKind::Arrival;
        force.attested = first->date.firstDay();
        if (const Event* end = find(events, presence.until)) force.over = end->date.lastDay();
        m_forces.push_back(force);
    }
    for (const Alliance& alliance : film.alliances) {
        for (const Member& member : alliance.members) {
            m_seats.push_back({&alliance, &member, firstDay(events, member.since),
                               firstDay(events, member.leaving), firstDay(events, member.until),
                               firstDay(events, alliance.renamedBy)});
        }
    }
}

CountryState StateTable::at(std::string_view country, base::Day day) const {
    CountryState state;
    for (const Force& force : m_forces) {
        const bool isAttested = force.attested <= day;
        if (force.presence->country != country || isReached(force.over, day) ||
            (!isAttested && force.arrives))
            continue;
        PresentForce present{force.presence->actor, !isAttested ? Attestation::AttestedLater
                                                    : isReached(force.undisputed, day)
                                                        ? Attestation::Attested
                                                        : Attestation::Disputed};
        for (const auto& [since, id] : force.events) {
            if (since <= day || !isAttested) present.witnesses.push_back(id);
        }
        state.forces.push_back(std::move(present));
    }
    for (const Seat& seat : m_seats) {
        if (seat.member->country != country || (seat.since && *seat.since > day) ||
            isReached(seat.until, day))
            continue;
        Membership membership{seat.alliance->id, isReached(seat.leaving, day), isReached(seat.renamed, day),
                              !seat.since};
        if (seat.since) membership.witnesses.push_back(seat.member->since);
        if (membership.leaving) membership.witnesses.push_back(seat.member->leaving);
        if (membership.renamed) membership.witnesses.push_back(seat.alliance->renamedBy);
        state.memberships.push_back(std::move(membership));
    }
    return state;
}

std::vector<std::string> StateTable::witnesses(std::string_view country, base::Day day) const {
    std::vector<std::string> ids;
    const auto add = [&](const std::vector<std::string>& more) {
        for (const std::string& id : more) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        }
    };
    const CountryState state = at(country, day);
    for (const PresentForce& force : state.forces) add(force.witnesses);
    for (const Membership& membership : state.memberships) add(membership.witnesses);
    return ids;
}

std::vector<std::string> StateTable::membersOf(std::string_view alliance, base::Day day) const {
    std::vector<std::string> members;
    for (const Seat& seat : m_seats) {
        if (seat.alliance->id == alliance && (!seat.since || *seat.since <= day) &&
            !isReached(seat.until, day))
            members.push_back(seat.member->country);
    }
    return members;
}

std::vector<base::Day> StateTable::changes(std::string_view country) const {
    std::set<base::Day> days;
    const auto add = [&](const std::optional<base::Day>& day) {
        if (day) days.insert(*day);
    };
    for (const Force& force : m_forces) {
        if (force.presence->country != country) continue;
        for (const auto& day : {std::optional(force.attested), force.undisputed, force.over}) add(day);
    }
    for (const Seat& seat : m_seats) {
        if (seat.member->country != country) continue;
        for (const auto& day : {seat.since, seat.leaving, seat.until, seat.renamed}) add(day);
    }
    return {days.begin(), days.end()};
}

std::vector<base::Day> StateTable::membershipChanges(std::string_view alliance) const {
    std::set<base::Day> days;
    for (const Seat& seat : m_seats) {
        if (seat.alliance->id != alliance) continue;
        for (const auto& day : {seat.since, seat.until}) {
            if (day) days.insert(*day);
        }
    }
    return {days.begin(), days.end()};
}

}  // namespace film
