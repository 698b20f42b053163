// Glyphs from distance fields: sharp at any size, at any place between pixels, with halos.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "picture/fonts.h"
#include "render/gl.h"

namespace render {

/// A run and how opaque it is drawn.
struct FadedRun {
    const picture::GlyphRun* run = nullptr;
    double alpha = 1;
};

class TextPass {
  public:
    explicit TextPass(const picture::Fonts& fonts);

    /// Draws all halos first, then all letters, so that no halo covers a neighbour's letters.
    void draw(const std::vector<FadedRun>& runs, base::Size frame);

  private:
    struct Entry {
        int layer = 0;
        base::Vec2 origin;  // em, from the pen
        base::Vec2 extent;  // samples
    };
    const Entry& entryFor(picture::FontId font, std::uint32_t glyph);
    void grow(int layers);
    void append(const FadedRun& faded, bool halo, std::vector<float>& instances);

    const picture::Fonts& m_fonts;
    gl::Program m_program;
    gl::InstanceStream m_stream;
    gl::Texture m_fields;  // one glyph a layer: where a glyph lies never changes how it is sampled
    int m_layers = 0;
    std::vector<std::vector<std::uint8_t>> m_cells;  // the layers' bytes, kept for growing
    std::map<std::pair<picture::FontId, std::uint32_t>, Entry> m_entries;
};

}  // namespace render
