// The film as JSON for scripts: what `harmattan info --json` prints. Keys are a contract; see docs/json.md.
#pragma once

#include <string>
#include <vector>

#include "film/film.h"

namespace film {

/// UTF-8 JSON, indented by 2, keys in a fixed order: title, languages, duration_s, cues, events, places,
/// sources, layers. `layers` are the names of the geodata layers that were loaded.
std::string infoJson(const Film& film, const std::vector<std::string>& layers);

}  // namespace film
