// The words of storyboards in their languages: how sure, who says so, headings. Films bring the rest.
#pragma once

#include <string>
#include <string_view>

#include "film/film.h"
#include "film/state.h"

namespace video {

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

/// What kind of claim it is: "confirmé", "rapporté", "annoncé, pas encore fait", "contesté".
std::string_view claimWords(film::ClaimStatus status, std::string_view language);

/// How a force is known at a date: "attestée", "attestée plus tard, début non daté", "contestée".
std::string_view attestationWords(film::Attestation attestation, std::string_view language);

/// "membre", "membre depuis avant le film, retrait annoncé".
std::string membershipWords(bool leaving, bool fromBeforeTheFilm, std::string_view language);

/// What is known of the number: "environ 1 500", "de 20 à 40", "total courant : 269", "nombre inconnu";
/// "" when the event is not about a number.
std::string countWords(const film::Event& event, std::string_view language);

/// "label : text" with the language's spacing before the colon.
std::string labelled(std::string_view label, std::string_view text, std::string_view language);

/// "41 séquences, 63 événements, 58 sources", each in the singular where it is one.
std::string contentsLine(std::size_t cues, std::size_t events, std::size_t sources,
                         std::string_view language);

}  // namespace video
