// The relief: its rasters on the graphics card, and how a view reads them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/gl.h"
#include "render/ground_patches.h"
#include "render/window.h"

namespace render {

class Hillshade {
  public:
    /// How a raster is read. Magnified, its grid would show: it is then smoothed, in a small picture first.
    enum class Reading : std::uint8_t { None, Sharp, Mixed, Soft };
    enum class Raster : std::uint8_t { Coarse, Fine };

    /// Uploads the rasters of `world`, which must outlive it.
    explicit Hillshade(const geo::World& world);

    /// The finest raster that has the whole patch.
    Raster rasterOf(const Patch& patch) const;

    /// Makes ready to shade `window` of a ground that consists of `patches`; draws the smoothed hillshade
    /// where the view needs it.
    void prepare(const picture::Ground& ground, const std::vector<Patch>& patches, const Window& window);

    // What follows is about the ground that it was last made ready for.

    Reading reading(Raster raster) const { return drape(raster).reading; }
    /// How strongly the raster shades: magnified, the relief says less than it seems to.
    double strength(Raster raster) const;
    /// Gives a program of ground.frag what it needs to read the raster.
    void bind(const gl::Program& program, Raster raster) const;

  private:
    struct Drape {
        Reading reading = Reading::None;
        double softness = 0;      ///< share of the smoothed one
        double samplePixels = 1;  ///< frame pixels to a sample
        double magnified = 1;     ///< the same in pixels as they are meant
        bool isWide = false;      ///< samples can be smaller than pixels
    };

    bool has(Raster raster) const { return static_cast<std::size_t>(raster) < m_world.reliefs.size(); }
    const geo::Relief& relief(Raster raster) const;
    const Drape& drape(Raster raster) const { return m_drapes[static_cast<std::size_t>(raster)]; }
    void upload(Raster raster);
    Drape drapeOf(Raster raster, const picture::Ground& ground) const;
    void bindRaster(const gl::Program& program, Raster raster) const;
    std::vector<Patch> softPatches(const std::vector<Patch>& patches, Raster raster) const;
    void drawSoft(const std::vector<Patch>& patches, const Window& window);

    const geo::World& m_world;
    gl::Program m_softProgram;
    gl::InstanceStream m_squares;
    std::array<gl::Texture, 2> m_rasters;
    gl::Canvas m_soft;
    base::Color m_softPlace;  // of a pixel in m_soft, as lookup() gives it
    std::array<Drape, 2> m_drapes;
};

}  // namespace render
