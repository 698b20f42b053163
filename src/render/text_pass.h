// Glyphs from distance fields: sharp at any size, at any place between pixels, with halos.
#pragma once

#include <vector>

#include "render/field_atlas.h"

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
    enum class Layer { Halos, Letters };
    static void append(const FadedRun& faded, Layer layer, FieldAtlas& atlas, std::vector<float>& instances);
    void drawFrom(FieldAtlas& atlas, const std::vector<FadedRun>& runs, Layer layer);

    gl::Program m_program;
    gl::InstanceStream m_stream;
    FieldAtlas m_text, m_display;
};

}  // namespace render
