// The rules of an audit about who is where and which country is in which alliance.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "film/audit.h"
#include "film/report.h"

namespace film {

namespace {

using EventIndex = std::map<std::string_view, const Event*>;

const Event* find(const EventIndex& events, std::string_view id) {
    const auto found = events.find(id);
    return found == events.end() ? nullptr : found->second;
}

/// `E13 (2023-09-16)`.
std::string named(const Event& event) {
    return event.id + " (" + event.date.toString() + ")";
}

/// Where item `i` of the film's `count` stands. Leaving out chapters takes items away; then the list is all
/// that can be named.
std::string pathOfItem(const std::string& list, std::size_t i, std::size_t count,
                       const Locations& locations) {
    const bool isWhole = !locations.knows(list + "/" + std::to_string(count));
    return isWhole ? list + "/" + std::to_string(i) : list;
}

/// The event that begins first of those that attest the presence.
const Event* firstWitness(const Presence& presence, const EventIndex& events) {
    const Event* first = nullptr;
    for (const std::string& id : presence.events) {
        const Event* event = find(events, id);
        if (event && (!first || event->date.firstDay() < first->date.firstDay())) first = event;
    }
    return first;
}

bool isOnlyAnnounced(const Presence& presence, const EventIndex& events) {
    return std::all_of(presence.events.begin(), presence.events.end(), [&](const std::string& id) {
        const Event* event = find(events, id);
        return event && event->status == ClaimStatus::Announced;
    });
}

void checkPresence(const Presence& presence, const std::string& path, const EventIndex& events,
                   Findings& findings) {
    const std::string who = "the presence of " + quoted(presence.actor) + " in " + presence.country;
    const Event* first = firstWitness(presence, events);
    const Event* end = find(events, presence.until);
    if (first && end && end->date.lastDay() < first->date.firstDay()) {
        findings.error(path + "/until",
                       who + " ends with " + named(*end) + ", before " + named(*first) + " first attests it",
                       "correct until, or name an earlier event");
    }
    if (first && isOnlyAnnounced(presence, events))
        findings.error(path + "/events", who + " is only announced", "name an event that has happened");
}

/// One of the events that a member of an alliance names.
struct Step {
    const char* key = "";
    const Event* event = nullptr;
};

void checkMember(const Alliance& alliance, const Member& member, const std::string& path,
                 const EventIndex& events, Findings& findings) {
    const Event* since = find(events, member.since);
    if (!since) return;
    for (const Step& step :
         {Step{"leaving", find(events, member.leaving)}, Step{"until", find(events, member.until)}}) {
        if (!step.event || since->date.firstDay() <= step.event->date.lastDay()) continue;
        findings.error(path + "/since",
                       member.country + " is in alliance " + quoted(alliance.id) + " since " + named(*since) +
                           ", later than " + step.key + ", " + named(*step.event),
                       "correct one of them");
    }
}

void checkMembers(const Alliance& alliance, const EventIndex& events, Findings& findings) {
    const Locations& locations = findings.locations();
    const std::string list = "alliances/" + alliance.id + "/members";
    if (alliance.members.empty() && !locations.knows(list + "/0"))
        findings.warning(list, "alliance " + quoted(alliance.id) + " has no members", "name them");
    std::set<std::string_view> countries;
    for (std::size_t i = 0; i < alliance.members.size(); ++i) {
        const Member& member = alliance.members[i];
        const std::string path = pathOfItem(list, i, alliance.members.size(), locations);
        checkMember(alliance, member, path, events, findings);
        if (countries.insert(member.country).second) continue;
        findings.error(path + "/country",
                       member.country + " is twice a member of alliance " + quoted(alliance.id),
                       "remove one");
    }
}

}  // namespace

void checkPresences(const Film& film, Findings& findings) {
    const EventIndex events = indexById(film.events);
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (std::size_t i = 0; i < film.presences.size(); ++i) {
        const Presence& presence = film.presences[i];
        const std::string path = pathOfItem("presences", i, film.presences.size(), findings.locations());
        checkPresence(presence, path, events, findings);
        if (seen.emplace(presence.actor, presence.country).second) continue;
        findings.warning(path, quoted(presence.actor) + " is present in " + presence.country + " twice",
                         "make one presence of them, or see that they do not overlap");
    }
}

void checkAlliances(const Film& film, Findings& findings) {
    const EventIndex events = indexById(film.events);
    for (const Alliance& alliance : film.alliances) checkMembers(alliance, events, findings);
}

void checkStateCues(const Film& film, Findings& findings) {
    if (!film.focus.empty()) return;
    for (const Cue& cue : film.cues) {
        if (!cue.state) continue;
        findings.warning("cues/" + cue.id + "/state",
                         "cue " + quoted(cue.id) + " shows the state of no country",
                         "name focus countries in [map], or leave state out");
    }
}

}  // namespace film
