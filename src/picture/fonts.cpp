#include "picture/fonts.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_truetype.h>
#pragma GCC diagnostic pop

namespace picture {

namespace {

using base::Vec2;

constexpr std::array<const char*, kFaceCount> kFiles = {
    "BarlowCondensed-Regular.ttf", "BarlowCondensed-Medium.ttf", "BarlowCondensed-SemiBold.ttf",
    "BarlowCondensed-Bold.ttf",    "Inter-Regular.ttf",          "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",          "Inter-Italic.ttf",           "SourceSerif4-Italic.ttf"};

struct HbDelete {
    void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
    void operator()(hb_face_t* p) const { hb_face_destroy(p); }
    void operator()(hb_font_t* p) const { hb_font_destroy(p); }
    void operator()(hb_buffer_t* p) const { hb_buffer_destroy(p); }
};
template <class T>
using Hb = std::unique_ptr<T, HbDelete>;

struct LoadedFace {
    std::vector<char> file;
    stbtt_fontinfo outlines{};
    Hb<hb_font_t> shaper;
    double unitsPerEm = 1000;
    FaceMetrics metrics;
};

struct Segment {
    Vec2 a, b;
};

Vec2 quadratic(Vec2 a, Vec2 c, Vec2 b, double t) {
    return base::lerp(base::lerp(a, c, t), base::lerp(c, b, t), t);
}

Vec2 cubic(Vec2 a, Vec2 c0, Vec2 c1, Vec2 b, double t) {
    return base::lerp(quadratic(a, c0, c1, t), quadratic(c0, c1, b, t), t);
}

// The glyph's outline as straight pieces, in field samples, y down.
std::vector<Segment> outline(const stbtt_fontinfo& font, int glyph, double scale) {
    constexpr int kPieces =
        8;  // per curve: at 64 samples per em the error stays under a twentieth of a sample
    stbtt_vertex* vertices = nullptr;
    const int count = stbtt_GetGlyphShape(&font, glyph, &vertices);
    std::vector<Segment> segments;
    Vec2 pen, start;
    const auto at = [&](double x, double y) { return Vec2{x * scale, -y * scale}; };
    const auto lineTo = [&](Vec2 to) {
        if (!(pen == to)) segments.push_back({pen, to});
        pen = to;
    };
    for (int i = 0; i < count; ++i) {
        const stbtt_vertex& v = vertices[i];
        const Vec2 to = at(v.x, v.y), from = pen;
        switch (v.type) {
            case STBTT_vmove:
                lineTo(start);
                pen = start = to;
                break;
            case STBTT_vline:
                lineTo(to);
                break;
            case STBTT_vcurve:
                for (int k = 1; k <= kPieces; ++k) {
                    lineTo(quadratic(from, at(v.cx, v.cy), to, k / double(kPieces)));
                }
                break;
            case STBTT_vcubic:
                for (int k = 1; k <= kPieces; ++k) {
                    lineTo(cubic(from, at(v.cx, v.cy), at(v.cx1, v.cy1), to, k / double(kPieces)));
                }
                break;
            default:
                break;
        }
    }
    lineTo(start);
    stbtt_FreeShape(&font, vertices);
    return segments;
}

double squaredDistance(Vec2 p, const Segment& s) {
    const Vec2 d = s.b - s.a;
    const double t = base::clamp01(base::dot(p - s.a, d) / base::dot(d, d));
    const Vec2 q = p - (s.a + d * t);
    return base::dot(q, q);
}

// Inside by the non-zero winding rule, a row at a time.
void markInside(const std::vector<Segment>& segments, Vec2 origin, int width, int height,
                std::vector<char>& inside) {
    std::vector<std::pair<double, int>> crossings;
    for (int row = 0; row < height; ++row) {
        const double y = origin.y + row + 0.5;
        crossings.clear();
        for (const Segment& s : segments) {
            if ((s.a.y <= y) == (s.b.y <= y)) continue;
            const double x = s.a.x + (y - s.a.y) / (s.b.y - s.a.y) * (s.b.x - s.a.x);
            crossings.emplace_back(x, s.a.y < s.b.y ? 1 : -1);
        }
        std::sort(crossings.begin(), crossings.end());
        int winding = 0;
        std::size_t next = 0;
        for (int column = 0; column < width; ++column) {
            const double x = origin.x + column + 0.5;
            while (next < crossings.size() && crossings[next].first <= x) winding += crossings[next++].second;
            inside[static_cast<std::size_t>(row) * width + column] = winding != 0;
        }
    }
}

}  // namespace

struct Fonts::Implementation {
    std::array<LoadedFace, kFaceCount> faces;
    const LoadedFace& face(Face f) const { return faces[static_cast<std::size_t>(f)]; }
};

Fonts::Fonts() : m_implementation(std::make_unique<Implementation>()) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

namespace {

base::Problem brokenFont(const std::string& path, const std::string& what) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            path,
            0,
            0,
            what,
            "put back the program's assets/fonts folder"};
}

