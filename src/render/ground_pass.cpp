#include "render/ground_pass.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace render {

namespace {

using base::Color;
using base::Size;
using geo::LineKind;

constexpr int kGlowScale = 3;  // glows are soft: a third of the size is enough

// From this many frame pixels per relief sample on, the raster's grid would show: it is then sampled by
// B-splines.
constexpr double kSmoothFrom = 2.2;
constexpr double kMetresPerDegree = 111'195;
constexpr double kTileDegrees = 10;
constexpr int kInkTile = 16;          // pixels
constexpr double kLeastSoftBand = 9;  // pixels: narrower bands are drawn at full size

void setView(const gl::Program& program, const geo::MapView& view) {
    const std::array<double, 9> h = view.homography();
    std::array<float, 9> rows;
    std::transform(h.begin(), h.end(), rows.begin(), [](double v) { return static_cast<float>(v); });
    program.setMatrix("homography", rows);
    program.set("center", view.center);
    program.set("size", base::Vec2{double(view.size.w), double(view.size.h)});
}

// What a pixel is, as bits of one byte; ground.frag reads them.
constexpr int kLandBit = 128, kFocusBit = 64, kLakeBit = 32;

// Turns bits over where a triangle falls: even-odd filling.
void invertWhatIsThere() {
    glDisable(GL_BLEND);
    glDisable(GL_DITHER);
    glEnable(GL_COLOR_LOGIC_OP);
    glLogicOp(GL_XOR);
}

void keepTheLarger() {
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    glBlendFunc(GL_ONE, GL_ONE);
}

bool isIn(const std::vector<int>& sorted, int country) {
    return std::binary_search(sorted.begin(), sorted.end(), country);
}

bool isFocus(const picture::Ground& ground, int country) {
    return isIn(ground.focus, country);
}

// One instance: start, end (plane metres), length before it (px), width (px), dash (px, 0: none), channel
// 0..3.
void addSegments(const geo::LineLevel& level, const geo::Polyline& line, double metresPerPixel, float width,
                 float dash, float channel, std::vector<float>& out) {
    double along = 0;
    for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
        const geo::PlanePoint a = level.points[i], b = level.points[i + 1];
        out.insert(out.end(), {a.x, a.y, b.x, b.y, static_cast<float>(along), width, dash, channel});
        if (dash > 0) along += std::hypot(b.x - a.x, b.y - a.y) / metresPerPixel;
    }
}

}  // namespace

GroundPass::GroundPass(const geo::World& world)
    : m_world(world),
      m_areaProgram("area.vert", "area.frag"),
      m_lineProgram("line.vert", "line.frag"),
      m_glowProgram("line.vert", "glow.frag"),
      m_plainGround("ground.vert", "ground.frag"),
      m_smoothGround("ground.vert", "ground.frag", "#define SMOOTH_RELIEF\n"),
      m_inkProgram("ink.vert", "ink.frag"),
      m_outlineProgram("ink.vert", "outline.frag"),
      m_segments({{4}, {4}}),
      m_inkBoxes(std::vector<gl::Attribute>{{4}}) {
    uploadAreas(world.land, m_land);
    uploadAreas(world.lakes, m_lakes);
    uploadGlobe();
    uploadReliefs();
}

void GroundPass::uploadAreas(const geo::AreaLayer& layer, Mesh& mesh) {
    mesh = {gl::makeBuffer(), gl::makeBuffer(), gl::makeVertexArray()};
    glBindVertexArray(mesh.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, mesh.vertices.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(layer.points.size() * sizeof(geo::PlanePoint)),
                 layer.points.data(), GL_STATIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(geo::PlanePoint), nullptr);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, mesh.indices.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(layer.triangles.size() * sizeof(std::uint32_t)),
                 layer.triangles.data(), GL_STATIC_DRAW);
}

