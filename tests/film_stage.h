// What tests of pixels share: the film that ships and a GL context, read and made once.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "film/film_file.h"
#include "film/style_sheet.h"
#include "geo/countries.h"
#include "geo/world.h"
#include "picture/scene.h"
#include "render/headless_context.h"

struct FilmStage {
    render::HeadlessContext context;
    film::Film film;
    geo::World world;
    picture::Fonts fonts;

    picture::Options options(base::Size size, const std::string& theme) const;

    /// The picture of a cue at its end, seen by the film's camera or by `view`.
    picture::Picture at(const std::string& cue, base::Size size, const std::string& theme,
                        const picture::View& view = {}) const;
};

template <class T>
T loadedOrEnd(base::Result<T> result) {
    if (result) return std::move(*result);
    for (const base::Problem& p : result.problems()) ADD_FAILURE() << base::toString(p);
    std::abort();
}

inline FilmStage& filmStage() {
    static FilmStage* stage = [] {
        const std::string root = HARMATTAN_SOURCE_DIR, geodata = root + "/geodata";
        auto context = loadedOrEnd(render::HeadlessContext::make(render::GlDebug::On));
        const auto gazetteer = loadedOrEnd(film::readGazetteer(geodata + "/places.toml"));
        const auto countries = loadedOrEnd(geo::readCountryCodes(geodata));
        film::Film film =
            loadedOrEnd(film::readFilm(root + "/assets/films/sahel.toml", gazetteer, countries)).film;
        geo::World world =
            loadedOrEnd(geo::loadWorld(geodata, loadedOrEnd(geo::Projection::make(film.projection))));
        return new FilmStage{std::move(context), std::move(film), std::move(world),
                             loadedOrEnd(picture::Fonts::load(root + "/assets/fonts"))};
    }();
    return *stage;
}

inline picture::Options FilmStage::options(base::Size size, const std::string& theme) const {
    const std::string file = std::string(HARMATTAN_SOURCE_DIR) + "/assets/themes/" + theme + ".toml";
    return {size, "fr", loadedOrEnd(picture::makeTheme(loadedOrEnd(film::readStyleSheet(file)), theme))};
}

inline picture::Picture FilmStage::at(const std::string& cue, base::Size size, const std::string& theme,
                                      const picture::View& view) const {
    const auto index = film::findCue(film, cue);
    if (!index) std::abort();
    return picture::pictureAt(film, world, fonts, film::endOfCue(film, *index), view, options(size, theme));
}