base::Result<base::Done> loadFace(const std::string& path, LoadedFace& face) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return brokenFont(path, "the font is missing or cannot be read");
    face.file.assign(std::istreambuf_iterator<char>(stream), {});
    const auto* bytes = reinterpret_cast<const unsigned char*>(face.file.data());
    Hb<hb_blob_t> blob(hb_blob_create(face.file.data(), static_cast<unsigned>(face.file.size()),
                                      HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    Hb<hb_face_t> hbFace(hb_face_create(blob.get(), 0));
    // HarfBuzz validates its tables; stb_truetype trusts them, so it only sees files that HarfBuzz accepts.
    if (face.file.size() < 12 || hb_face_get_glyph_count(hbFace.get()) == 0 ||
        !stbtt_InitFont(&face.outlines, bytes, 0)) {
        return brokenFont(path, "the font is broken");
    }
    face.unitsPerEm = hb_face_get_upem(hbFace.get());
    face.shaper.reset(hb_font_create(hbFace.get()));
    hb_ot_font_set_funcs(face.shaper.get());
    hb_font_set_scale(face.shaper.get(), static_cast<int>(face.unitsPerEm),
                      static_cast<int>(face.unitsPerEm));
    hb_font_make_immutable(face.shaper.get());
    int ascent = 0, descent = 0, gap = 0;
    stbtt_GetFontVMetrics(&face.outlines, &ascent, &descent, &gap);
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    stbtt_GetCodepointBox(&face.outlines, 'H', &x0, &y0, &x1, &y1);
    face.metrics = {ascent / face.unitsPerEm, -descent / face.unitsPerEm, y1 / face.unitsPerEm};
    return base::Done{};
}

}  // namespace

base::Result<Fonts> Fonts::load(const std::string& directory) {
    Fonts fonts;
    base::Problems problems;
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
        const auto loaded = loadFace(directory + "/" + kFiles[i], fonts.m_implementation->faces[i]);
        if (!loaded) problems.insert(problems.end(), loaded.problems().begin(), loaded.problems().end());
    }
    if (!problems.empty()) return problems;
    return fonts;
}

ShapedText Fonts::shape(std::string_view utf8, const TextStyle& style) const {
    const LoadedFace& face = m_implementation->face(style.face);
    Hb<hb_buffer_t> buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()), 0,
                       static_cast<int>(utf8.size()));
    hb_buffer_guess_segment_properties(buffer.get());
    if (!style.language.empty()) {
        hb_buffer_set_language(buffer.get(), hb_language_from_string(style.language.c_str(), -1));
    }
    // Spaced letters must not join: a ligature would keep its letters together.
    const hb_feature_t noLigatures{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START,
                                   HB_FEATURE_GLOBAL_END};
    hb_shape(face.shaper.get(), buffer.get(), &noLigatures, style.tracking != 0 ? 1 : 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double scale = style.size / face.unitsPerEm;
    ShapedText text;
    text.glyphs.reserve(count);
    double x = 0;
    for (unsigned i = 0; i < count; ++i) {
        text.glyphs.push_back(
            {infos[i].codepoint, {x + positions[i].x_offset * scale, -positions[i].y_offset * scale}});
        x += positions[i].x_advance * scale + style.tracking;
    }
    text.width = count > 0 ? x - style.tracking : 0;
    return text;
}

FaceMetrics Fonts::metrics(Face face) const {
    return m_implementation->face(face).metrics;
}

GlyphField Fonts::field(Face faceId, std::uint32_t glyph) const {
    const LoadedFace& face = m_implementation->face(faceId);
    const double scale = kFieldScale / face.unitsPerEm;
    constexpr double kReach = kFieldRange / 2;
    GlyphField field;
    const std::vector<Segment> segments = outline(face.outlines, static_cast<int>(glyph), scale);
    if (segments.empty()) return field;

    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const Segment& s : segments) {
        left = std::min({left, s.a.x, s.b.x});
        right = std::max({right, s.a.x, s.b.x});
        top = std::min({top, s.a.y, s.b.y});
        bottom = std::max({bottom, s.a.y, s.b.y});
    }
    const Vec2 origin{std::floor(left - kReach), std::floor(top - kReach)};
    field.width = std::min(kFieldCell, static_cast<int>(std::ceil(right + kReach - origin.x)));
    field.height = std::min(kFieldCell, static_cast<int>(std::ceil(bottom + kReach - origin.y)));
    field.origin = origin * (1.0 / kFieldScale);

    const auto samples = static_cast<std::size_t>(field.width) * field.height;
    std::vector<double> nearest2(samples, kReach * kReach);
    for (const Segment& s : segments) {
        const auto clampTo = [](double v, int size) {
            return std::clamp(static_cast<int>(std::floor(v)), 0, size);
        };
        const int x0 = clampTo(std::min(s.a.x, s.b.x) - kReach - origin.x, field.width);
        const int x1 = clampTo(std::max(s.a.x, s.b.x) + kReach - origin.x + 1, field.width);
        const int y0 = clampTo(std::min(s.a.y, s.b.y) - kReach - origin.y, field.height);
        const int y1 = clampTo(std::max(s.a.y, s.b.y) + kReach - origin.y + 1, field.height);
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1; ++x) {
                double& d2 = nearest2[static_cast<std::size_t>(y) * field.width + x];
                d2 = std::min(d2, squaredDistance({origin.x + x + 0.5, origin.y + y + 0.5}, s));
            }
        }
    }
    std::vector<char> inside(samples);
    markInside(segments, origin, field.width, field.height, inside);
    field.distance.resize(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        const double d = std::sqrt(nearest2[i]) * (inside[i] ? 1 : -1);
        field.distance[i] = static_cast<std::uint8_t>(std::clamp(128 + d * 255 / kFieldRange, 0.0, 255.0));
    }
    return field;
}

}  // namespace picture
