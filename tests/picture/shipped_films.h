// The films that ship, read once for tests that walk them.
#pragma once

#include <string>
#include <vector>

#include "film/film.h"

/// Their paths below the repository.
inline const std::vector<std::string> kShippedFilms = {"assets/films/sahel.toml",
                                                       "assets/films/sahel-90s.toml"};

const film::Film& shippedFilm(const std::string& path);
