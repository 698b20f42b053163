// The words of storyboards in their languages: how sure, who says so, headings. Films bring the rest.
#pragma once

#include <string>
#include <string_view>

#include "film/claim_words.h"
#include "film/film.h"
#include "film/state.h"

namespace video {

using film::claimWords;
using film::countWords;
using film::labelled;

enum class PageWord {
    Certainty,
    AccordingTo,
    Sources,
    Notes,
    Outside,
    AllSources,
    Contents,
    Events,
    ReadingTitle,
    ReadingNumbers,
    ReadingClaims,
    ReadingCounts,
    ReadingOutside,
    SchematicRoutes,
    ComprisedIn,
    Optional,
    Tags,
    NoTags,
    AsOf,
};

/// The word in `language`; English for languages the program does not know.
std::string_view word(PageWord which, std::string_view language);

/// How a force is known at a date: "attestée", "attestée plus tard, début non daté", "contestée".
std::string_view attestationWords(film::Attestation attestation, std::string_view language);

/// "membre", "membre depuis avant le film, retrait annoncé".
std::string membershipWords(bool leaving, bool fromBeforeTheFilm, std::string_view language);

/// "41 séquences, 63 événements, 58 sources", each in the singular where it is one.
std::string contentsLine(std::size_t cues, std::size_t events, std::size_t sources,
                         std::string_view language);

}  // namespace video
