// Reads a film file (TOML). Reports every error of the file at once, with line, column and a suggestion.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "film/film.h"
#include "film/locations.h"

namespace film {

/// A film, what is doubtful about it but does not keep it from being shown, and where it says what.
struct FilmFile {
    Film film;
    base::Problems warnings;
    Locations locations;
    std::map<std::string, std::string> texts;  ///< of the film and the files it includes, by path
};

/// A text that stands for the one that a file of the film holds: not saved yet.
struct Draft {
    std::string file;  ///< as in FilmFile::texts; empty: there is none
    std::string text;
};

/// Reads the gazetteer (geodata/places.toml): [places.ID] tables in the syntax of the film file.
base::Result<std::vector<Place>> readGazetteer(const std::string& path);

/// Reads and checks the film at `path`. Places it does not define are looked up in `gazetteer`; `countries`
/// are the alpha-3 codes that `focus` and `fit` may name (empty: any three capitals will do). All problems
/// are returned together; they are of kind Data (Failure when the file cannot be read). With a `draft` it is
/// the film as it would be if that were saved.
base::Result<FilmFile> readFilm(const std::string& path, const std::vector<Place>& gazetteer,
                                const std::vector<std::string>& countries = {}, const Draft& draft = {});

/// The same for text in memory; `path` names it in messages.
base::Result<FilmFile> parseFilm(std::string_view toml, const std::string& path,
                                 const std::vector<Place>& gazetteer,
                                 const std::vector<std::string>& countries = {}, const Draft& draft = {});

}  // namespace film
