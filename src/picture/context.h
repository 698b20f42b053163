// What every part of a picture is made from. References only; it lives as long as one Scene.
#pragma once

#include <string_view>

#include "film/film.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/frame_layout.h"
#include "picture/scene.h"
#include "picture/theme.h"

namespace picture {

struct Context {
    const film::Film& film;
    const geo::World& world;
    const Fonts& fonts;
    const Options& options;
    const Theme& theme;  ///< lengths already in pixels of this frame
    FrameLayout layout;

    std::string_view language() const { return options.language; }
    double px(double units) const { return units * layout.unit; }
};

/// `theme` with every length multiplied by `unit`.
Theme scaled(Theme theme, double unit);

/// The colour of an actor, darkened or lightened where the theme's land would swallow it; the text colour
/// when there is none.
base::Color actorColor(const Context& context, const film::Event& event);

}  // namespace picture
