// What a presentation shows, as its files say it. A new one takes its place when one of them is saved.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "film/film.h"
#include "picture/theme.h"

namespace ui {

struct Show {
    film::Film film;
    std::vector<picture::Theme> themes;  ///< the first is the film's own; never empty
    std::vector<std::string> files;      ///< saving one of them makes a new show
};

/// Reads the files again.
using ReadAgain = std::function<base::Result<Show>()>;

inline std::vector<std::string> namesOf(const std::vector<picture::Theme>& themes) {
    std::vector<std::string> names;
    for (const picture::Theme& theme : themes) names.push_back(theme.name);
    return names;
}

}  // namespace ui
