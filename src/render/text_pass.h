// Glyphs from distance fields: sharp at any size, at any place between pixels, with halos.
#pragma once

#include <vector>

#include "render/field_atlas.h"
#include "render/window.h"

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
    void draw(const std::vector<FadedRun>& runs, const Sheet& sheet);

  private:
    enum class Layer { Halos, Letters };
    void append(const FadedRun& faded, Layer layer, FieldAtlas& atlas, std::vector<float>& instances) const;
    void drawFrom(FieldAtlas& atlas, const std::vector<FadedRun>& runs, Layer layer);

    gl::Program m_program;
    gl::InstanceStream m_stream;
    FieldAtlas m_text, m_display;
    double m_fineness = 1;  // while drawing
};

}  // namespace render
