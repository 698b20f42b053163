// Reads a film file (TOML). Reports every error of the file at once, with line, column and a suggestion.
#pragma once

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
};

/// Reads the gazetteer (geodata/places.toml): [places.ID] tables in the syntax of the film file.
base::Result<std::vector<Place>> readGazetteer(const std::string& path);

/// Reads and checks the film at `path`. Places it does not define are looked up in `gazetteer`; `countries`
/// are the alpha-3 codes that `focus` and `fit` may name (empty: any three capitals will do). All problems
/// are returned together; they are of kind Data (Failure when the file cannot be read).
base::Result<FilmFile> readFilm(const std::string& path, const std::vector<Place>& gazetteer,
                                const std::vector<std::string>& countries = {});

/// The same for text in memory; `path` names it in messages.
base::Result<FilmFile> parseFilm(std::string_view toml, const std::string& path,
                                 const std::vector<Place>& gazetteer,
                                 const std::vector<std::string>& countries = {});

}  // namespace film