void GroundPass::uploadGlobe() {
    const geo::GlobeMesh& globe = m_world.globe;
    m_globe = {gl::makeBuffer(), gl::makeBuffer(), gl::makeVertexArray()};
    glBindVertexArray(m_globe.array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_globe.vertices.name());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(globe.vertices.size() * sizeof(geo::GlobeMesh::Vertex)),
                 globe.vertices.data(), GL_STATIC_DRAW);
    for (GLuint i = 0; i < 2; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribPointer(i, 2, GL_FLOAT, GL_FALSE, sizeof(geo::GlobeMesh::Vertex),
                              reinterpret_cast<const void*>(std::size_t{i} * 2 * sizeof(float)));
    }
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_globe.indices.name());
    const std::vector<std::uint32_t> triangles = tileGlobe();
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(triangles.size() * sizeof(std::uint32_t)),
                 triangles.data(), GL_STATIC_DRAW);
}

// Sorts the globe's cells into tiles: what lies outside the frame is not drawn, and every tile is draped with
// one raster.
std::vector<std::uint32_t> GroundPass::tileGlobe() {
    const geo::GlobeMesh& globe = m_world.globe;
    std::map<std::tuple<bool, int, int>, Tile> tiles;
    std::map<std::tuple<bool, int, int>, std::vector<std::uint32_t>> indices;
    for (std::size_t i = 0; i + 2 < globe.triangles.size(); i += 3) {
        geo::PlaneBounds bounds{1e30, 1e30, -1e30, -1e30};
        bool fine = m_world.reliefs.size() > 1;
        for (std::size_t k = i; k < i + 3; ++k) {
            const geo::GlobeMesh::Vertex& v = globe.vertices[globe.triangles[k]];
            bounds = {std::min(bounds.minX, double(v.plane.x)), std::min(bounds.minY, double(v.plane.y)),
                      std::max(bounds.maxX, double(v.plane.x)), std::max(bounds.maxY, double(v.plane.y))};
            if (!fine) continue;
            const geo::Relief& relief = m_world.reliefs[1];
            fine = v.lon >= relief.west && v.lon <= relief.east && v.lat >= relief.south &&
                   v.lat <= relief.north;
        }
        const geo::GlobeMesh::Vertex& first = globe.vertices[globe.triangles[i]];
        const auto key = std::make_tuple(fine, int(std::floor(first.lon / kTileDegrees)),
                                         int(std::floor(first.lat / kTileDegrees)));
        Tile& tile = tiles.try_emplace(key, Tile{bounds, 0, 0, fine}).first->second;
        tile.bounds = {std::min(tile.bounds.minX, bounds.minX), std::min(tile.bounds.minY, bounds.minY),
                       std::max(tile.bounds.maxX, bounds.maxX), std::max(tile.bounds.maxY, bounds.maxY)};
        auto& part = indices[key];
        part.insert(part.end(), globe.triangles.begin() + static_cast<std::ptrdiff_t>(i),
                    globe.triangles.begin() + static_cast<std::ptrdiff_t>(i + 3));
    }
    std::vector<std::uint32_t> all;
    for (auto& [key, tile] : tiles) {
        const std::vector<std::uint32_t>& part = indices[key];
        tile.first = all.size();
        tile.count = static_cast<GLsizei>(part.size());
        all.insert(all.end(), part.begin(), part.end());
        m_tiles.push_back(tile);
    }
    return all;
}

void GroundPass::uploadReliefs() {
    for (std::size_t i = 0; i < 2; ++i) {
        if (i >= m_world.reliefs.size()) {
            m_reliefs[i] = gl::makeTexture(GL_R8, {1, 1}, GL_NEAREST);
            const std::uint8_t flat = 128;
            glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 1, 1, GL_RED, GL_UNSIGNED_BYTE, &flat);
            continue;
        }
        const base::Image& shade = m_world.reliefs[i].shade;
        m_reliefs[i] = gl::makeTexture(GL_R8, {shade.width, shade.height}, GL_LINEAR);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, shade.width, shade.height, GL_RED, GL_UNSIGNED_BYTE,
                        shade.bytes.data());
    }
}

void GroundPass::resize(Size size) {
    if (m_classes.size == size) return;
    m_classes = gl::Canvas(size, GL_R8, GL_NEAREST);
    m_lines = gl::Canvas(size, GL_RGBA8, GL_NEAREST);
    const Size soft{(size.w + kGlowScale - 1) / kGlowScale, (size.h + kGlowScale - 1) / kGlowScale};
    m_glow = gl::Canvas(soft, GL_RG8, GL_LINEAR);
}

