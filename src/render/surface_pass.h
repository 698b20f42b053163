// Land and sea: flat colours by what a pixel is, shaded by the relief, with the light along coasts and focus
// borders.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/class_map.h"
#include "render/gl.h"
#include "render/ground_patches.h"
#include "render/square_grid.h"

namespace render {

class SurfacePass {
  public:
    explicit SurfacePass(const geo::World& world);

    /// Paints the whole of `canvas`, which has the view's size. `glow` holds nearness as GlowPass draws it,
    /// and `lit` the squares of ClassMap::kSide where there is any.
    void paint(const picture::Ground& ground, const gl::Texture& glow, const TouchedTiles& lit,
               const gl::Canvas& canvas);

  private:
    /// How the hillshade raster is read. Magnified, its grid would show: it is then smoothed, in a small
    /// picture first.
    enum class Reading : std::uint8_t { None, Sharp, Mixed, Soft };
    enum class Raster : std::uint8_t { Coarse, Fine };
    struct Drape {
        Reading reading = Reading::None;
        double softness = 0;  ///< share of the smoothed one
        double samplePixels = 1;
    };
    /// Squares that are drawn together, by Painting.
    using Batch = std::array<std::vector<float>, 3>;

    void uploadRelief(Raster raster);
    void bindRelief(Raster raster, const geo::MapView& view) const;
    Drape drapeOf(Raster raster, const picture::Ground& ground) const;
    void uploadClasses(const ClassMap& classes, base::Size size);
    Raster rasterOf(const Patch& patch) const;
    void drawSoft(const std::vector<Patch>& patches, const geo::MapView& view);
    std::array<Batch, 2> batchesOf(const std::vector<Patch>& patches, const SquareGrid& grid) const;
    void setUp(const gl::Program& program, Raster raster, const picture::Ground& ground) const;
    void drawBatch(const Batch& batch, Raster raster, const picture::Ground& ground) const;

    const geo::World& m_world;
    gl::Program m_softProgram;
    std::array<std::array<gl::Program, 4>, 3> m_programs;  // by Painting and Reading
    gl::InstanceStream m_squares;
    gl::Texture m_reliefs[2];
    gl::Texture m_classes;
    base::Size m_classSize;
    gl::Canvas m_soft;
    std::array<Drape, 2> m_drapes;  // of the ground being painted
};

}  // namespace render
