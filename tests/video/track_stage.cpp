#include "video/track_stage.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "clean_film.h"
#include "film/film_file.h"
#include "film/style_sheet.h"
#include "temporary_path.h"
#include "video/track_files.h"

namespace {

const std::string kRoot = HARMATTAN_SOURCE_DIR;

template <class T>
T loaded(base::Result<T> result) {
    if (!result) {
        for (const auto& p : result.problems()) ADD_FAILURE() << base::toString(p);
        std::abort();
    }
    return std::move(*result);
}

}  // namespace

const geo::World& trackWorld(const std::string& projection) {
    static std::map<std::string, geo::World> worlds;
    const auto known = worlds.find(projection);
    if (known != worlds.end()) return known->second;
    return worlds
        .emplace(projection,
                 loaded(geo::loadWorld(kRoot + "/geodata", loaded(geo::Projection::make(projection)))))
        .first->second;
}

const picture::Fonts& trackFonts() {
    static const picture::Fonts fonts = loaded(picture::Fonts::load(kRoot + "/assets/fonts"));
    return fonts;
}

film::Film tiltedFilm(const std::string& projection) {
    const std::string toml = filmWith(
        {{"map = { focus", "map = { projection = \"" + projection + "\", focus"},
         {"name = \"Niamey\"", "name = \"" + kNastyToml + "\""},
         {"camera = { fit = [\"moscow\", \"niamey\"] }",
          "camera = { center = [8.0, 25.0], width_km = 7000, bearing = 30, pitch = 45 }\nplay = 2"},
         {"hold = 8\nnotes = { fr = \"Dire", "hold = 1\nnotes = { fr = \"Dire"},
         {"camera = { fit = [\"NER\"] }",
          "camera = { center = [6.0, 15.0], width_km = 2200, bearing = 220, pitch = 20 }\nplay = 2"}});
    return loaded(film::parseFilm(toml, "tilted.toml", {})).film;
}

video::TrackOptions trackOptions(base::Size size, film::FrameRate rate) {
    video::TrackOptions options;
    options.picture.size = size;
    options.picture.theme = loaded(
        picture::makeTheme(loaded(film::readStyleSheet(kRoot + "/assets/themes/night.toml")), "night"));
    options.rate = rate;
    return options;
}

video::Tracks tracksOf(const film::Film& film, const video::TrackOptions& options) {
    return loaded(video::makeTracks(film, trackWorld(film.projection), trackFonts(), options, {}));
}

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::string written(const video::Tracks& tracks, const std::string& ending) {
    const std::string path = temporaryPath("tracks" + ending);
    const auto done = video::writeTracks(path, tracks);
    EXPECT_TRUE(done) << (done ? "" : base::toString(done.problems().front()));
    std::string bytes = bytesOf(path);
    std::filesystem::remove(path);
    return bytes;
}
