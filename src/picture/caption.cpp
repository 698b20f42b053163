#include <algorithm>

#include "base/language.h"
#include "film/cue_summary.h"
#include "picture/panels.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

using base::Box;
using base::Color;

// Builds a column of text from the top down inside a box of fixed width.
class Column {
  public:
    Column(const Context& context, Panel& panel, double left, double top, double width)
        : m_context(context), m_panel(panel), m_left(left), m_y(top), m_width(width) {}

    void paragraph(const std::string& text, Face face, double size, Color color, double leading,
                   double tracking = 0) {
        if (text.empty()) return;
        const TextStyle style{face, size, tracking, std::string(m_context.language())};
        for (const std::string& line : wrap(m_context.fonts, text, style, m_width)) {
            m_y += size * leading;
            m_panel.runs.push_back(
                setLine(m_context.fonts, line, {style, color}, {m_left, m_y - size * 0.28}));
        }
        m_panel.texts.push_back(text);
    }
    void gap(double height) { m_y += height; }
    double y() const { return m_y; }

  private:
    const Context& m_context;
    Panel& m_panel;
    double m_left, m_y, m_width;
};

std::string datesOf(const Context& context, const CueEvents& events) {
    const auto dates = film::wholeDate(events);
    return dates ? base::upperCase(base::formatDate(*dates, context.language()), context.language())
                 : std::string();
}

std::string placesOf(const Context& context, const CueEvents& events) {
    return base::upperCase(film::placeLine(context.film, events, context.language()), context.language());
}

std::string sourceLine(const Context& context, const CueEvents& events) {
    std::vector<std::string> parts;
    const std::string separator = context.language() == "fr" ? "\u00a0; " : "; ";
    std::string said;
    for (const film::Event* event : events) {
        for (const std::string& id : event->sources) {
            const film::Source* source = film::findSource(context.film, id);
            if (!source) continue;
            std::string part = source->publisher;
            if (source->date) part += ", " + base::formatDate(*source->date, context.language());
            if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
        }
        const std::string says(event->saidBy.in(context.language()));
        if (!says.empty() && said.find(says) == std::string::npos)
            said += (said.empty() ? "" : separator) + says;
    }
    if (parts.empty() && said.empty()) return {};
    constexpr std::size_t kShown = 3;  // the credits list all; a caption must be read in its time
    std::string text(word(Word::Source, context.language()));
    for (std::size_t i = 0; i < std::min(parts.size(), kShown); ++i) text += (i ? separator : "") + parts[i];
    if (parts.size() > kShown) text += "…";
    if (!said.empty()) text += " – " + std::string(word(Word::AccordingTo, context.language())) + said;
    return text;
}

std::string badgeOf(const Context& context, const CueEvents& events) {
    const bool outside =
        !events.empty() && std::all_of(events.begin(), events.end(), [&](const film::Event* e) {
            return film::isOutsideArticles(context.film, *e);
        });
    return outside ? std::string(word(Word::OutsideArticles, context.language())) : std::string();
}

void addBadge(const Context& context, Panel& panel, const std::string& text, base::Vec2 leftEnd) {
    const PanelStyle& style = context.theme.panel;
    const TextStyle face{Face::SansMedium, style.noteSize * 0.9, 0, std::string(context.language())};
    const double width = measure(context.fonts, text, face), pad = face.size * 0.55;
    const Box box{leftEnd.x, leftEnd.y - face.size * 1.12, width + 2 * pad, face.size * 1.6};
    panel.shapes.push_back({ShapeKind::Rectangle, box, face.size * 0.3, style.badge, style.badge});
    panel.runs.push_back(setLine(context.fonts, text, {face, style.badgeText}, {box.x + pad, leftEnd.y}));
    panel.texts.push_back(text);
}

}  // namespace

std::optional<Panel> makeCaption(const Context& context, const film::Cue& cue, const CueEvents& events) {
    const std::string_view language = context.language();
    const film::Event* first = events.empty() ? nullptr : events.front();
    const std::string title(!cue.title.empty() ? cue.title.in(language)
                            : first            ? first->title.in(language)
                                               : "");
    const std::string text(!cue.text.empty() ? cue.text.in(language) : first ? first->text.in(language) : "");
    if (title.empty() && text.empty()) return std::nullopt;

    const PanelStyle& style = context.theme.panel;
    Panel panel;
    panel.id = "caption";
    const double width = context.layout.captionWidth, pad = context.px(28);
    const Color accent = first ? actorColor(context, *first) : style.dim;
    const std::string date = datesOf(context, events), places = placesOf(context, events);
    const std::string badge = badgeOf(context, events);

    Column column(context, panel, pad + style.accentWidth, context.px(14),
                  width - 2 * pad - style.accentWidth);
    column.paragraph(date, Face::CondensedSemiBold, style.dateSize, readable(accent, style.fill), 1.24,
                     style.dateSize * 0.06);
    column.paragraph(places, Face::CondensedMedium, style.dateSize * 0.8, style.dim, 1.2,
                     style.dateSize * 0.05);
    column.gap(context.px(4));
    column.paragraph(title, Face::CondensedBold, style.titleSize, style.text, 1.12);
    column.gap(context.px(6));
    column.paragraph(text, Face::SansRegular, style.textSize, style.text, 1.34);
    column.gap(context.px(8));
    column.paragraph(sourceLine(context, events), Face::SansItalic, style.sourceSize, style.dim, 1.34);
    if (!badge.empty()) {
        column.gap(style.noteSize * 2.0);
        addBadge(context, panel, badge, {pad + style.accentWidth, column.y() - style.noteSize * 0.4});
    }
    column.gap(context.px(20));

    panel.box = {0, 0, width, column.y()};
    panel.shapes.insert(panel.shapes.begin(),
                        {{ShapeKind::Rectangle, panel.box, style.radius, style.fill, style.fill},
                         {ShapeKind::Rectangle, {0, 0, style.accentWidth, column.y()}, 0, accent, accent}});
    shift(panel, {context.layout.safe.x, context.layout.timeline.y - context.layout.columnGap - panel.box.h});
    return panel;
}

void shift(Panel& panel, base::Vec2 by) {
    const auto move = [&](Box& box) {
        box.x += by.x;
        box.y += by.y;
    };
    move(panel.box);
    for (Shape& shape : panel.shapes) move(shape.box);
    for (Arrow& arrow : panel.arrows) {
        for (base::Vec2& p : arrow.points) p = p + by;
    }
    for (GlyphRun& run : panel.runs) {
        for (Glyph& glyph : run.glyphs) glyph.pen = glyph.pen + by;
    }
}

}  // namespace picture