void GroundPass::drawAreas(const geo::AreaLayer& layer, const Mesh& mesh, const picture::Ground& ground,
                           bool focus, int bits) {
    const geo::PlaneBounds seen = ground.view.visible(4);
    std::vector<GLsizei> counts;
    std::vector<const void*> starts;
    for (std::size_t i = 0; i < layer.rings.size(); ++i) {
        const geo::Ring& ring = layer.rings[i];
        if (!ring.bounds.intersects(seen) || isFocus(ground, ring.country) != focus) continue;
        const std::uint32_t first = layer.triangleStart[i], last = layer.triangleStart[i + 1];
        const void* start = reinterpret_cast<const void*>(first * sizeof(std::uint32_t));
        // Neighbouring rings join into one draw.
        if (!counts.empty() &&
            static_cast<const char*>(starts.back()) + counts.back() * sizeof(std::uint32_t) == start) {
            counts.back() += static_cast<GLsizei>(last - first);
            continue;
        }
        counts.push_back(static_cast<GLsizei>(last - first));
        starts.push_back(start);
    }
    if (counts.empty()) return;
    glBindVertexArray(mesh.array.name());
    m_areaProgram.set("bits", static_cast<float>(bits) / 255.0f);
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, starts.data(),
                        static_cast<GLsizei>(counts.size()));
}

void GroundPass::drawClasses(const picture::Ground& ground) {
    m_classes.begin({0, 0, 0, 0});
    invertWhatIsThere();
    m_areaProgram.use();
    setView(m_areaProgram, ground.view);
    drawAreas(m_world.land, m_land, ground, false, kLandBit);
    drawAreas(m_world.land, m_land, ground, true, kLandBit | kFocusBit);
    drawAreas(m_world.lakes, m_lakes, ground, false, kLakeBit);
    glDisable(GL_COLOR_LOGIC_OP);
}

void GroundPass::drawLines(const picture::Ground& ground) {
    const picture::GroundStyle& style = ground.style;
    const geo::PlaneBounds seen = ground.view.visible(8);
    const double scale = ground.view.metresPerPixel;
    m_segmentData.clear();
    const auto add = [&](const geo::LineLayer& layer, auto&& use) {
        const geo::LineLevel& level = layer.levelFor(scale);
        for (const geo::Polyline& line : level.lines) {
            if (line.bounds.intersects(seen)) use(level, line);
        }
    };
    add(m_world.borders, [&](const geo::LineLevel& level, const geo::Polyline& line) {
        const bool focus = isFocus(ground, line.left) || isFocus(ground, line.right);
        const bool disputed = line.kind == LineKind::Disputed;
        const double width = focus ? style.focusBorderWidth : style.borderWidth;
        addSegments(level, line, scale, static_cast<float>(width),
                    disputed ? static_cast<float>(style.disputedDash) : 0.0f, focus ? 3.0f : 0.0f,
                    m_segmentData);
    });
    if (ground.adminAlpha > 0) {
        add(m_world.admin1, [&](const geo::LineLevel& level, const geo::Polyline& line) {
            addSegments(level, line, scale, static_cast<float>(style.adminWidth), 0, 1, m_segmentData);
        });
    }
    add(m_world.rivers, [&](const geo::LineLevel& level, const geo::Polyline& line) {
        const double width = style.riverWidth * (1.35 - 0.15 * std::clamp(line.weight, 1, 6));
        addSegments(level, line, scale, static_cast<float>(std::max(width, style.riverWidth * 0.5)), 0, 2,
                    m_segmentData);
    });
    m_lines.begin({0, 0, 0, 0});
    keepTheLarger();
    m_lineProgram.use();
    setView(m_lineProgram, ground.view);
    m_segments.draw(m_segmentData);
    touchTiles(ground.view, 2, m_touched);
}

