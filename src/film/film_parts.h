// The tables of a film file, one function for each kind. film_file.cpp calls them in the order of dependence:
// what events and cues refer to has been read before them.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "film/film.h"
#include "film/toml_reader.h"

namespace film {

/// Ids that something may refer to.
using IdSet = std::set<std::string, std::less<>>;

/// What texts and references of a film may name. Ids of entries that have errors of their own count too.
struct FilmNames {
    std::vector<std::string> languages;
    std::vector<std::string> countries;  ///< alpha-3; empty: any three capitals
    IdSet actors;
    IdSet places;  ///< of the film and of the gazetteer
    IdSet sources;
    IdSet events;
    IdSet chapters;
    std::map<std::string, std::string> defined;  ///< where each noun and id was first defined, in words
};

/// Adds `id` to `ids`; an error when an entry of this noun ("event") has the id already, in this file or
/// another of the film.
void define(std::string_view noun, const std::string& id, Position at, IdSet& ids, FilmNames& names,
            Report& report);

bool isCountryCode(std::string_view text, const std::vector<std::string>& countries);

/// An error when `reference` is not in `ids`; `noun` says what it should be ("place").
void checkReference(const TableReader::Item& reference, const IdSet& ids, std::string_view noun,
                    Report& report);

// Each reads its tables from the root table of the file and adds their ids to `names`.
std::vector<Actor> readActors(TableReader& root, FilmNames& names);
std::vector<Source> readSources(TableReader& root, FilmNames& names);
std::vector<Event> readEvents(TableReader& root, FilmNames& names);
std::vector<Presence> readPresences(TableReader& root, const FilmNames& names);
std::vector<Alliance> readAlliances(TableReader& root, FilmNames& names);
std::vector<Chapter> readChapters(TableReader& root, FilmNames& names);
std::vector<Cue> readCues(TableReader& root, FilmNames& names, const std::vector<std::string>& focus);

/// Checks `part_of` of the root table's events, once all events of the film are known.
void checkParts(TableReader& root, const std::vector<Event>& events, const FilmNames& names);

/// The places of [places.ID]. One that `known` has inherits the fields it does not give.
std::vector<Place> readPlaces(TableReader& root, FilmNames& names, const std::vector<Place>& known);

}  // namespace film
