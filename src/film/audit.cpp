#include "film/audit.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include "film/report.h"
#include "film/timeline.h"

namespace film {

namespace {

constexpr std::size_t kMostChangesPerSecond = 3;  // WCAG 2.2, success criterion 2.3.1

std::string pathOf(const Event& event, std::string_view key = {}) {
    return "events/" + event.id + (key.empty() ? "" : "/") + std::string(key);
}
std::string pathOf(const Cue& cue, std::string_view key = {}) {
    return "cues/" + cue.id + (key.empty() ? "" : "/") + std::string(key);
}
std::string pathOf(const Source& source, std::string_view key) {
    return "sources/" + source.id + "/" + std::string(key);
}

/// `{ fr = "...", en = "..." }`.
std::string tableByLanguage(const std::vector<std::string>& languages) {
    std::string table;
    for (const std::string& language : languages)
        table += (table.empty() ? "{ " : ", ") + language + " = \"...\"";
    return table + " }";
}

bool isPlain(const base::LocalText& text) {
    return std::any_of(text.byLanguage.begin(), text.byLanguage.end(),
                       [](const auto& entry) { return entry.first.empty(); });
}

/// Checks one text that is given by language.
void checkLanguages(const Film& film, const base::LocalText& text, const std::string& path,
                    std::string_view key, Findings& findings) {
    for (const std::string& language : film.languages) {
        const bool isGiven = std::any_of(text.byLanguage.begin(), text.byLanguage.end(),
                                         [&](const auto& entry) { return entry.first == language; });
        if (!isGiven)
            findings.error(path, std::string(key) + " has no text in " + quoted(language), "translate it");
    }
}

/// Checks one text; a text that is left out altogether is somebody else's rule.
void checkText(const Film& film, const base::LocalText& text, const std::string& table, std::string_view key,
               Findings& findings) {
    if (text.empty() || film.languages.size() < 2) return;
    const std::string path = table + std::string(key);
    if (!isPlain(text)) return checkLanguages(film, text, path, key, findings);
    findings.error(path, std::string(key) + " is one text for all languages",
                   "write " + tableByLanguage(film.languages));
}

/// Checks a name that the film's files give; one that is the same in every language may be plain.
void checkName(const Film& film, const base::LocalText& name, const std::string& table, std::string_view key,
               Findings& findings) {
    const std::string path = table + std::string(key);
    if (findings.locations().knows(path) && !isPlain(name)) checkLanguages(film, name, path, key, findings);
}

/// True for kinds whose arrows have a width class when their count is established; visits and calls are thin.
bool hasWidth(EventKind kind) {
    return kind == EventKind::Arrival || kind == EventKind::Departure || kind == EventKind::Delivery;
}

}  // namespace

void checkEventSources(const Film& film, Findings& findings) {
    for (const Event& event : film.events) {
        if (event.sources.empty())
            findings.error(pathOf(event), "event " + quoted(event.id) + " has no source",
                           "name one in sources");
    }
}

void checkStatuses(const Film& film, Findings& findings) {
    for (const Event& event : film.events) {
        if (findings.locations().knows(pathOf(event, "status"))) continue;
        findings.error(pathOf(event), "event " + quoted(event.id) + " does not say how sure it is",
                       "give status = \"confirmed\", \"reported\", \"announced\" or \"disputed\"");
    }
}

void checkSources(const Film& film, Findings& findings) {
    for (const Source& source : film.sources) {
        const std::string named = "source " + quoted(source.id);
        if (source.publisher.empty())
            findings.error(pathOf(source, "publisher"), named + " has no publisher", "say who published it");
        if (!source.date)
            findings.error(pathOf(source, "date"), named + " has no date",
                           "say when it was published, if only the year");
        if (source.url.empty())
            findings.warning(pathOf(source, "url"), named + " has no url", "give its address on the web");
    }
}

void checkTexts(const Film& film, Findings& findings) {
    checkText(film, film.title, "", "title", findings);
    for (const Event& event : film.events) {
        const std::string table = pathOf(event) + "/";
        checkText(film, event.title, table, "title", findings);
        checkText(film, event.text, table, "text", findings);
        checkText(film, event.saidBy, table, "said_by", findings);
    }
    for (const Chapter& chapter : film.chapters)
        checkText(film, chapter.title, "chapters/" + chapter.id + "/", "title", findings);
    for (const Cue& cue : film.cues) {
        const std::string table = pathOf(cue) + "/";
        checkText(film, cue.title, table, "title", findings);
        checkText(film, cue.text, table, "text", findings);
        checkText(film, cue.notes, table, "notes", findings);
    }
}

void checkNames(const Film& film, Findings& findings) {
    for (const Actor& actor : film.actors)
        checkName(film, actor.name, "actors/" + actor.id + "/", "name", findings);
    for (const Place& place : film.places)
        checkName(film, place.name, "places/" + place.id + "/", "name", findings);
    for (const Alliance& alliance : film.alliances) {
        const std::string table = "alliances/" + alliance.id + "/";
        checkName(film, alliance.name, table, "name", findings);
        checkName(film, alliance.shortName, table, "short", findings);
        if (!alliance.newName.empty())
            checkName(film, alliance.newName, table + "renamed/", "short", findings);
    }
}

void checkWidths(const Film& film, Findings& findings) {
    for (const Event& event : film.events) {
        const bool claims =
            event.countStatus == CountStatus::Exact || event.countStatus == CountStatus::Approx;
        if (!claims || !event.count || !event.isMovement() || !hasWidth(event.kind) || setsWidth(event))
            continue;
        const std::string named =
            "count_status " + quoted(toString(event.countStatus)) + " of event " + quoted(event.id);
        if (event.count->min != event.count->max) {
            findings.error(pathOf(event, "count_status"),
                           named + " does not fit a count from " + std::to_string(event.count->min) + " to " +
                               std::to_string(event.count->max),
                           "use \"range\", or give the one number that a source says");
        } else {
            findings.error(pathOf(event, "count_status"), named + " does not fit a disputed claim",
                           "use \"disputed\"");
        }
    }
}

namespace {

/// Movements that one of them may sum up: the same actor, direction and country.
using SpanGroup = std::tuple<std::string_view, bool, std::string_view>;

struct Dated {
    const Event* event = nullptr;
    base::Day first, last;

