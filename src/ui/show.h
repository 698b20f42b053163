// What a presentation shows, as its files say it. A new one takes its place when one of them is saved.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "film/film_file.h"
#include "picture/theme.h"

namespace ui {

struct Show {
    film::Film film;
    std::vector<picture::Theme> themes;             ///< the first is the film's own; never empty
    std::vector<std::string> files;                 ///< saving one of them makes a new show
    film::Locations locations = film::Locations();  ///< where the film says what
    std::map<std::string, std::string> texts = {};  ///< of the film's files, as they were read
};

/// Reads the files again, with the draft's text instead of its file's.
using ReadAgain = std::function<base::Result<Show>(const film::Draft& draft)>;

inline std::vector<std::string> namesOf(const std::vector<picture::Theme>& themes) {
    std::vector<std::string> names;
    for (const picture::Theme& theme : themes) names.push_back(theme.name);
    return names;
}

}  // namespace ui
