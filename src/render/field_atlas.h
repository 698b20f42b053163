// Distance fields of glyphs in a texture, one a layer: where a glyph lies never changes how it is sampled.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "picture/fonts.h"
#include "render/gl.h"

namespace render {

class FieldAtlas {
  public:
    FieldAtlas(const picture::Fonts& fonts, const picture::FieldKind& kind, int firstLayers);

    struct Entry {
        int layer = 0;
        base::Vec2 origin;  ///< em, from the pen
        base::Vec2 extent;  ///< samples; 0 for a glyph without ink
    };
    /// The glyph's field, made and uploaded when it is first asked for.
    const Entry& entryFor(const picture::Glyph& glyph);

    const picture::FieldKind& kind() const { return m_kind; }
    GLuint texture() const { return m_fields.name(); }

  private:
    void grow(int layers);
    void upload(int layer) const;

    const picture::Fonts& m_fonts;
    picture::FieldKind m_kind;
    gl::Texture m_fields;
    int m_layers = 0;
    std::vector<std::vector<std::uint8_t>> m_cells;  // the layers' bytes, kept for growing
    std::map<std::pair<picture::FontId, std::uint32_t>, Entry> m_entries;
};

}  // namespace render
