#include <algorithm>
#include <set>
#include <string_view>

#include "base/language.h"
#include "film/cue_summary.h"
#include "film/state.h"
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
        const TextStyle style =
            paragraphStyle(text, {face, size, tracking, std::string(m_context.language())});
        for (const std::string& line : wrap(m_context.fonts, text, style, m_width)) {
            m_y += size * leading;
            m_panel.runs.push_back(
                setIn(m_context.fonts, line, {style, color}, {m_left, m_width}, m_y - size * 0.28));
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

std::string datesOf(const Context& context, const film::Cue& cue, const CueEvents& events) {
    const auto dates = film::dateOfCue(cue, events);
    return dates ? base::upperCase(base::formatDate(*dates, context.language()), context.language())
                 : std::string();
}

std::string placesOf(const Context& context, const CueEvents& events) {
    return base::upperCase(film::placeLine(context.film, events, context.language()), context.language());
}

/// The cue's sources, each once: first the articles that the film rests on, then the others, in the order of
/// the events.
std::vector<const film::Source*> sourcesOf(const Context& context, const CueEvents& events) {
    std::vector<const film::Source*> sources;
    std::set<std::string_view> seen;
    for (const film::Event* event : events) {
        for (const std::string& id : event->sources) {
            if (!seen.insert(id).second) continue;
            if (const film::Source* source = film::findSource(context.film, id)) sources.push_back(source);
        }
    }
    std::stable_partition(sources.begin(), sources.end(), [](const film::Source* s) { return s->article; });
    return sources;
}

/// "[12] Le HuffPost, avril 2024": the number is the one of the credits.
std::string entryOf(const Context& context, const film::Source& source, bool named) {
    std::string text = "[" + std::to_string(film::sourceNumber(context.film, source.id)) + "]";
    if (!named) return text;
    text += "\u00a0" +
            base::isolated(source.publisher.empty() ? source.title : source.publisher, context.language());
    if (!source.date) return text;
    text += ", ";
    for (const char c : base::formatDate(*source.date, context.language())) {
        // A date is not parted at the end of a line.
        if (c == ' ') text += "\u00a0";
        if (c != ' ') text += c;
    }
    return text;
}

/// The cue's events, and those on which the state rests that it shows at its last date.
CueEvents withWitnesses(const Context& context, const film::Cue& cue, CueEvents events) {
    if (!cue.state || !cue.date) return events;
    const film::StateTable states(context.film);
    for (const std::string& country : context.film.focus) {
        for (const std::string& id : states.witnesses(country, cue.date->lastDay())) {
            const film::Event* event = film::findEvent(context.film, id);
            if (event && std::find(events.begin(), events.end(), event) == events.end())
                events.push_back(event);
        }
    }
    return events;
}

std::string sourceLine(const Context& context, const CueEvents& events, const CueEvents& witnesses) {
    const std::string separator = context.language() == "fr" ? "\u00a0; " : "; ";
    const std::vector<const film::Source*> sources = sourcesOf(context, witnesses);
    std::string said;
    std::set<std::string_view> heard;
    for (const film::Event* event : events) {
        const std::string_view says = event->saidBy.in(context.language());
        if (!says.empty() && heard.insert(says).second)
            said += (said.empty() ? "" : separator) + base::isolated(says, context.language());
    }
    if (sources.empty() && said.empty()) return {};
    // The credits name all; a caption must be read in its time.
    constexpr std::size_t kNamed = 2, kNumbered = 12;
    std::string text(word(Word::Source, context.language()));
    for (std::size_t i = 0; i < std::min(sources.size(), kNumbered); ++i) {
        text += i == 0 ? "" : i <= kNamed ? separator : "\u00a0";
        text += entryOf(context, *sources[i], i < kNamed);
    }
    if (sources.size() > kNumbered) text += "…";
    if (!said.empty()) text += " – " + std::string(word(Word::AccordingTo, context.language())) + said;
    return text;
}

std::string badgeOf(const Context& context, const CueEvents& events) {
    const auto outside = std::count_if(events.begin(), events.end(), [&](const film::Event* e) {
        return film::isOutsideArticles(context.film, *e);
    });
    if (outside == 0) return {};
    const bool all = outside == static_cast<std::ptrdiff_t>(events.size());
    return std::string(word(all ? Word::OutsideArticles : Word::PartlyOutsideArticles, context.language()));
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

CaptionTexts captionTexts(const Context& context, const film::Cue& cue, const CueEvents& events) {
    const std::string_view language = context.language();
    CaptionTexts texts;
    texts.title = film::titleOfCue(cue, events).in(language);
    texts.text = film::textOfCue(cue, events).in(language);
    texts.date = datesOf(context, cue, events);
    texts.places = placesOf(context, events);
    const CueEvents witnesses = withWitnesses(context, cue, events);
    texts.source = sourceLine(context, events, witnesses);
    texts.badge = badgeOf(context, witnesses);
    return texts;
}

std::optional<Panel> makeCaption(const Context& context, const film::Cue& cue, const CueEvents& events) {
    const CaptionTexts texts = captionTexts(context, cue, events);
    if (texts.title.empty() && texts.text.empty()) return std::nullopt;

    const PanelStyle& style = context.theme.panel;
    Panel panel;
    panel.id = "caption";
    const double width = context.layout.captionWidth, pad = context.px(28);
    const Color accent = events.empty() ? style.dim : actorColor(context, *events.front());

    const bool isMirrored = base::isRightToLeftLanguage(context.language());
    const double left = isMirrored ? pad : pad + style.accentWidth;
    Column column(context, panel, left, context.px(14), width - 2 * pad - style.accentWidth);
    column.paragraph(texts.date, Face::CondensedSemiBold, style.dateSize, readable(accent, style.fill), 1.24,
                     style.dateSize * 0.06);
    column.paragraph(texts.places, Face::CondensedMedium, style.dateSize * 0.8, style.dim, 1.2,
                     style.dateSize * 0.05);
    column.gap(context.px(4));
    column.paragraph(texts.title, Face::CondensedBold, style.titleSize, style.text, 1.12);
    column.gap(context.px(6));
    column.paragraph(texts.text, Face::SansRegular, style.textSize, style.text, 1.34);
    column.gap(context.px(8));
    column.paragraph(texts.source, Face::SansItalic, style.sourceSize, style.dim, 1.34);
    if (!texts.badge.empty()) {
        column.gap(style.noteSize * 2.0);
        addBadge(context, panel, texts.badge, {left, column.y() - style.noteSize * 0.4});
    }
    column.gap(context.px(20));

    panel.box = {0, 0, width, column.y()};
    const Box bar{isMirrored ? width - style.accentWidth : 0, 0, style.accentWidth, column.y()};
    panel.shapes.insert(panel.shapes.begin(),
                        {{ShapeKind::Rectangle, panel.box, style.radius, style.fill, style.fill},
                         {ShapeKind::Rectangle, bar, 0, accent, accent}});
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
    for (Mark& mark : panel.marks) mark.at = mark.at + by;
    for (GlyphRun& run : panel.runs) {
        for (Glyph& glyph : run.glyphs) glyph.pen = glyph.pen + by;
    }
}

}  // namespace picture
