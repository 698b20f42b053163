// From a command line to everything a picture is made from: film, theme, map and fonts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/program_files.h"
#include "base/result.h"
#include "film/film.h"
#include "film/film_file.h"
#include "film/timeline.h"
#include "geo/world.h"
#include "options.h"
#include "picture/fonts.h"
#include "picture/scene.h"
#include "picture/theme.h"

/// Everything a picture is made from, loaded.
struct Loaded {
    base::ProgramFiles files;
    film::Film film;
    film::Locations locations;
    base::Problems warnings;
    picture::Theme theme;
    geo::World world;
    picture::Fonts fonts;
    std::map<std::string, std::string> texts;  ///< of the film's files
};

struct FilmAndFiles {
    base::ProgramFiles files;
    film::FilmFile film;
};

/// The film with the chapters that the command line leaves, and where the program's own files are. `draft`
/// stands for one of the film's files.
base::Result<FilmAndFiles> loadFilm(const CommandLine& line, const film::Draft& draft = {});

/// Everything, with the theme asked for or the film's own.
base::Result<Loaded> load(const CommandLine& line);

/// Whether the program brings a theme of this name.
bool isShippedTheme(const std::string& theme);

/// The file of the theme asked for, or of the film's own.
std::string themePath(const base::ProgramFiles& files, const film::Film& film, const std::string& asked);

base::Result<picture::Theme> loadTheme(const base::ProgramFiles& files, const film::Film& film,
                                       const std::string& asked);

/// The theme shown first on stage, then the others that ship, in the order the key steps through them.
base::Result<std::vector<picture::Theme>> stageThemes(const base::ProgramFiles& files, const film::Film& film,
                                                      const picture::Theme& first);

/// The language asked for if the film has it; the film's first when none is.
base::Result<std::string> languageOf(const film::Film& film, const std::string& asked);

base::Result<picture::Options> pictureOptions(const CommandLine& line, const Loaded& loaded);

/// The moment that --at, --cue or --date means.
base::Result<film::Moment> momentOf(const CommandLine& line, const film::Film& film);

/// Prints what a person who is about to see the whole film should know.
void printWarnings(const CommandLine& line, const Loaded& loaded);