// Marks where the segments just drawn have left ink: half their width and `margin` pixels to each side.
void GroundPass::touchTiles(const geo::MapView& view, double margin, TouchedTiles& tiles) const {
    constexpr std::size_t kFloats = 8;
    for (std::size_t i = 0; i + kFloats <= m_segmentData.size(); i += kFloats) {
        const float* f = m_segmentData.data() + i;
        const auto a = view.toPixels({f[0], f[1]}), b = view.toPixels({f[2], f[3]});
        if (a && b) tiles.touch(*a, *b, f[5] / 2 + margin);
    }
}

// Runs the program in use over these squares of the frame, blending.
void GroundPass::paintTiles(const TouchedTiles& tiles) {
    std::vector<float> boxes;
    for (const base::Box& box : tiles.boxes()) {
        for (const double v : {box.x, box.y, box.w, box.h}) boxes.push_back(static_cast<float>(v));
    }
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    m_inkBoxes.draw(boxes);
}

void GroundPass::drawGlow(const picture::Ground& ground) {
    const picture::GroundStyle& style = ground.style;
    m_glow.begin({0, 0, 0, 0});
    if (style.glowWidth <= 0 && style.focusGlowWidth <= 0) return;
    const geo::PlaneBounds seen = ground.view.visible(std::max(style.glowWidth, style.focusGlowWidth) + 8);
    m_segmentData.clear();
    // A soft light needs no fine line.
    const geo::LineLevel& level = m_world.borders.levelFor(ground.view.metresPerPixel * 2.5);
    for (const geo::Polyline& line : level.lines) {
        if (!line.bounds.intersects(seen)) continue;
        const bool focus = isFocus(ground, line.left) || isFocus(ground, line.right);
        if (line.kind == LineKind::Coast && style.glowWidth > 0) {
            addSegments(level, line, 1, static_cast<float>(style.glowWidth * 2), 0, 0, m_segmentData);
        }
        if (focus && style.focusGlowWidth > 0) {
            addSegments(level, line, 1, static_cast<float>(style.focusGlowWidth * 2), 0, 1, m_segmentData);
        }
    }
    keepTheLarger();
    m_glowProgram.use();
    setView(m_glowProgram, ground.view);
    m_segments.draw(m_segmentData);
    touchTiles(ground.view, 2 + kGlowScale, m_touched);
}

void GroundPass::bindMarks(const gl::Program& program) {
    const GLuint textures[] = {m_classes.texture.name(), m_lines.texture.name(), m_glow.texture.name()};
    const char* names[] = {"classes", "lines", "glow"};
    for (int i = 0; i < 3; ++i) {
        glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(i));
        glBindTexture(GL_TEXTURE_2D, textures[i]);
        program.set(names[i], i);
    }
}

// Lines and glows over the painted land and sea, only where there are any.
void GroundPass::ink(const picture::Ground& ground) {
    const picture::GroundStyle& style = ground.style;
    const gl::Program& p = m_inkProgram;
    p.use();
    bindMarks(p);
    p.set("size", base::Vec2{double(ground.view.size.w), double(ground.view.size.h)});
    p.set("coastGlow", style.glow);
    p.set("focusGlow", style.focusGlow);
    p.set("border", style.border);
    p.set("admin", style.admin.faded(ground.adminAlpha));
    p.set("river", style.river);
    p.set("focusBorder", style.focusBorder);
    paintTiles(m_touched);
}

