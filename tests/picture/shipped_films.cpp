#include "picture/shipped_films.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "film/film_file.h"

namespace {

film::Film load(const std::string& path) {
    const std::string root = HARMATTAN_SOURCE_DIR;
    const auto places = film::readGazetteer(root + "/geodata/places.toml");
    auto file = film::readFilm(root + "/" + path, places ? *places : std::vector<film::Place>{});
    if (!file) {
        for (const auto& p : file.problems()) ADD_FAILURE() << base::toString(p);
        std::abort();
    }
    return std::move(file->film);
}

}  // namespace

const film::Film& shippedFilm(const std::string& path) {
    static std::map<std::string, film::Film> films;
    const auto known = films.find(path);
    return known != films.end() ? known->second : films.emplace(path, load(path)).first->second;
}