    bool isWithin(const Dated& o) const { return o.first <= first && last <= o.last; }
    /// A stretch of days with a count. A month is no span: it may be a day that nobody knows.
    bool isSummary() const { return event->count && event->date.end && first < last; }
    /// A stretch of days or a month without a count: it may tell of a movement that another event counts.
    bool isUncounted() const {
        const bool isMonth = event->date.begin.precision == base::DatePrecision::Month;
        return !event->count && (event->date.end || isMonth) && first < last;
    }
};

using PlaceIndex = std::map<std::string_view, const Place*>;

/// The country of a place, or the place itself when its country is not known.
std::string_view countryOf(std::string_view id, const PlaceIndex& places) {
    const auto place = places.find(id);
    return place == places.end() || place->second->country.empty() ? id : place->second->country;
}

std::map<SpanGroup, std::vector<Dated>> spanGroups(const Film& film) {
    const PlaceIndex places = indexById(film.places);
    std::map<SpanGroup, std::vector<Dated>> groups;
    for (const Event* event : arrowsOf(film)) {
        if (!hasWidth(event->kind)) continue;
        const bool leaves = event->kind == EventKind::Departure;
        const std::string& end = leaves ? event->from : event->to;
        if (end == kUnknownPlace) continue;
        groups[{event->actor, leaves, countryOf(end, places)}].push_back(
            {event, event->date.firstDay(), event->date.lastDay()});
    }
    return groups;
}

/// The first summary that the movement lies in. Of two with the same dates the first sums up.
const Event* summaryOf(const std::vector<Dated>& group, std::size_t part) {
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (i == part || !group[i].isSummary() || !group[part].isWithin(group[i])) continue;
        const bool isSame = group[i].isWithin(group[part]) && group[part].isSummary();
        if (!isSame || i < part) return group[i].event;
    }
    return nullptr;
}

/// The first movement without a count that this counted one may be a part of.
const Event* uncountedAround(const std::vector<Dated>& group, std::size_t part) {
    if (!group[part].event->count) return nullptr;
    const auto found = std::find_if(group.begin(), group.end(), [&](const Dated& whole) {
        return whole.isUncounted() && group[part].isWithin(whole);
    });
    return found == group.end() ? nullptr : found->event;
}

/// Says that a movement lies in another, which it must be part of, or may be.
void reportPart(const Event& part, const Event& whole, bool isSure, Findings& findings) {
    const std::string named = quoted(whole.partOf.empty() ? whole.id : whole.partOf);
    const std::string path = pathOf(part, "date"),
                      within = part.id + " lies within " + whole.id + " (" + whole.date.toString() + ")";
    if (isSure) {
        findings.error(path, within + ", and both are drawn", "say part_of = " + named);
    } else {
        findings.warning(path, within + ", which has no count, and both are drawn",
                         "say part_of = " + named + " if they are the same people");
    }
}

}  // namespace

