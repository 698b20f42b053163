// The map under everything: what each pixel is (sea, land, focus, lake), where lines and coasts run, then
// land and sea over the hillshade, then ink where there are lines. Kept while the ground does not change.
#pragma once

#include <optional>

#include "geo/world.h"
#include "picture/picture.h"
#include "render/gl.h"
#include "render/touched_tiles.h"

namespace render {

class GroundPass {
  public:
    explicit GroundPass(const geo::World& world);

    /// Paints the ground over the whole of `target`, which has the view's size. Asked for the same ground
    /// again, it keeps a copy and from then on only copies.
    void paint(const picture::Ground& ground, const gl::Canvas& target);

  private:
    /// A part of the globe's grid: its triangles in the index buffer, draped with the fine raster or the
    /// coarse one.
    struct Tile {
        geo::PlaneBounds bounds;
        std::size_t first = 0;
        GLsizei count = 0;
        bool fine = false;
    };
    struct Mesh {
        gl::Buffer vertices, indices;
        gl::VertexArray array;
    };
    void uploadAreas(const geo::AreaLayer& layer, Mesh& mesh);
    void uploadGlobe();
    std::vector<std::uint32_t> tileGlobe();
    void uploadReliefs();
    void resize(base::Size size);
    void drawAreas(const geo::AreaLayer& layer, const Mesh& mesh, const picture::Ground& ground, bool focus,
                   int bits);
    void drawClasses(const picture::Ground& ground);
    void drawLines(const picture::Ground& ground);
    void drawGlow(const picture::Ground& ground);
    void touchTiles(const geo::MapView& view, double margin, TouchedTiles& tiles) const;
    void paintTiles(const TouchedTiles& tiles);
    void bindMarks(const gl::Program& program);
    void ink(const picture::Ground& ground);
    void compose(const gl::Canvas& canvas, const picture::Ground& ground);
    void drawOutline(const gl::Canvas& canvas, const picture::Ground& ground,
                     const picture::Outline& outline);
    void paintInto(const gl::Canvas& canvas, const picture::Ground& ground);

    const geo::World& m_world;
    Mesh m_land, m_lakes, m_globe;
    std::vector<Tile> m_tiles;
    gl::Program m_areaProgram, m_lineProgram, m_glowProgram, m_plainGround, m_smoothGround, m_inkProgram,
        m_outlineProgram;
    gl::InstanceStream m_segments, m_inkBoxes;
    TouchedTiles m_touched{{1, 1}, 1};
    std::vector<float> m_segmentData;
    gl::Texture m_reliefs[2];
    gl::Canvas m_classes, m_lines, m_glow, m_band, m_kept;
    std::optional<picture::Ground> m_last;
    bool m_isKept = false;  ///< m_kept shows m_last
};

}  // namespace render
