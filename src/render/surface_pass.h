// Land and sea: flat colours by what a pixel is, shaded by the relief, with the light along coasts and focus
// borders.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/class_map.h"
#include "render/gl.h"
#include "render/glow_pass.h"
#include "render/ground_patches.h"
#include "render/hillshade.h"
#include "render/square_grid.h"

namespace render {

class SurfacePass {
  public:
    explicit SurfacePass(const geo::World& world);

    /// Paints `window` of the ground over all of `canvas`. `light` is nearness as GlowPass draws it, and
    /// `lit` the squares of ClassMap::kSide where there is any.
    void paint(const picture::Ground& ground, const Window& window, const Light& light,
               const TouchedTiles& lit, const gl::Canvas& canvas);

    /// Makes every program that some ground may need.
    void warmUp();

  private:
    /// Squares that are drawn together, by Painting.
    using Batch = std::array<std::vector<float>, 3>;

    void uploadClasses(const ClassMap& classes, base::Size size);
    std::array<Batch, 2> batchesOf(const std::vector<Patch>& patches, const SquareGrid& grid) const;
    void setUp(const gl::Program& program, Hillshade::Raster raster, const picture::Ground& ground) const;
    const gl::Program& programFor(std::size_t painting, std::size_t reading);
    void drawBatch(const Batch& batch, Hillshade::Raster raster, const picture::Ground& ground);

    const geo::World& m_world;
    Hillshade m_relief;
    /// By Painting and Hillshade::Reading; made when first needed, since a ground needs a few of them.
    std::array<std::array<std::optional<gl::Program>, 4>, 3> m_programs;
    gl::InstanceStream m_squares;
    gl::Texture m_classes;
    base::Size m_classSize;
    Window m_window;          // while painting
    base::Color m_glowPlace;  // of a pixel in the light, as lookup() gives it
};

}  // namespace render
