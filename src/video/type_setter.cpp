#include "video/type_setter.h"

#include <cairo/cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>

#include "picture/font_files.h"

namespace video {

namespace {

// Each with the fonts that help out where it lacks a script, as in pictures (picture/font_files.h).
constexpr const char* kHead =
    "Barlow Condensed,Roboto Condensed,Inter,Noto Sans Arabic,Noto Sans Tifinagh,Noto Sans NKo,Noto Sans "
    "Adlam";
constexpr const char* kText = "Inter,Noto Sans Arabic,Noto Sans Tifinagh,Noto Sans NKo,Noto Sans Adlam";

struct Release {
    void operator()(gpointer object) const { g_object_unref(object); }
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(PangoFontDescription* face) const { pango_font_description_free(face); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
template <class T>
using Owner = std::unique_ptr<T, Release>;

base::Problem fontMissing(const std::string& path) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            path,
            0,
            0,
            "the font cannot be read",
            "put the program's assets/fonts back"};
}

Owner<PangoFontDescription> descriptionOf(Face face, double size) {
    Owner<PangoFontDescription> description(pango_font_description_new());
    const bool head = face >= Face::Head;
    pango_font_description_set_family_static(description.get(), head ? kHead : kText);
    const PangoWeight weight = face == Face::TextMedium || face == Face::HeadMedium ? PANGO_WEIGHT_MEDIUM
                               : face == Face::TextSemiBold || face == Face::HeadSemiBold
                                   ? PANGO_WEIGHT_SEMIBOLD
                               : face == Face::HeadBold ? PANGO_WEIGHT_BOLD
                                                        : PANGO_WEIGHT_NORMAL;
    pango_font_description_set_weight(description.get(), weight);
    if (face == Face::TextItalic) pango_font_description_set_style(description.get(), PANGO_STYLE_ITALIC);
    pango_font_description_set_absolute_size(description.get(), size * PANGO_SCALE);
    return description;
}

guint16 channel(float value) {
    return static_cast<guint16>(std::lround(std::clamp(value, 0.0F, 1.0F) * 65535));
}

void addSpan(PangoAttrList* list, const Span& span, const Paragraph& paragraph, guint start, guint end) {
    const auto add = [&](PangoAttribute* attribute) {
        attribute->start_index = start;
        attribute->end_index = end;
        pango_attr_list_insert(list, attribute);
    };
    add(pango_attr_font_desc_new(descriptionOf(span.face, paragraph.size).get()));
    add(pango_attr_foreground_new(channel(span.color.r), channel(span.color.g), channel(span.color.b)));
    if (span.behind)
        add(pango_attr_background_new(channel(span.behind->r), channel(span.behind->g),
                                      channel(span.behind->b)));
    if (paragraph.tracking != 0)
        add(pango_attr_letter_spacing_new(static_cast<int>(std::lround(paragraph.tracking * PANGO_SCALE))));
    add(pango_attr_insert_hyphens_new(FALSE));  // a hyphen in an address would be taken for part of it
}

// A string inside the attributes of a cairo tag.
std::string tagString(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

// PDF addresses are ASCII: other bytes are percent-encoded, as browsers do (RFC 3987, section 3.1).
std::string asciiAddress(const std::string& url) {
    constexpr const char* kDigits = "0123456789ABCDEF";
    std::string ascii;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f) {
            ascii += c;
        } else {
            ascii += '%';
            ascii += kDigits[byte >> 4];
            ascii += kDigits[byte & 15];
        }
    }
    return ascii;
}

std::string linkOf(const Paragraph& paragraph) {
    if (!paragraph.url.empty()) return "uri=" + tagString(asciiAddress(paragraph.url));
    if (!paragraph.toAnchor.empty()) return "dest=" + tagString(paragraph.toAnchor);
    return {};
}

}  // namespace

struct TypeSetter::Implementation {
    Owner<FcConfig> config;
    Owner<PangoFontMap> map;
    Owner<PangoContext> context;

