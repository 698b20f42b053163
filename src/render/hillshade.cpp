#include "render/hillshade.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "render/mipmap.h"
#include "render/patch_stream.h"

namespace render {

namespace {

using base::Color;

constexpr int kRasterUnit = 2, kSmoothedUnit = 3;  // texture units

constexpr double kMetresPerDegree = 111'195;
// Frame pixels per sample of the hillshade: from the first on it is smoothed a little, from the second on
// wholly.
constexpr double kSmoothFrom = 2.2, kSmoothAll = 3;
// From this many on, a third of the frame's size is enough for the smoothed one; before, half is.
constexpr double kThirdFrom = 6;
// Magnified, the relief says less than it seems to: its strength falls from the first to the second, to a
// share.
constexpr double kFaintFrom = 2, kFaintAll = 10, kFaintest = 0.45;

bool isIn(const geo::Relief& relief, const Patch& patch) {
    return std::all_of(patch.corners.begin(), patch.corners.end(), [&](base::LonLat p) {
        return p.lon >= relief.west && p.lon <= relief.east && p.lat >= relief.south && p.lat <= relief.north;
    });
}

bool touch(const Patch& a, const Patch& b) {
    return a.x <= b.x + b.side && b.x <= a.x + a.side && a.y <= b.y + b.side && b.y <= a.y + a.side;
}

/// The shade between the samples of a raster, as its texture gives it: repeated to the sides, its edge above
/// and below. At least two rows; x and y in samples from its north-west corner.
double shadeAt(const base::Image& shade, double x, double y) {
    const double turns = std::floor((x - 0.5) / shade.width);
    const double fromLeft = x - 0.5 - turns * shade.width,
                 fromTop = std::clamp(y - 0.5, 0.0, shade.height - 1.0);
    const double left = std::floor(fromLeft);
    const int top = std::min(static_cast<int>(fromTop), shade.height - 2);
    const auto sample = [&](int column, int row) {
        const int wrapped = (static_cast<int>(left) + column) % shade.width;
        return double(shade.bytes[static_cast<std::size_t>(top + row) * shade.width + wrapped]);
    };
    const double u = fromLeft - left, v = fromTop - top;
    return (1 - v) * ((1 - u) * sample(0, 0) + u * sample(1, 0)) +
           v * ((1 - u) * sample(0, 1) + u * sample(1, 1));
}

/// The fine raster, which turns into the coarse one towards its edges: where it ends, nothing is seen to end.
/// A patch that is not wholly in it is drawn with the coarse one: along the edge it is that one already.
base::Image mergedAtEdges(const geo::Relief& fine, const geo::Relief& coarse) {
    constexpr double kCoarseDegrees = 2, kMergeDegrees = 5;
    base::Image shade = fine.shade;
    const double perDegree = shade.width / (fine.east - fine.west);
    const double coarsePerDegree = coarse.shade.width / (coarse.east - coarse.west);
    const int reach = static_cast<int>(kMergeDegrees * perDegree);
    if (coarse.shade.height < 2) return shade;
    for (int y = 0; y < shade.height; ++y) {
        const int fromEdge = std::min(y, shade.height - 1 - y);
        for (int x = 0; x < shade.width; ++x) {
            const int edge = std::min({fromEdge, x, shade.width - 1 - x});
            if (edge >= reach) {
                x = shade.width - 1 - reach;  // the middle stays
                continue;
            }
            const double lon = fine.west + (x + 0.5) / perDegree, lat = fine.north - (y + 0.5) / perDegree;
            const double there = shadeAt(coarse.shade, (lon - coarse.west) * coarsePerDegree,
                                         (coarse.north - lat) * coarsePerDegree);
            std::uint8_t& sample = shade.bytes[static_cast<std::size_t>(y) * shade.width + x];
            const double inside = (edge + 0.5) / perDegree;
            const double share =
                base::smoothstep((inside - kCoarseDegrees) / (kMergeDegrees - kCoarseDegrees));
            sample = static_cast<std::uint8_t>(std::lround(base::lerp(there, double(sample), share)));
        }
    }
    return shade;
}

void bindUnit(int unit, const gl::Texture& texture) {
    glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + unit));
    glBindTexture(GL_TEXTURE_2D, texture.name());
}

void uploadLevel(int level, const base::Image& image) {
    glTexImage2D(GL_TEXTURE_2D, level, GL_R8, image.width, image.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 image.bytes.data());
}

}  // namespace

Hillshade::Hillshade(const geo::World& world)
    : m_world(world), m_softProgram("ground.vert", "soft_relief.frag"), m_squares(patchStream()) {
    for (const Raster raster : {Raster::Coarse, Raster::Fine}) {
        if (has(raster)) upload(raster);
    }
}

const geo::Relief& Hillshade::relief(Raster raster) const {
    return m_world.reliefs[static_cast<std::size_t>(raster)];
}

