// What picture tests share: the real world, fonts and themes, loaded once, and a small film written by hand.
#pragma once

#include <string>

#include "film/film.h"
#include "geo/world.h"
#include "picture/context.h"
#include "picture/fonts.h"
#include "picture/theme.h"

const geo::World& world();
const picture::Fonts& fonts();
picture::Theme theme(const std::string& name);

/// Three cues: a title card, an arrival at Niamey with a departure from Bamako, and a visit Bamako -
/// Ouagadougou - Niamey.
film::Film smallFilm();

picture::Options optionsFor(base::Size size, const std::string& language = "fr");
