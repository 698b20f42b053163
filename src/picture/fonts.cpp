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

#include "picture/font_files.h"

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_truetype.h>
#pragma GCC diagnostic pop

namespace picture {

namespace {

using base::Vec2;

struct HbDelete {
    void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
    void operator()(hb_face_t* p) const { hb_face_destroy(p); }
    void operator()(hb_font_t* p) const { hb_font_destroy(p); }
    void operator()(hb_buffer_t* p) const { hb_buffer_destroy(p); }
};
template <class T>
using Hb = std::unique_ptr<T, HbDelete>;

struct LoadedFont {
    std::vector<char> file;
    stbtt_fontinfo outlines{};
    Hb<hb_font_t> shaper;
    double unitsPerEm = 1000;
    FaceMetrics metrics;
};

Vec2 quadratic(Vec2 a, Vec2 c, Vec2 b, double t) {
    return base::lerp(base::lerp(a, c, t), base::lerp(c, b, t), t);
}

Vec2 cubic(Vec2 a, Vec2 c0, Vec2 c1, Vec2 b, double t) {
    return base::lerp(quadratic(a, c0, c1, t), quadratic(c0, c1, b, t), t);
}

// Gathers an outline as straight pieces, in field samples, y down.
class Tracer {
  public:
    explicit Tracer(double scale) : m_scale(scale) {}

    void follow(const stbtt_vertex& v) {
        const Vec2 to = at(v.x, v.y);
        if (v.type == STBTT_vmove) moveTo(to);
        if (v.type == STBTT_vline) lineTo(to);
        if (v.type == STBTT_vcurve)
            curveTo([a = m_pen, c = at(v.cx, v.cy), to](double t) { return quadratic(a, c, to, t); });
        if (v.type == STBTT_vcubic)
            curveTo([a = m_pen, c0 = at(v.cx, v.cy), c1 = at(v.cx1, v.cy1), to](double t) {
                return cubic(a, c0, c1, to, t);
            });
    }
    std::vector<OutlinePiece> finish() {
        lineTo(m_start);
        return std::move(m_pieces);
    }

  private:
    // Per curve: at 64 samples per em the error stays under a twentieth of a sample.
    static constexpr int kPieces = 8;

    Vec2 at(double x, double y) const { return {x * m_scale, -y * m_scale}; }
    void moveTo(Vec2 to) {
        lineTo(m_start);
        m_pen = m_start = to;
    }
    void lineTo(Vec2 to) {
        if (!(m_pen == to)) m_pieces.push_back({m_pen, to});
        m_pen = to;
    }
    template <class Curve>
    void curveTo(Curve curve) {
        for (int k = 1; k <= kPieces; ++k) lineTo(curve(k / double(kPieces)));
    }

    double m_scale;
    Vec2 m_pen, m_start;
    std::vector<OutlinePiece> m_pieces;
};

// The glyph's outline as straight pieces, in field samples, y down.
std::vector<OutlinePiece> outline(const stbtt_fontinfo& font, int glyph, double scale) {
    stbtt_vertex* vertices = nullptr;
    const int count = stbtt_GetGlyphShape(&font, glyph, &vertices);
    Tracer tracer(scale);
    for (int i = 0; i < count; ++i) tracer.follow(vertices[i]);
    stbtt_FreeShape(&font, vertices);
    return tracer.finish();
}

/// A letter and its marks as fonts have them: "e" and an acute accent are one character.
std::vector<std::uint32_t> composed(const std::vector<std::uint32_t>& letter) {
    std::vector<std::uint32_t> result;
    for (const std::uint32_t c : letter) {
        hb_codepoint_t both = 0;
        const bool joins = !result.empty() &&
                           hb_unicode_compose(hb_unicode_funcs_get_default(), result.back(), c, &both) != 0;
        if (joins)
            result.back() = both;
        else
            result.push_back(c);
    }
    return result;
}

/// Bytes [begin, end) of a text in one font; none: no font has them.
struct Piece {
    std::size_t begin = 0, end = 0;
    std::optional<FontId> font;
};

/// A line while its pen moves on.
struct Line {
    std::vector<Glyph> glyphs;
    double x = 0;
    double lastTracking = 0;

    void advance(double by, double tracking) {
        x += by + tracking;
        lastTracking = tracking;
    }
};

}  // namespace

struct Fonts::Implementation {
    std::array<LoadedFont, kFontFiles.size()> fonts;
    std::array<std::vector<FontId>, kFaceCount> chains;

