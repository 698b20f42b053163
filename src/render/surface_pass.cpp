#include "render/surface_pass.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "render/ground_classes.h"

namespace render {

namespace {

using base::Color;
using base::Size;
using base::Vec2;

constexpr double kMetresPerDegree = 111'195;
// Frame pixels per sample of the hillshade: from the first on it is smoothed a little, from the second on
// wholly.
constexpr double kSmoothFrom = 2.2, kSmoothAll = 3;
// From this many on, a third of the frame's size is enough for the smoothed one; before, half is.
constexpr double kThirdFrom = 6;
// Magnified, the relief says less than it seems to: its strength falls from the first to the second, to a
// share.
constexpr double kFaintFrom = 2, kFaintAll = 10, kFaintest = 0.45;

double strengthAt(double samplePixels) {
    const double t = base::clamp01(std::log(samplePixels / kFaintFrom) / std::log(kFaintAll / kFaintFrom));
    return base::lerp(1.0, kFaintest, t);
}

void append(const Patch& patch, std::uint8_t kind, std::vector<float>& out) {
    for (const double v : {double(patch.x), double(patch.y), double(patch.side), kind / 255.0})
        out.push_back(static_cast<float>(v));
    for (const base::LonLat corner : patch.corners)
        out.insert(out.end(), {static_cast<float>(corner.lon), static_cast<float>(corner.lat)});
}

bool isIn(const geo::Relief& relief, const Patch& patch) {
    return std::all_of(patch.corners.begin(), patch.corners.end(), [&](base::LonLat p) {
        return p.lon >= relief.west && p.lon <= relief.east && p.lat >= relief.south && p.lat <= relief.north;
    });
}

// Whether the map is everywhere: patches never overlap.
bool coverFrame(const std::vector<Patch>& patches, Size frame) {
    std::int64_t covered = 0;
    for (const Patch& p : patches) {
        covered += std::int64_t{std::max(std::min(p.side, frame.w - p.x), 0)} *
                   std::max(std::min(p.side, frame.h - p.y), 0);
    }
    return covered == std::int64_t{frame.w} * frame.h;
}

gl::Program groundProgram(const char* reading, const char* marks) {
    return gl::Program("ground.vert", "ground.frag",
                       std::string("#define ") + reading + "\n#define " + marks + "\n");
}

std::array<gl::Program, 4> groundPrograms(const char* marks) {
    return {groundProgram("RELIEF_NONE", marks), groundProgram("RELIEF_SHARP", marks),
            groundProgram("RELIEF_MIXED", marks), groundProgram("RELIEF_SOFT", marks)};
}

}  // namespace

SurfacePass::SurfacePass(const geo::World& world)
    : m_world(world),
      m_softProgram("ground.vert", "soft_relief.frag"),
      m_programs{groundPrograms("EVEN"), groundPrograms("LIT"), groundPrograms("MARKED")},
      m_squares({{4}, {4}, {4}}) {
    uploadRelief(Raster::Coarse);
    uploadRelief(Raster::Fine);
}

void SurfacePass::uploadRelief(Raster raster) {
    const auto i = static_cast<std::size_t>(raster);
    if (i >= m_world.reliefs.size()) return;
    const base::Image& shade = m_world.reliefs[i].shade;
    m_reliefs[i] = gl::makeTexture(GL_R8, {shade.width, shade.height}, GL_LINEAR);
    // The coarse one goes around the globe.
    if (raster == Raster::Coarse) glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_REPEAT);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, shade.width, shade.height, GL_RED, GL_UNSIGNED_BYTE,
                    shade.bytes.data());
    glGenerateMipmap(GL_TEXTURE_2D);
    // Near the poles samples are narrower than they are high: a level finer than the driver would take.
    glTexParameterf(GL_TEXTURE_2D, GL_TEXTURE_LOD_BIAS, -0.4f);
}

// Wide views take the mean of many samples, or relief would shimmer while the camera moves. Where samples are
// larger than pixels both filters give the same, and this one is quicker.
void SurfacePass::bindRelief(Raster raster, const geo::MapView& view) const {
    const auto i = static_cast<std::size_t>(raster);
    const bool isWide = m_drapes[i].samplePixels < 1 || view.pitch > 0;
    glActiveTexture(GL_TEXTURE2);
    glBindTexture(GL_TEXTURE_2D, m_reliefs[i].name());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, isWide ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
}

SurfacePass::Drape SurfacePass::drapeOf(Raster raster, const picture::Ground& ground) const {
    const picture::GroundStyle& style = ground.style;
    const auto i = static_cast<std::size_t>(raster);
    const bool isFlat = style.seaRelief <= 0 && style.landRelief <= 0 && style.focusRelief <= 0;
    if (isFlat || i >= m_world.reliefs.size()) return {};
    const geo::Relief& relief = m_world.reliefs[i];
    Drape drape;
    drape.samplePixels =
        (relief.east - relief.west) / relief.shade.width * kMetresPerDegree / ground.view.metresPerPixel;
    drape.softness = base::clamp01((drape.samplePixels - kSmoothFrom) / (kSmoothAll - kSmoothFrom));
    drape.reading = drape.softness <= 0  ? Reading::Sharp
                    : drape.softness < 1 ? Reading::Mixed
                                         : Reading::Soft;
    return drape;
}

void SurfacePass::uploadClasses(const ClassMap& classes, Size size) {
    if (m_classSize != size) m_classes = gl::makeTexture(GL_R8, size, GL_NEAREST);
    m_classSize = size;
    glBindTexture(GL_TEXTURE_2D, m_classes.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, classes.stride());
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, size.w, size.h, GL_RED, GL_UNSIGNED_BYTE, classes.bytes());
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

