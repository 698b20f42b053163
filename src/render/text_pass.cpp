#include "render/text_pass.h"

namespace render {

namespace {

constexpr int kTextLayers = 256, kDisplayLayers = 16;

bool isDisplay(const picture::GlyphRun& run) {
    return run.size > picture::kLargestText;
}

}  // namespace

TextPass::TextPass(const picture::Fonts& fonts)
    : m_program("text.vert", "text.frag"),
      m_stream({{4}, {4}, {4}, {4}}),
      m_text(fonts, picture::kTextField, kTextLayers),
      m_display(fonts, picture::kDisplayField, kDisplayLayers) {}

// One instance: box (px), box in samples and layer, colour, pixels per sample and the halo's reach (px).
void TextPass::append(const FadedRun& faded, Layer layer, FieldAtlas& atlas, std::vector<float>& instances) {
    const picture::GlyphRun& run = *faded.run;
    const double reach = layer == Layer::Halos ? run.haloWidth : 0;
    const base::Color color = (layer == Layer::Halos ? run.halo : run.color).faded(faded.alpha);
    if (color.a <= 0 || (layer == Layer::Halos && reach <= 0)) return;
    const double scale = run.size / atlas.kind().scale;
    for (const picture::Glyph& glyph : run.glyphs) {
        const FieldAtlas::Entry& entry = atlas.entryFor(glyph);
        if (entry.extent.x <= 0) continue;
        const base::Vec2 corner = glyph.pen + entry.origin * run.size;
        for (const double v : {corner.x, corner.y, entry.extent.x * scale, entry.extent.y * scale,
                               entry.extent.x, entry.extent.y, double(entry.layer), 0.0}) {
            instances.push_back(static_cast<float>(v));
        }
        instances.insert(instances.end(), {color.r, color.g, color.b, color.a});
        for (const double v : {scale, reach, 0.0, 0.0}) instances.push_back(static_cast<float>(v));
    }
}

void TextPass::drawFrom(FieldAtlas& atlas, const std::vector<FadedRun>& runs, Layer layer) {
    std::vector<float> instances;
    for (const FadedRun& run : runs) {
        if (isDisplay(*run.run) == (&atlas == &m_display)) append(run, layer, atlas, instances);
    }
    if (instances.empty()) return;
    m_program.set("fieldRange", static_cast<float>(atlas.kind().range));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D_ARRAY, atlas.texture());
    m_stream.draw(instances);
}

void TextPass::draw(const std::vector<FadedRun>& runs, base::Size frame) {
    m_program.use();
    m_program.set("size", base::Vec2{double(frame.w), double(frame.h)});
    m_program.set("fields", 0);
    for (const Layer layer : {Layer::Halos, Layer::Letters}) {
        drawFrom(m_text, runs, layer);
        drawFrom(m_display, runs, layer);
    }
}

}  // namespace render
