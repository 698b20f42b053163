// The files that a film is made of: itself and those it includes, each with its own report.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>

#include "film/film_file.h"
#include "film/toml_file.h"
#include "film/toml_reader.h"

namespace film {

struct FilmPart {
    Report report;
    std::string text;
    std::optional<toml::table> table;  ///< nothing when it could not be read
    std::optional<TableReader> root;   ///< of the table

    explicit FilmPart(const std::string& path) : report(path) {}
    FilmPart(const FilmPart&) = delete;
    FilmPart& operator=(const FilmPart&) = delete;
    void parse(std::string_view words);
};

/// True for a relative path that cannot leave the folder it is relative to, on any system.
bool staysInFolder(std::string_view path);

/// Reads a file that the film of `report` includes into `parts`. What is wrong about the path or the file is
/// reported where the film names it; what is wrong in the file, in the part's own report. `draft` stands for
/// its file.
void readIncluded(const TableReader::Item& path, Report& report, std::list<FilmPart>& parts,
                  const Draft& draft);

}  // namespace film