void Hillshade::upload(Raster raster) {
    base::Image merged;
    if (raster == Raster::Fine) merged = mergedAtEdges(relief(raster), relief(Raster::Coarse));
    const base::Image& shade = raster == Raster::Fine ? merged : relief(raster).shade;
    gl::Texture& texture = m_rasters[static_cast<std::size_t>(raster)];
    texture = gl::makeTexture(GL_LINEAR_MIPMAP_LINEAR);
    // The coarse one goes around the globe.
    if (raster == Raster::Coarse) glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_REPEAT);
    // Near the poles samples are narrower than they are high: a level finer than the driver would take.
    glTexParameterf(GL_TEXTURE_2D, GL_TEXTURE_LOD_BIAS, -0.4f);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    uploadLevel(0, shade);
    base::Image half = halved(shade);
    for (int level = 1;; ++level) {
        uploadLevel(level, half);
        if (half.width == 1 && half.height == 1) break;
        half = halved(half);
    }
}

Hillshade::Raster Hillshade::rasterOf(const Patch& patch) const {
    return has(Raster::Fine) && isIn(relief(Raster::Fine), patch) ? Raster::Fine : Raster::Coarse;
}

Hillshade::Drape Hillshade::drapeOf(Raster raster, const picture::Ground& ground) const {
    const picture::GroundStyle& style = ground.style;
    const bool isFlat = style.seaRelief <= 0 && style.landRelief <= 0 && style.focusRelief <= 0;
    if (isFlat || !has(raster)) return {};
    const geo::Relief& r = relief(raster);
    Drape drape;
    drape.samplePixels = (r.east - r.west) / r.shade.width * kMetresPerDegree / ground.view.metresPerPixel;
    drape.isWide = drape.samplePixels < 1 || ground.view.pitch > 0;
    drape.magnified = drape.samplePixels / ground.fineness;
    drape.softness = base::clamp01((drape.magnified - kSmoothFrom) / (kSmoothAll - kSmoothFrom));
    drape.reading = drape.softness <= 0  ? Reading::Sharp
                    : drape.softness < 1 ? Reading::Mixed
                                         : Reading::Soft;
    return drape;
}

double Hillshade::strength(Raster raster) const {
    const double magnified =
        std::log(drape(raster).magnified / kFaintFrom) / std::log(kFaintAll / kFaintFrom);
    return base::lerp(1.0, kFaintest, base::clamp01(magnified));
}

void Hillshade::prepare(const picture::Ground& ground, const std::vector<Patch>& patches,
                        const Window& window) {
    m_drapes = {drapeOf(Raster::Coarse, ground), drapeOf(Raster::Fine, ground)};
    drawSoft(patches, window);
}

void Hillshade::bind(const gl::Program& program, Raster raster) const {
    program.set("raster", kRasterUnit);
    program.set("smoothed", kSmoothedUnit);
    program.set("softness", static_cast<float>(drape(raster).softness));
    program.set("smoothedPlace", m_softPlace);
    bindUnit(kSmoothedUnit, m_soft.texture);
    if (has(raster)) bindRaster(program, raster);
}

// Wide views take the mean of many samples, or relief would shimmer while the camera moves. Where samples are
// larger than pixels both filters give the same, and this one is quicker.
void Hillshade::bindRaster(const gl::Program& program, Raster raster) const {
    const geo::Relief& r = relief(raster);
    program.set("extent", Color{float(r.west), float(r.south), float(r.east), float(r.north)});
    bindUnit(kRasterUnit, m_rasters[static_cast<std::size_t>(raster)]);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER,
                    drape(raster).isWide ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR);
}

// The patches that read this raster smoothed, and those beside them that do not: the smoothed picture is read
// between its pixels, so that what lies beyond its edge would shine through.
std::vector<Patch> Hillshade::softPatches(const std::vector<Patch>& patches, Raster raster) const {
    std::vector<Patch> own, others;
    for (const Patch& patch : patches) {
        if (rasterOf(patch) == raster) own.push_back(patch);
        if (drape(rasterOf(patch)).softness <= 0) others.push_back(patch);
    }
    const std::size_t count = own.size();
    for (const Patch& other : others) {
        const auto last = own.begin() + static_cast<std::ptrdiff_t>(count);
        if (std::any_of(own.begin(), last, [&](const Patch& patch) { return touch(patch, other); }))
            own.push_back(other);
    }
    return own;
}

// The smoothed hillshade, a few pixels of the frame to each of its own.
void Hillshade::drawSoft(const std::vector<Patch>& patches, const Window& window) {
    double least = std::numeric_limits<double>::infinity();
    for (const Drape& drape : m_drapes) {
        if (drape.softness > 0) least = std::min(least, drape.samplePixels);
    }
    if (std::isinf(least)) return;
    const Window part = reduced(window, least >= kThirdFrom ? 3 : 2);
    if (m_soft.size != part.size) m_soft = gl::Canvas(part.size, GL_R8, GL_LINEAR);
    m_softPlace = lookup(window, part);
    m_soft.begin({0.5f, 0, 0, 0});
    useViewport(part);
    m_softProgram.use();
    setWindow(m_softProgram, part);
    m_softProgram.set("raster", kRasterUnit);
    for (const Raster raster : {Raster::Coarse, Raster::Fine}) {
        if (drape(raster).softness <= 0) continue;
        std::vector<float> squares;
        for (const Patch& patch : softPatches(patches, raster)) appendPatch(patch, 0, squares);
        bindRaster(m_softProgram, raster);
        m_squares.draw(squares);
    }
}

}  // namespace render
