// An editor's audit: whether a film that can be shown states its facts as it should. The rules that need the
// film alone; picture/audit.h has those that need the map or the caption. docs/evidence.md explains each.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "film/film.h"
#include "film/findings.h"

namespace film {

/// Entries of one kind by their id, for films of thousands. They must outlive it.
template <class T>
std::map<std::string_view, const T*> indexById(const std::vector<T>& entries) {
    std::map<std::string_view, const T*> index;
    for (const T& entry : entries) index.emplace(entry.id, &entry);
    return index;
}

// One rule each.
void checkEventSources(const Film& film, Findings& findings);  ///< every event has one
void checkStatuses(const Film& film, Findings& findings);      ///< every event says how sure it is
void checkSources(const Film& film, Findings& findings);       ///< publisher, date; url
void checkTexts(const Film& film, Findings& findings);         ///< in every language of the film
void checkNames(const Film& film, Findings& findings);         ///< those by language, in every language
void checkWidths(const Film& film, Findings& findings);        ///< only setsWidth() claims one
void checkSpans(const Film& film, Findings& findings);         ///< none is drawn beside its parts
void checkReach(const Film& film, Findings& findings);         ///< sources are not older than their event
void checkPresences(const Film& film, Findings& findings);     ///< attested before they end
void checkAlliances(const Film& film, Findings& findings);     ///< each member once, and in order
void checkStateCues(const Film& film, Findings& findings);     ///< those that show the state show some
void checkFlashes(const Film& film, Findings& findings);       ///< three a second at most
void checkCompleteness(const Film& film, Findings& findings);  ///< warnings: what an editor would miss

/// All of the above.
void checkFacts(const Film& film, Findings& findings);

}  // namespace film