void checkSpans(const Film& film, Findings& findings) {
    for (const auto& [key, group] : spanGroups(film)) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (const Event* whole = summaryOf(group, i)) {
                reportPart(*group[i].event, *whole, true, findings);
            } else if (const Event* vague = uncountedAround(group, i)) {
                reportPart(*group[i].event, *vague, false, findings);
            }
        }
    }
}

namespace {

using SourceIndex = std::map<std::string_view, const Source*>;

/// The earliest day that the end of a date may mean: what a source must at least have seen.
base::Day earliestEnd(const base::Edtf& date) {
    return base::Edtf{date.end.value_or(date.begin), std::nullopt}.firstDay();
}

void checkReachOf(const Event& event, const SourceIndex& sources, Findings& findings) {
    bool isReached = false, isTooEarly = false, isDated = false;
    for (std::size_t i = 0; i < event.sources.size(); ++i) {
        const auto found = sources.find(event.sources[i]);
        if (found == sources.end() || !found->second->date) continue;
        const base::Edtf& published = *found->second->date;
        isDated = true;
        isReached = isReached || published.lastDay() >= earliestEnd(event.date);
        if (published.lastDay() >= event.date.firstDay()) continue;
        isTooEarly = true;
        findings.error(pathOf(event, "sources/" + std::to_string(i)),
                       "source " + quoted(found->first) + " (" + published.toString() +
                           ") was published before event " + quoted(event.id) + " (" + event.date.toString() +
                           ")",
                       "correct a date, or name a later source");
    }
    if (!isDated || isReached || isTooEarly) return;
    findings.warning(
        pathOf(event, "sources"),
        "no dated source of event " + quoted(event.id) + " (" + event.date.toString() + ") reaches its end",
        "name a later source");
}

}  // namespace

void checkReach(const Film& film, Findings& findings) {
    const SourceIndex sources = indexById(film.sources);
    for (const Event& event : film.events) {
        if (event.status != ClaimStatus::Announced) checkReachOf(event, sources, findings);
    }
}

void checkFlashes(const Film& film, Findings& findings) {
    constexpr double kRounding = 1e-9;
    std::deque<double> changes;  // those within the last second, seconds of film time
    for (std::size_t i = 1; i < film.cues.size(); ++i) {
        const double start = cueStart(film, i);
        if (!changes.empty() && start - changes.back() < kRounding) continue;  // one change to the eye
        changes.push_back(start);
        while (start - changes.front() >= 1 - kRounding) changes.pop_front();
        if (changes.size() <= kMostChangesPerSecond) continue;
        findings.error(pathOf(film.cues[i]),
                       "the picture changes " + std::to_string(changes.size()) + " times within a second",
                       "let cues last longer: more than three flashes a second can cause seizures");
        changes.clear();
    }
}

namespace {

/// Events that a cue shows, or that presences and alliances rest on.
std::set<std::string_view> usedEvents(const Film& film) {
    std::set<std::string_view> used;
    for (const Cue& cue : film.cues) used.insert(cue.events.begin(), cue.events.end());
    for (const Presence& presence : film.presences) {
        used.insert(presence.events.begin(), presence.events.end());
        used.insert(presence.until);
    }
    for (const Alliance& alliance : film.alliances) {
        used.insert(alliance.renamedBy);
        for (const Member& member : alliance.members)
            used.insert({member.since, member.leaving, member.until});
    }
    return used;
}

}  // namespace

void checkCompleteness(const Film& film, Findings& findings) {
    const std::set<std::string_view> used = usedEvents(film);
    for (const Event& event : film.events) {
        const std::string named = "event " + quoted(event.id), path = pathOf(event);
        if (event.isMovement() && event.saidBy.empty())
            findings.warning(path, named + " does not say who says so", "give said_by");
        if (event.text.empty()) findings.warning(path, named + " has no text", "add a sentence");
        // A file that films share holds events that others of them show.
        const bool isOwn = findings.locations().of(path).file == film.file;
        if (isOwn && !used.contains(event.id))
            findings.warning(path, "no cue shows " + named, "name it in a cue, or remove it");
    }
    for (const Cue& cue : film.cues) {
        if (cue.notes.empty())
            findings.warning(pathOf(cue), "cue " + quoted(cue.id) + " has no notes",
                             "say what the presenter should know");
    }
}

void checkFacts(const Film& film, Findings& findings) {
    for (const auto& check :
         {checkEventSources, checkStatuses, checkSources, checkTexts, checkNames, checkWidths, checkSpans,
          checkReach, checkPresences, checkAlliances, checkStateCues, checkFlashes, checkCompleteness}) {
        check(film, findings);
    }
}

}  // namespace film