    const LoadedFont& own(Face face) const { return fonts[static_cast<std::size_t>(face)]; }
    const std::vector<FontId>& chain(Face face) const { return chains[static_cast<std::size_t>(face)]; }
    bool has(FontId font, std::uint32_t codePoint) const;
    std::optional<FontId> fontFor(Face face, const std::vector<std::uint32_t>& letter) const;
    std::vector<Piece> piecesOf(std::string_view utf8, const base::TextItem& item, Face face) const;
    void shapePiece(std::string_view utf8, const base::TextItem& item, const Piece& piece,
                    const TextStyle& style, Line& line) const;
    void addFallback(const TextStyle& style, Line& line) const;
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

base::Result<base::Done> loadFont(const std::string& path, LoadedFont& font) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return brokenFont(path, "the font is missing or cannot be read");
    font.file.assign(std::istreambuf_iterator<char>(stream), {});
    const auto* bytes = reinterpret_cast<const unsigned char*>(font.file.data());
    Hb<hb_blob_t> blob(hb_blob_create(font.file.data(), static_cast<unsigned>(font.file.size()),
                                      HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    Hb<hb_face_t> hbFace(hb_face_create(blob.get(), 0));
    // HarfBuzz validates its tables; stb_truetype trusts them, so it only sees files that HarfBuzz accepts.
    if (font.file.size() < 12 || hb_face_get_glyph_count(hbFace.get()) == 0 ||
        !stbtt_InitFont(&font.outlines, bytes, 0)) {
        return brokenFont(path, "the font is broken");
    }
    font.unitsPerEm = hb_face_get_upem(hbFace.get());
    font.shaper.reset(hb_font_create(hbFace.get()));
    hb_ot_font_set_funcs(font.shaper.get());
    hb_font_set_scale(font.shaper.get(), static_cast<int>(font.unitsPerEm),
                      static_cast<int>(font.unitsPerEm));
    hb_font_make_immutable(font.shaper.get());
    int ascent = 0, descent = 0, gap = 0;
    stbtt_GetFontVMetrics(&font.outlines, &ascent, &descent, &gap);
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    stbtt_GetCodepointBox(&font.outlines, 'H', &x0, &y0, &x1, &y1);
    font.metrics = {ascent / font.unitsPerEm, -descent / font.unitsPerEm, y1 / font.unitsPerEm};
    return base::Done{};
}

}  // namespace

base::Result<Fonts> Fonts::load(const std::string& directory) {
    Fonts fonts;
    base::Problems problems;
    Implementation& self = *fonts.m_implementation;
    for (int face = 0; face < kFaceCount; ++face)
        self.chains[static_cast<std::size_t>(face)] = fontsOf(static_cast<Face>(face));
    for (std::size_t i = 0; i < kFontFiles.size(); ++i) {
        const auto loaded = loadFont(directory + "/" + kFontFiles[i], self.fonts[i]);
        if (!loaded) problems.insert(problems.end(), loaded.problems().begin(), loaded.problems().end());
    }
    if (!problems.empty()) return problems;
    return fonts;
}

bool Fonts::Implementation::has(FontId font, std::uint32_t codePoint) const {
    hb_codepoint_t glyph = 0;
    return !base::needsGlyph(codePoint) ||
           hb_font_get_nominal_glyph(fonts[font].shaper.get(), codePoint, &glyph) != 0;
}

/// The first font that has the whole letter; else the first that has it without its marks.
std::optional<FontId> Fonts::Implementation::fontFor(Face face,
                                                     const std::vector<std::uint32_t>& letter) const {
    for (const std::size_t needed : {letter.size(), std::size_t{1}}) {
        for (const FontId font : chain(face)) {
            const auto end = letter.begin() + static_cast<std::ptrdiff_t>(needed);
            if (std::all_of(letter.begin(), end, [&](std::uint32_t c) { return has(font, c); })) return font;
        }
    }
    return std::nullopt;
}

/// The item's pieces of one font each, in the order of the text.
std::vector<Piece> Fonts::Implementation::piecesOf(std::string_view utf8, const base::TextItem& item,
                                                   Face face) const {
    const auto characters = base::charactersOf(utf8.substr(item.begin, item.end - item.begin));
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < characters.size();) {
        std::vector<std::uint32_t> letter;
        const std::size_t first = i;
        do letter.push_back(characters[i++].codePoint);
        while (i < characters.size() && base::belongsToLetterBefore(characters[i].codePoint));
        const std::size_t begin = item.begin + characters[first].begin,
                          end = item.begin + characters[i - 1].end;
        Piece* last = pieces.empty() ? nullptr : &pieces.back();
        // A space or a full stop stays with its word, so that the word is shaped as a whole.
        const bool stays =
            last && last->font && base::isShared(letter.front()) && has(*last->font, letter.front());
        const std::optional<FontId> font = stays ? last->font : fontFor(face, composed(letter));
        if (last && font && last->font == font)
            last->end = end;
        else
            pieces.push_back({begin, end, font});
    }
    return pieces;
}

void Fonts::Implementation::addFallback(const TextStyle& style, Line& line) const {
    constexpr hb_codepoint_t kMiddleDot = 0xB7;
    const LoadedFont& font = own(style.face);
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(font.shaper.get(), kMiddleDot, &glyph);
    const double advance = hb_font_get_glyph_h_advance(font.shaper.get(), glyph);
    line.glyphs.push_back({glyph, {line.x, 0}, static_cast<FontId>(style.face)});
    line.advance(advance * style.size / font.unitsPerEm, style.tracking);
}

void Fonts::Implementation::shapePiece(std::string_view utf8, const base::TextItem& item, const Piece& piece,
                                       const TextStyle& style, Line& line) const {
    if (!piece.font) return addFallback(style, line);
    const LoadedFont& font = fonts[*piece.font];
    const double tracking = item.joined ? 0 : style.tracking;
    Hb<hb_buffer_t> buffer(hb_buffer_create());
    // With the whole text around it, a letter at the piece's end takes the form that its neighbour asks for.
    hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()),
                       static_cast<unsigned>(piece.begin), static_cast<int>(piece.end - piece.begin));
    hb_buffer_set_direction(
        buffer.get(), item.direction == base::Direction::RightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), hb_script_from_string(item.script.c_str(), -1));
    hb_buffer_set_language(buffer.get(), hb_language_from_string(style.language.c_str(), -1));
    // Spaced letters must not join: a ligature would keep its letters together.
    const hb_feature_t noLigatures{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START,
                                   HB_FEATURE_GLOBAL_END};
    hb_shape(font.shaper.get(), buffer.get(), &noLigatures, tracking != 0 ? 1 : 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double scale = style.size / font.unitsPerEm;
    for (unsigned i = 0; i < count; ++i) {
        line.glyphs.push_back({infos[i].codepoint,
                               {line.x + positions[i].x_offset * scale, -positions[i].y_offset * scale},
                               *piece.font});
        line.advance(positions[i].x_advance * scale, tracking);
    }
}

