#include "render/field_atlas.h"

#include <algorithm>

namespace render {

FieldAtlas::FieldAtlas(const picture::Fonts& fonts, const picture::FieldKind& kind, int firstLayers)
    : m_fonts(fonts), m_kind(kind) {
    grow(firstLayers);
}

void FieldAtlas::upload(int layer) const {
    glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, 0, layer, m_kind.cell, m_kind.cell, 1, GL_RED,
                    GL_UNSIGNED_BYTE, m_cells[static_cast<std::size_t>(layer)].data());
}

void FieldAtlas::grow(int layers) {
    GLuint name = 0;
    glGenTextures(1, &name);
    m_fields = gl::Texture(name);
    glBindTexture(GL_TEXTURE_2D_ARRAY, name);
    glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_R8, m_kind.cell, m_kind.cell, layers, 0, GL_RED, GL_UNSIGNED_BYTE,
                 nullptr);
    for (const auto& [parameter, value] : {std::pair{GL_TEXTURE_MIN_FILTER, GL_LINEAR},
                                           {GL_TEXTURE_MAG_FILTER, GL_LINEAR},
                                           {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                           {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}}) {
        glTexParameteri(GL_TEXTURE_2D_ARRAY, static_cast<GLenum>(parameter), value);
    }
    m_layers = layers;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    for (std::size_t i = 0; i < m_cells.size(); ++i) upload(static_cast<int>(i));
}

const FieldAtlas::Entry& FieldAtlas::entryFor(const picture::Glyph& glyph) {
    const auto key = std::make_pair(glyph.font, glyph.index);
    if (const auto found = m_entries.find(key); found != m_entries.end()) return found->second;
    const picture::GlyphField field = m_fonts.field(glyph.font, glyph.index, m_kind);
    Entry entry;
    entry.origin = field.origin;
    entry.extent = {double(field.width), double(field.height)};
    if (field.width > 0) {
        entry.layer = static_cast<int>(m_cells.size());
        std::vector<std::uint8_t> cell(static_cast<std::size_t>(m_kind.cell) * m_kind.cell, 0);
        for (int y = 0; y < field.height; ++y) {
            std::copy_n(field.distance.begin() + std::ptrdiff_t{y} * field.width, field.width,
                        cell.begin() + std::ptrdiff_t{y} * m_kind.cell);
        }
        m_cells.push_back(std::move(cell));
        if (entry.layer >= m_layers) {
            grow(m_layers * 2);
        } else {
            glBindTexture(GL_TEXTURE_2D_ARRAY, m_fields.name());
            glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
            upload(entry.layer);
        }
    }
    return m_entries.emplace(key, entry).first->second;
}

}  // namespace render
