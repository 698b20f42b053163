#include "render/text_pass.h"

namespace render {

namespace {

constexpr int kCell = picture::kFieldCell;
constexpr int kFirstLayers = 256;

}  // namespace

TextPass::TextPass(const picture::Fonts& fonts)
    : m_fonts(fonts), m_program("text.vert", "text.frag"), m_stream({{4}, {4}, {4}, {4}}) {
    grow(kFirstLayers);
}

void TextPass::grow(int layers) {
    GLuint name = 0;
    glGenTextures(1, &name);
    m_fields = gl::Texture(name);
    glBindTexture(GL_TEXTURE_2D_ARRAY, name);
    glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_R8, kCell, kCell, layers, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    for (const auto& [parameter, value] : {std::pair{GL_TEXTURE_MIN_FILTER, GL_LINEAR},
                                           {GL_TEXTURE_MAG_FILTER, GL_LINEAR},
                                           {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE},
                                           {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}}) {
        glTexParameteri(GL_TEXTURE_2D_ARRAY, static_cast<GLenum>(parameter), value);
    }
    m_layers = layers;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, 0, static_cast<GLint>(i), kCell, kCell, 1, GL_RED,
                        GL_UNSIGNED_BYTE, m_cells[i].data());
    }
}

const TextPass::Entry& TextPass::entryFor(picture::FontId font, std::uint32_t glyph) {
    const auto key = std::make_pair(font, glyph);
    if (const auto found = m_entries.find(key); found != m_entries.end()) return found->second;
    const picture::GlyphField field = m_fonts.field(font, glyph);
    Entry entry;
    entry.origin = field.origin;
    entry.extent = {double(field.width), double(field.height)};
    if (field.width > 0) {
        entry.layer = static_cast<int>(m_cells.size());
        std::vector<std::uint8_t> cell(std::size_t{kCell} * kCell, 0);
        for (int y = 0; y < field.height; ++y) {
            std::copy_n(field.distance.begin() + std::ptrdiff_t{y} * field.width, field.width,
                        cell.begin() + std::ptrdiff_t{y} * kCell);
        }
        m_cells.push_back(std::move(cell));
        if (entry.layer >= m_layers) {
            grow(m_layers * 2);
        } else {
            glBindTexture(GL_TEXTURE_2D_ARRAY, m_fields.name());
            glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
            glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, 0, entry.layer, kCell, kCell, 1, GL_RED,
                            GL_UNSIGNED_BYTE, m_cells.back().data());
        }
    }
    return m_entries.emplace(key, entry).first->second;
}

// One instance: box (px), box in samples and layer, colour, pixels per sample and growth (px).
void TextPass::append(const FadedRun& faded, bool halo, std::vector<float>& instances) {
    const picture::GlyphRun& run = *faded.run;
    const double growth = halo ? run.haloWidth : 0;
    const base::Color color = (halo ? run.halo : run.color).faded(faded.alpha);
    if (color.a <= 0 || (halo && growth <= 0)) return;
    const double scale = run.size / picture::kFieldScale;
    for (const picture::Glyph& glyph : run.glyphs) {
        const Entry& entry = entryFor(glyph.font, glyph.index);
        if (entry.extent.x <= 0) continue;
        const base::Vec2 corner = glyph.pen + entry.origin * run.size;
        for (const double v : {corner.x, corner.y, entry.extent.x * scale, entry.extent.y * scale,
                               entry.extent.x, entry.extent.y, double(entry.layer), 0.0}) {
            instances.push_back(static_cast<float>(v));
        }
        instances.insert(instances.end(), {color.r, color.g, color.b, color.a});
        for (const double v : {scale, growth, 0.0, 0.0}) instances.push_back(static_cast<float>(v));
    }
}

void TextPass::draw(const std::vector<FadedRun>& runs, base::Size frame) {
    std::vector<float> instances;
    for (const bool halo : {true, false}) {
        for (const FadedRun& run : runs) append(run, halo, instances);
    }
    if (instances.empty()) return;
    m_program.use();
    m_program.set("size", base::Vec2{double(frame.w), double(frame.h)});
    m_program.set("fieldRange", static_cast<float>(picture::kFieldRange));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D_ARRAY, m_fields.name());
    m_program.set("fields", 0);
    m_stream.draw(instances);
}

}  // namespace render
