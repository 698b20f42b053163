#include "render/surface_pass.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "render/ground_classes.h"
#include "render/patch_stream.h"

namespace render {

namespace {

using base::Color;
using base::Size;

// Whether the map is everywhere: patches never overlap.
bool cover(const std::vector<Patch>& patches, const Window& window) {
    const auto shared = [](int from, int side, int first, int length) {
        return std::int64_t{std::max(std::min(from + side, first + length) - std::max(from, first), 0)};
    };
    std::int64_t covered = 0;
    for (const Patch& p : patches)
        covered +=
            shared(p.x, p.side, window.x, window.size.w) * shared(p.y, p.side, window.y, window.size.h);
    return covered == std::int64_t{window.size.w} * window.size.h;
}

// What ground.frag is told, by Painting and by Hillshade::Reading.
constexpr const char* kPaintings[] = {"EVEN", "LIT", "MARKED"};
constexpr const char* kReadings[] = {"RELIEF_NONE", "RELIEF_SHARP", "RELIEF_MIXED", "RELIEF_SOFT"};

}  // namespace

SurfacePass::SurfacePass(const geo::World& world)
    : m_world(world), m_relief(world), m_squares(patchStream()) {}

void SurfacePass::uploadClasses(const ClassMap& classes, Size size) {
    if (m_classSize != size) m_classes = gl::makeTexture(GL_R8, size, GL_NEAREST);
    m_classSize = size;
    glBindTexture(GL_TEXTURE_2D, m_classes.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, classes.stride());
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, size.w, size.h, GL_RED, GL_UNSIGNED_BYTE, classes.bytes());
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

std::array<SurfacePass::Batch, 2> SurfacePass::batchesOf(const std::vector<Patch>& patches,
                                                         const SquareGrid& grid) const {
    std::array<Batch, 2> batches;
    std::vector<PaintedPatch> parts;
    for (const Patch& patch : patches) {
        parts.clear();
        grid.cut(patch, parts);
        Batch& batch = batches[static_cast<std::size_t>(m_relief.rasterOf(patch))];
        for (const PaintedPatch& part : parts)
            appendPatch(part.patch, part.kind, batch[static_cast<std::size_t>(part.painting)]);
    }
    return batches;
}

void SurfacePass::warmUp() {
    for (std::size_t painting = 0; painting < std::size(kPaintings); ++painting) {
        for (std::size_t reading = 0; reading < std::size(kReadings); ++reading)
            programFor(painting, reading);
    }
}

const gl::Program& SurfacePass::programFor(std::size_t painting, std::size_t reading) {
    std::optional<gl::Program>& program = m_programs[painting][reading];
    if (!program)
        program.emplace(
            "ground.vert", "ground.frag",
            std::string("#define ") + kPaintings[painting] + "\n#define " + kReadings[reading] + "\n");
    return *program;
}

void SurfacePass::setUp(const gl::Program& program, Hillshade::Raster raster,
                        const picture::Ground& ground) const {
    const picture::GroundStyle& style = ground.style;
    program.use();
    setWindow(program, m_window);
    // A colour's alpha carries how strongly the relief shades it.
    const double strength = m_relief.strength(raster);
    program.set("sea", style.sea.withAlpha(style.seaRelief * strength));
    program.set("land", style.land.withAlpha(style.landRelief * strength));
    program.set("focusLand", style.focus.withAlpha(style.focusRelief * strength));
    program.set("lake", style.lake.withAlpha(0));
    program.set("coastGlow", style.glow);
    program.set("focusGlow", style.focusGlow);
    program.set("waterLines", static_cast<float>(style.waterLines));
    program.set("glowWidth", static_cast<float>(style.glowWidth));
    program.set("fineness", static_cast<float>(ground.fineness));
    program.set("glowPlace", m_glowPlace);
    program.set("classes", 0);
    program.set("glow", 1);
    m_relief.bind(program, raster);
}

void SurfacePass::drawBatch(const Batch& batch, Hillshade::Raster raster, const picture::Ground& ground) {
    const auto reading = static_cast<std::size_t>(m_relief.reading(raster));
    for (std::size_t painting = 0; painting < batch.size(); ++painting) {
        if (batch[painting].empty()) continue;
        setUp(programFor(painting, reading), raster, ground);
        m_squares.draw(batch[painting]);
    }
}

void SurfacePass::paint(const picture::Ground& ground, const Window& window, const Light& light,
                        const TouchedTiles& lit, const gl::Canvas& canvas) {
    m_window = window;
    m_glowPlace = lookup(window, light.window);
    const ClassMap classes = classesOf(m_world, ground, window);
    const std::vector<Patch> patches = patchesOf(ground.view, m_world.projection, window);
    const std::array<Batch, 2> batches = batchesOf(patches, SquareGrid(classes, lit, window));

    glDisable(GL_BLEND);
    glActiveTexture(GL_TEXTURE0);
    uploadClasses(classes, window.size);
    m_relief.prepare(ground, patches, window);
    canvas.begin(ground.style.background,
                 cover(patches, window) ? gl::Clearing::Needless : gl::Clearing::Needed);
    useViewport(window);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, m_classes.name());
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, light.canvas.texture.name());
    drawBatch(batches[0], Hillshade::Raster::Coarse, ground);
    drawBatch(batches[1], Hillshade::Raster::Fine, ground);
    glActiveTexture(GL_TEXTURE0);
}

}  // namespace render
