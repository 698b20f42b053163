// The film's sources as a bibliography: for reference managers (CSL-JSON) and for people (a numbered list).
#pragma once

#include <string>
#include <string_view>

#include "film/film.h"

namespace film {

/// The sources as CSL-JSON (Citation Style Language 1.0.2, csl-data.json): an array in the film's order,
/// UTF-8, indented by 2. What is not known is left out. Dates that are about or uncertain are marked "circa".
std::string bibliographyCslJson(const Film& film);

/// One source as a line without its address and number: AFP, « Titre », mars 2024.
std::string citation(const Source& source, std::string_view language);

/// The sources as lines: [12] AFP, « Titre », mars 2024. https://...
std::string bibliographyText(const Film& film, std::string_view language);

}  // namespace film
