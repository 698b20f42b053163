#include "video/storyboard_state.h"

#include <algorithm>

#include "video/storyboard_words.h"

namespace video {

namespace {

using Events = std::vector<const film::Event*>;

bool isOver(const film::Film& film, std::string_view until, base::Day day) {
    const film::Event* event = film::findEvent(film, until);
    return event && event->date.lastDay() <= day;
}

void add(Events& events, const film::Event* event) {
    if (event && std::find(events.begin(), events.end(), event) == events.end()) events.push_back(event);
}

/// The presence's events that make it what it is at `day`, when it is `as` that.
Events eventsOf(const film::Film& film, const film::Presence& presence, film::Attestation as, base::Day day) {
    Events byThen, later;
    for (const std::string& id : presence.events) {
        const film::Event* event = film::findEvent(film, id);
        if (event) add(event->date.firstDay() <= day ? byThen : later, event);
    }
    if (as == film::Attestation::AttestedLater) return byThen.empty() ? later : Events{};
    const bool disputed = std::all_of(byThen.begin(), byThen.end(), [](const film::Event* event) {
        return event->status == film::ClaimStatus::Disputed;
    });
    return disputed == (as == film::Attestation::Disputed) ? byThen : Events{};
}

TagOnMap tagOf(const film::Film& film, const film::PresentForce& force, std::string_view country,
               base::Day day, std::string_view language) {
    TagOnMap tag;
    if (const film::Actor* actor = film::findActor(film, force.actor)) {
        tag.name = actor->name.in(language);
        tag.color = actor->color.withAlpha(1);
    }
    tag.how = attestationWords(force.attestation, language);
    for (const film::Presence& presence : film.presences) {
        if (presence.actor != force.actor || presence.country != country || isOver(film, presence.until, day))
            continue;
        for (const film::Event* event : eventsOf(film, presence, force.attestation, day))
            add(tag.events, event);
    }
    return tag;
}

bool isIn(const film::Film& film, const film::Member& member, std::string_view country, base::Day day) {
    const film::Event* since = film::findEvent(film, member.since);
    const film::Event* until = film::findEvent(film, member.until);
    return member.country == country && (!since || since->date.firstDay() <= day) &&
           (!until || until->date.firstDay() > day);
}

TagOnMap tagOf(const film::Film& film, const film::Membership& membership, std::string_view country,
               base::Day day, std::string_view language) {
    TagOnMap tag;
    const auto alliance =
        std::find_if(film.alliances.begin(), film.alliances.end(),
                     [&](const film::Alliance& one) { return one.id == membership.alliance; });
    if (alliance == film.alliances.end()) return tag;
    tag.name = (membership.renamed ? alliance->newName : alliance->shortName).in(language);
    tag.color = alliance->color.withAlpha(1);
    bool fromBefore = false;
    for (const film::Member& member : alliance->members) {
        if (!isIn(film, member, country, day)) continue;
        const film::Event* since = film::findEvent(film, member.since);
        fromBefore = fromBefore || !since;
        add(tag.events, since);
        if (membership.leaving) add(tag.events, film::findEvent(film, member.leaving));
    }
    if (membership.renamed) add(tag.events, film::findEvent(film, alliance->renamedBy));
    tag.how = membershipWords(membership.leaving, fromBefore, language);
    return tag;
}

}  // namespace

std::vector<TagOnMap> tagsOnMap(const film::Film& film, const film::StateTable& states,
                                std::string_view country, base::Day day, std::string_view language) {
    std::vector<TagOnMap> tags;
    // The map, too, gives what would read the same once.
    const auto take = [&](TagOnMap tag) {
        const bool isThere = std::any_of(tags.begin(), tags.end(), [&](const TagOnMap& other) {
            return other.name == tag.name && other.how == tag.how && other.events == tag.events;
        });
        if (!isThere) tags.push_back(std::move(tag));
    };
    const film::CountryState state = states.at(country, day);
    for (const film::PresentForce& force : state.forces) take(tagOf(film, force, country, day, language));
    for (const film::Membership& membership : state.memberships)
        take(tagOf(film, membership, country, day, language));
    return tags;
}

}  // namespace video
