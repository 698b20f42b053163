// How sure an event is, and what is known of its number, in a few words: for pages, cards and lists alike.
#pragma once

#include <string>
#include <string_view>

#include "film/film.h"

namespace film {

/// What kind of claim it is: "confirmé", "rapporté", "annoncé, pas encore fait", "contesté".
std::string_view claimWords(ClaimStatus status, std::string_view language);

/// What is known of the number: "environ 1 500", "de 20 à 40", "total courant : 269", "nombre inconnu";
/// "" when the event is not about a number.
std::string countWords(const Event& event, std::string_view language);

/// "label : text" with the language's spacing before the colon.
std::string labelled(std::string_view label, std::string_view text, std::string_view language);

}  // namespace film
