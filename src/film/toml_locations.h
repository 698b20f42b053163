// Fills in where the tables and values of a film's files stand. It knows TOML and ids, not what a film is.
#pragma once

#include <toml++/toml.h>

#include <string>

#include "film/locations.h"

namespace film {

/// Adds every table and value of `root`. A table of a list ([[events]]) is named by its id, one without an id
/// and a plain item by its number from 0; of a list of plain items the first 1000 are added.
void addLocations(const toml::table& root, const std::string& file, Locations& locations);

}  // namespace film