SurfacePass::Raster SurfacePass::rasterOf(const Patch& patch) const {
    return m_world.reliefs.size() > 1 && isIn(m_world.reliefs[1], patch) ? Raster::Fine : Raster::Coarse;
}

std::array<SurfacePass::Batch, 2> SurfacePass::batchesOf(const std::vector<Patch>& patches,
                                                         const SquareGrid& grid) const {
    std::array<Batch, 2> batches;
    std::vector<PaintedPatch> parts;
    for (const Patch& patch : patches) {
        parts.clear();
        grid.cut(patch, parts);
        Batch& batch = batches[static_cast<std::size_t>(rasterOf(patch))];
        for (const PaintedPatch& part : parts)
            append(part.patch, part.kind, batch[static_cast<std::size_t>(part.painting)]);
    }
    return batches;
}

void SurfacePass::setUp(const gl::Program& program, Raster raster, const picture::Ground& ground) const {
    const auto i = static_cast<std::size_t>(raster);
    const picture::GroundStyle& style = ground.style;
    program.use();
    program.set("size", Vec2{double(ground.view.size.w), double(ground.view.size.h)});
    // A colour's alpha carries how strongly the relief shades it.
    const double strength = strengthAt(m_drapes[i].samplePixels);
    program.set("sea", style.sea.withAlpha(style.seaRelief * strength));
    program.set("land", style.land.withAlpha(style.landRelief * strength));
    program.set("focusLand", style.focus.withAlpha(style.focusRelief * strength));
    program.set("lake", style.lake.withAlpha(0));
    program.set("coastGlow", style.glow);
    program.set("focusGlow", style.focusGlow);
    program.set("waterLines", static_cast<float>(style.waterLines));
    program.set("glowWidth", static_cast<float>(style.glowWidth));
    program.set("classes", 0);
    program.set("glow", 1);
    program.set("raster", 2);
    program.set("smoothed", 3);
    program.set("softness", static_cast<float>(m_drapes[i].softness));
    if (i >= m_world.reliefs.size()) return;
    const geo::Relief& r = m_world.reliefs[i];
    program.set("extent", Color{float(r.west), float(r.south), float(r.east), float(r.north)});
    bindRelief(raster, ground.view);
}

void SurfacePass::drawBatch(const Batch& batch, Raster raster, const picture::Ground& ground) const {
    const auto reading = static_cast<std::size_t>(m_drapes[static_cast<std::size_t>(raster)].reading);
    for (std::size_t painting = 0; painting < batch.size(); ++painting) {
        if (batch[painting].empty()) continue;
        setUp(m_programs[painting][reading], raster, ground);
        m_squares.draw(batch[painting]);
    }
}

// The smoothed hillshade, a few pixels of the frame to each of its own.
void SurfacePass::drawSoft(const std::vector<Patch>& patches, const geo::MapView& view) {
    const Size frame = view.size;
    double least = 1e9;
    for (const Drape& drape : m_drapes) {
        if (drape.softness > 0) least = std::min(least, drape.samplePixels);
    }
    if (least == 1e9) return;
    const int scale = least >= kThirdFrom ? 3 : 2;
    const Size size{(frame.w + scale - 1) / scale, (frame.h + scale - 1) / scale};
    if (m_soft.size != size) m_soft = gl::Canvas(size, GL_R8, GL_LINEAR);
    m_soft.begin({0.5f, 0, 0, 0});
    m_softProgram.use();
    m_softProgram.set("size", Vec2{double(frame.w), double(frame.h)});
    m_softProgram.set("raster", 2);
    for (const Raster raster : {Raster::Coarse, Raster::Fine}) {
        const auto i = static_cast<std::size_t>(raster);
        if (m_drapes[i].softness <= 0) continue;
        std::vector<float> squares;
        for (const Patch& patch : patches) {
            if (rasterOf(patch) == raster) append(patch, 0, squares);
        }
        const geo::Relief& r = m_world.reliefs[i];
        m_softProgram.set("extent", Color{float(r.west), float(r.south), float(r.east), float(r.north)});
        bindRelief(raster, view);
        m_squares.draw(squares);
    }
}

void SurfacePass::paint(const picture::Ground& ground, const gl::Texture& glow, const TouchedTiles& lit,
                        const gl::Canvas& canvas) {
    const ClassMap classes = classesOf(m_world, ground);
    const std::vector<Patch> patches = patchesOf(ground.view, m_world.projection);
    m_drapes = {drapeOf(Raster::Coarse, ground), drapeOf(Raster::Fine, ground)};
    const std::array<Batch, 2> batches = batchesOf(patches, SquareGrid(classes, lit, ground.view.size));

    glDisable(GL_BLEND);
    glActiveTexture(GL_TEXTURE0);
    uploadClasses(classes, ground.view.size);
    drawSoft(patches, ground.view);
    canvas.begin(ground.style.background,
                 coverFrame(patches, ground.view.size) ? gl::Clearing::Needless : gl::Clearing::Needed);
    for (const auto& [unit, texture] : {std::pair<int, const gl::Texture*>{GL_TEXTURE0, &m_classes},
                                        {GL_TEXTURE1, &glow},
                                        {GL_TEXTURE3, &m_soft.texture}}) {
        glActiveTexture(static_cast<GLenum>(unit));
        glBindTexture(GL_TEXTURE_2D, texture->name());
    }
    drawBatch(batches[0], Raster::Coarse, ground);
    drawBatch(batches[1], Raster::Fine, ground);
    glActiveTexture(GL_TEXTURE0);
}

}  // namespace render
