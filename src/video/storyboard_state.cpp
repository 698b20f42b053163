#include "video/storyboard_state.h"

#include <algorithm>

#include "video/storyboard_words.h"

namespace video {

namespace {

std::vector<const film::Event*> eventsOf(const film::Film& film, const std::vector<std::string>& ids) {
    std::vector<const film::Event*> events;
    for (const std::string& id : ids) {
        const film::Event* event = film::findEvent(film, id);
        if (event && std::find(events.begin(), events.end(), event) == events.end()) events.push_back(event);
    }
    return events;
}

TagOnMap tagOf(const film::Film& film, const film::PresentForce& force, std::string_view language) {
    TagOnMap tag;
    if (const film::Actor* actor = film::findActor(film, force.actor)) {
        tag.name = actor->name.in(language);
        tag.color = actor->color.withAlpha(1);
    }
    tag.how = attestationWords(force.attestation, language);
    tag.events = eventsOf(film, force.witnesses);
    return tag;
}

TagOnMap tagOf(const film::Film& film, const film::Membership& membership, std::string_view language) {
    TagOnMap tag;
    const auto alliance =
        std::find_if(film.alliances.begin(), film.alliances.end(),
                     [&](const film::Alliance& one) { return one.id == membership.alliance; });
    if (alliance == film.alliances.end()) return tag;
    tag.name = (membership.renamed ? alliance->newName : alliance->shortName).in(language);
    tag.color = alliance->color.withAlpha(1);
    tag.how = membershipWords(membership.leaving, membership.fromBefore, language);
    tag.events = eventsOf(film, membership.witnesses);
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
    for (const film::PresentForce& force : state.forces) take(tagOf(film, force, language));
    for (const film::Membership& membership : state.memberships) take(tagOf(film, membership, language));
    return tags;
}

}  // namespace video