ShapedText Fonts::shape(std::string_view text, const TextStyle& style) const {
    // Tabs and newlines are not ink: in one line they part words.
    std::string utf8(text);
    std::replace_if(
        utf8.begin(), utf8.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    const base::Direction paragraph =
        style.direction ? *style.direction : base::paragraphDirection(utf8, style.language);
    Line line;
    for (const base::TextItem& item : base::itemsOf(utf8, paragraph)) {
        std::vector<Piece> pieces = m_implementation->piecesOf(utf8, item, style.face);
        if (item.direction == base::Direction::RightToLeft) std::reverse(pieces.begin(), pieces.end());
        for (const Piece& piece : pieces) m_implementation->shapePiece(utf8, item, piece, style, line);
    }
    return {std::move(line.glyphs), line.x - line.lastTracking};
}

std::optional<base::TextCharacter> Fonts::firstMissing(std::string_view utf8, Face face) const {
    const auto isMissing = [&](const base::TextCharacter& c) {
        const auto& chain = m_implementation->chain(face);
        return std::none_of(chain.begin(), chain.end(),
                            [&](FontId font) { return m_implementation->has(font, c.codePoint); });
    };
    const auto characters = base::charactersOf(utf8);
    const auto found = std::find_if(characters.begin(), characters.end(), isMissing);
    return found == characters.end() ? std::nullopt : std::optional(*found);
}

FaceMetrics Fonts::metrics(Face face) const {
    return m_implementation->own(face).metrics;
}

GlyphField Fonts::field(FontId id, std::uint32_t glyph, const FieldKind& kind) const {
    const LoadedFont& font = m_implementation->fonts[id];
    return fieldOf(outline(font.outlines, static_cast<int>(glyph), kind.scale / font.unitsPerEm), kind);
}

}  // namespace picture