    Owner<PangoLayout> lay(const Paragraph& paragraph, double width) const {
        Owner<PangoLayout> layout(pango_layout_new(context.get()));
        const Owner<PangoAttrList> list(pango_attr_list_new());
        std::string text;
        for (const Span& span : paragraph.spans) {
            const auto start = static_cast<guint>(text.size());
            text += span.text;
            addSpan(list.get(), span, paragraph, start, static_cast<guint>(text.size()));
        }
        pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
        pango_layout_set_attributes(layout.get(), list.get());
        pango_layout_set_width(layout.get(), static_cast<int>(std::lround(width * PANGO_SCALE)));
        if (paragraph.align == Align::End) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        return layout;
    }
};

TypeSetter::TypeSetter() : m_implementation(std::make_unique<Implementation>()) {}
TypeSetter::~TypeSetter() = default;
TypeSetter::TypeSetter(TypeSetter&&) noexcept = default;
TypeSetter& TypeSetter::operator=(TypeSetter&&) noexcept = default;

base::Result<TypeSetter> TypeSetter::make(const std::string& fontsDirectory, const std::string& language) {
    TypeSetter setter;
    Implementation& self = *setter.m_implementation;
    self.config.reset(FcConfigCreate());
    for (const char* file : picture::kFontFiles) {
        const std::string path = fontsDirectory + "/" + file;
        if (!FcConfigAppFontAddFile(self.config.get(), reinterpret_cast<const FcChar8*>(path.c_str())))
            return fontMissing(path);
    }
    self.map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(self.map.get()), self.config.get());
    // One unit of the page is one unit of type, on paper and on screens alike.
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(self.map.get()), 72);
    self.context.reset(pango_font_map_create_context(self.map.get()));
    pango_context_set_language(self.context.get(), pango_language_from_string(language.c_str()));
    // Unhinted: the lines of a page break in the same places at every size of output.
    const Owner<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(self.context.get(), options.get());
    pango_context_set_round_glyph_positions(self.context.get(), FALSE);
    return setter;
}

int TypeSetter::lineCount(const Paragraph& paragraph, double width) const {
    const bool empty = std::all_of(paragraph.spans.begin(), paragraph.spans.end(),
                                   [](const Span& span) { return span.text.empty(); });
    if (empty) return 0;
    return pango_layout_get_line_count(m_implementation->lay(paragraph, width).get());
}

void TypeSetter::draw(cairo_t* page, const Paragraph& paragraph, double width, double x, double y, int first,
                      int count) const {
    const Owner<PangoLayout> layout = m_implementation->lay(paragraph, width);
    const Owner<PangoLayoutIter> iterator(pango_layout_get_iter(layout.get()));
    const std::string link = linkOf(paragraph);
    // The middle of the small letters stands in the middle of the line's height.
    const double baseline = paragraph.lineHeight() / 2 + paragraph.size * 0.34;
    if (first == 0 && !paragraph.anchor.empty()) {
        cairo_move_to(page, x, y);
        cairo_tag_begin(page, CAIRO_TAG_DEST, ("name=" + tagString(paragraph.anchor)).c_str());
    }
    int line = 0;
    do {
        if (line < first || line >= first + count) continue;
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &extents);
        cairo_move_to(page, x + pango_units_to_double(extents.x),
                      y + (line - first) * paragraph.lineHeight() + baseline);
        if (!link.empty()) cairo_tag_begin(page, CAIRO_TAG_LINK, link.c_str());
        pango_cairo_show_layout_line(page, pango_layout_iter_get_line_readonly(iterator.get()));
        if (!link.empty()) cairo_tag_end(page, CAIRO_TAG_LINK);
    } while (++line, pango_layout_iter_next_line(iterator.get()));
    if (first == 0 && !paragraph.anchor.empty()) cairo_tag_end(page, CAIRO_TAG_DEST);
}

}  // namespace video