void GroundPass::compose(const gl::Canvas& canvas, const picture::Ground& ground) {
    const picture::GroundStyle& style = ground.style;
    canvas.begin(style.background);
    glDisable(GL_BLEND);
    glBindVertexArray(m_globe.array.name());
    const geo::PlaneBounds seen = ground.view.visible(2);
    for (std::size_t i = 0; i < 2; ++i) {
        const bool fine = i == 1;
        geo::Relief whole{{1, 1, 1, {}}, -180, -90, 180, 90};
        const geo::Relief& relief = i < m_world.reliefs.size() ? m_world.reliefs[i] : whole;
        const double samplePixels =
            (relief.east - relief.west) / relief.shade.width * kMetresPerDegree / ground.view.metresPerPixel;
        const gl::Program& p = samplePixels > kSmoothFrom ? m_smoothGround : m_plainGround;
        p.use();
        setView(p, ground.view);
        bindMarks(p);
        // A colour's alpha carries how strongly the relief shades it.
        p.set("sea", style.sea.withAlpha(style.seaRelief));
        p.set("land", style.land.withAlpha(style.landRelief));
        p.set("focusLand", style.focus.withAlpha(style.focusRelief));
        p.set("lake", style.lake.withAlpha(0));
        p.set("raster", 3);
        glActiveTexture(GL_TEXTURE3);
        glBindTexture(GL_TEXTURE_2D, m_reliefs[i].name());
        glActiveTexture(GL_TEXTURE0);
        p.set("extent",
              Color{float(relief.west), float(relief.south), float(relief.east), float(relief.north)});
        for (const Tile& tile : m_tiles) {
            if (tile.fine != fine || !tile.bounds.intersects(seen)) continue;
            glDrawElements(GL_TRIANGLES, tile.count, GL_UNSIGNED_INT,
                           reinterpret_cast<const void*>(tile.first * sizeof(std::uint32_t)));
        }
    }
}

// Under the ink, so that borders stay sharp within their band.
void GroundPass::drawOutline(const gl::Canvas& canvas, const picture::Ground& ground,
                             const picture::Outline& outline) {
    const geo::PlaneBounds seen = ground.view.visible(outline.width + 8);
    const geo::LineLevel& level = m_world.borders.levelFor(ground.view.metresPerPixel * 1.5);
    TouchedTiles touched(ground.view.size, kInkTile);
    // A band of a few pixels would fall between the pixels of a smaller picture.
    const int scale = outline.width >= kLeastSoftBand ? kGlowScale : 1;
    const Size size{(ground.view.size.w + scale - 1) / scale, (ground.view.size.h + scale - 1) / scale};
    if (m_band.size != size) m_band = gl::Canvas(size, GL_R8, GL_LINEAR);
    m_segmentData.clear();
    for (const geo::Polyline& line : level.lines) {
        const bool isOuter = isIn(outline.countries, line.left) != isIn(outline.countries, line.right);
        if (!isOuter || !line.bounds.intersects(seen)) continue;
        addSegments(level, line, 1, static_cast<float>(outline.width), 0, 0, m_segmentData);
    }
    m_band.begin({0, 0, 0, 0});
    keepTheLarger();
    m_glowProgram.use();
    setView(m_glowProgram, ground.view);
    m_segments.draw(m_segmentData);
    touchTiles(ground.view, 2 + kGlowScale, touched);

    glBindFramebuffer(GL_FRAMEBUFFER, canvas.framebuffer.name());
    glViewport(0, 0, canvas.size.w, canvas.size.h);
    m_outlineProgram.use();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, m_band.texture.name());
    m_outlineProgram.set("band", 0);
    m_outlineProgram.set("size", base::Vec2{double(ground.view.size.w), double(ground.view.size.h)});
    m_outlineProgram.set("ink", outline.color);
    paintTiles(touched);
}

void GroundPass::paintInto(const gl::Canvas& canvas, const picture::Ground& ground) {
    resize(ground.view.size);
    m_touched = TouchedTiles(ground.view.size, kInkTile);
    drawClasses(ground);
    drawLines(ground);
    drawGlow(ground);
    compose(canvas, ground);
    for (const picture::Outline& outline : ground.outlines) drawOutline(canvas, ground, outline);
    ink(ground);
}

void GroundPass::paint(const picture::Ground& ground, const gl::Canvas& target) {
    if (!m_last || !(*m_last == ground)) {
        // A ground seen for the first time may be one of a flight's thousands: it goes straight to the
        // target.
        m_last = ground;
        m_isKept = false;
        return paintInto(target, ground);
    }
    if (!m_isKept) {
        if (m_kept.size != target.size) m_kept = gl::Canvas(target.size, GL_RGBA8, GL_NEAREST);
        paintInto(m_kept, ground);
        m_isKept = true;
    }
    const auto [w, h] = target.size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_kept.framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer.name());
    glBlitFramebuffer(0, 0, w, h, 0, 0, w, h, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace render
