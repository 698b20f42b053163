// What the tests of tracks share: the world, films written by hand and their tracks.
#pragma once

#include <string>

#include "film/film.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "video/tracks.h"

/// The world on a plane; one for each projection is kept.
const geo::World& trackWorld(const std::string& projection);
const picture::Fonts& trackFonts();

/// A small film whose camera turns and tilts, with names that no script likes; `projection` as in the film.
film::Film tiltedFilm(const std::string& projection = "+proj=laea +lat_0=24 +lon_0=9");

/// A name that ends strings, lines and comments, as the film's TOML writes it and as it is.
inline const std::string kNastyToml = R"(Nia\"mey'\\ \n*/ é\u2028 😀)";
inline const std::string kNastyName = "Nia\"mey'\\ \n*/ \u00e9\u2028 \U0001f600";

video::TrackOptions trackOptions(base::Size size, film::FrameRate rate);
video::Tracks tracksOf(const film::Film& film, const video::TrackOptions& options);

/// The bytes of a file; a test failure when it is not there.
std::string bytesOf(const std::string& path);

/// The tracks written to a temporary file with this ending, read back.
std::string written(const video::Tracks& tracks, const std::string& ending);
