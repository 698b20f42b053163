#include "render/text_pass.h"

#include <algorithm>

namespace render {

namespace {

constexpr int kTextLayers = 256, kDisplayLayers = 16;

// A field's values and their interpolation are off by no more, in samples.
constexpr double kFieldError = 1.5;

// Pixels from the letter's edge at which its halo is gone: no more than the field holds, or small counters
// would close.
double haloReach(double width, double scale, double least, const picture::FieldKind& kind) {
    const double most = kind.range / 2 * scale - 0.6;
    return std::clamp(width * 1.15, least, std::max(most, least));
}

// Samples along each side of a field in which nothing is drawn that ends `reach` pixels from the outline. A
// field as large as its cell may have lost its margin.
double emptyMargin(base::Vec2 extent, double reach, double scale, const picture::FieldKind& kind) {
    if (extent.x >= kind.cell || extent.y >= kind.cell) return 0;
    return std::max(kind.range / 2 - reach / scale - kFieldError, 0.0);
}

bool isDisplay(const picture::GlyphRun& run) {
    return run.size > picture::kLargestText;
}

}  // namespace

TextPass::TextPass(const picture::Fonts& fonts)
    : m_program("text.vert", "text.frag"),
      m_stream({{4}, {4}, {4}, {4}}),
      m_text(fonts, picture::kTextField, kTextLayers),
      m_display(fonts, picture::kDisplayField, kDisplayLayers) {}

// One instance: box (px), the same box in samples, colour, and layer, pixels per sample and halo's reach
// (px).
void TextPass::append(const FadedRun& faded, Layer layer, FieldAtlas& atlas,
                      std::vector<float>& instances) const {
    const picture::GlyphRun& run = *faded.run;
    const bool isHalo = layer == Layer::Halos;
    const base::Color color = (isHalo ? run.halo : run.color).faded(faded.alpha);
    if (color.a <= 0 || (isHalo && run.haloWidth <= 0)) return;
    const double scale = run.size / atlas.kind().scale;
    const double reach = isHalo ? haloReach(run.haloWidth, scale, m_fineness, atlas.kind()) : 0;
    for (const picture::Glyph& glyph : run.glyphs) {
        const FieldAtlas::Entry& entry = atlas.entryFor(glyph);
        if (entry.extent.x <= 0) continue;
        const double margin = emptyMargin(entry.extent, isHalo ? reach : 0.5, scale, atlas.kind());
        const base::Vec2 inner = entry.extent - base::Vec2{2 * margin, 2 * margin};
        const base::Vec2 corner = glyph.pen + entry.origin * run.size + base::Vec2{margin, margin} * scale;
        for (const double v :
             {corner.x, corner.y, inner.x * scale, inner.y * scale, margin, margin, inner.x, inner.y}) {
            instances.push_back(static_cast<float>(v));
        }
        instances.insert(instances.end(), {color.r, color.g, color.b, color.a});
        for (const double v : {double(entry.layer), scale, reach, 0.0})
            instances.push_back(static_cast<float>(v));
    }
}

void TextPass::drawFrom(FieldAtlas& atlas, const std::vector<FadedRun>& runs, Layer layer) {
    std::vector<float> instances;
    for (const FadedRun& run : runs) {
        if (isDisplay(*run.run) == (&atlas == &m_display)) append(run, layer, atlas, instances);
    }
    if (instances.empty()) return;
    m_program.set("cell", static_cast<float>(atlas.kind().cell));
    m_program.set("fieldRange", static_cast<float>(atlas.kind().range));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D_ARRAY, atlas.texture());
    m_stream.draw(instances);
}

void TextPass::draw(const std::vector<FadedRun>& runs, const Sheet& sheet) {
    m_fineness = sheet.fineness;
    m_program.use();
    setSheet(m_program, sheet);
    m_program.set("fields", 0);
    for (const Layer layer : {Layer::Halos, Layer::Letters}) {
        drawFrom(m_text, runs, layer);
        drawFrom(m_display, runs, layer);
    }
}

}  // namespace render
