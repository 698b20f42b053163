// What each pixel of a ground is.
#pragma once

#include "geo/world.h"
#include "picture/picture.h"
#include "render/class_map.h"

namespace render {

/// Land, focus countries and lakes under every pixel of a window of the ground's view.
ClassMap classesOf(const geo::World& world, const picture::Ground& ground, const Window& window);

}  // namespace render
