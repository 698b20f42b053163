// Fills in where the tables and values of a film's files stand. It knows TOML and ids, not what a film is.
#pragma once

#include <toml++/toml.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "film/locations.h"

namespace film {

/// How many items the lists at the root of other files put before a file's own.
using ListSizes = std::map<std::string, std::size_t, std::less<>>;

void countItems(const toml::table& root, ListSizes& sizes);

/// Adds every table and value of `root`. A table of a list ([[events]]) is named by its id, one without an id
/// and a plain item by its number from 0; of a list of plain items the first 1000 are added.
/// Numbers of the lists at the root go on from `before`.
void addLocations(const toml::table& root, const std::string& file, Locations& locations,
                  const ListSizes& before = {});

}  // namespace film
