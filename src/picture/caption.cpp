#include <algorithm>
#include <set>
#include <string_view>

#include "base/language.h"
#include "film/cue_summary.h"
#include "film/state.h"
#include "picture/contrast.h"
#include "picture/panels.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

using base::Box;
using base::Color;

/// One paragraph of a caption; lengths in pixels at full size.
struct Paragraph {
    std::string key;  ///< the film's key that the text comes from; empty: the program's own words
    std::string text;
    TextStyle style;
    Color color;
    double leading = 1;    ///< of a line, in ems
    double gapBefore = 0;  ///< between this paragraph and the one before
    std::size_t most = 0;  ///< lines when the caption must be cut
    std::vector<std::string> lines = {};

    double height() const { return static_cast<double>(lines.size()) * style.size * leading; }
};

/// A caption's paragraphs in a column of a width, as large as a height allows.
class Column {
  public:
    Column(const Fonts& fonts, std::vector<Paragraph> paragraphs, Measure measure, double frame)
        : m_fonts(fonts), m_paragraphs(std::move(paragraphs)), m_measure(measure), m_frame(frame) {}

    /// Smaller letters first; when they reach their floor, fewer lines, the text's before all others.
    void fit(double most) {
        wrapAll(1);
        for (double share = kShareStep; height() > most && share > kSmallestShare; share *= kShareStep)
            wrapAll(share);
        if (height() > most) wrapAll(kSmallestShare);
        if (height() > most) cut(most);
    }

    /// `frame`, and what the paragraphs need between them and for their lines.
    double height() const {
        double sum = m_frame;
        for (const Paragraph& p : m_set) sum += p.gapBefore + p.height();
        return sum;
    }

    double addTo(Panel& panel, double top) const {
        double y = top;
        for (const Paragraph& p : m_set) {
            y += p.gapBefore;
            for (const std::string& line : p.lines) {
                y += p.style.size * p.leading;
                panel.runs.push_back(
                    setIn(m_fonts, line, {p.style, p.color}, m_measure, y - p.style.size * 0.28));
            }
            if (!p.text.empty()) panel.texts.push_back(p.text);
        }
        return y;
    }

    std::vector<CutText> cuts() const {
        std::vector<CutText> cuts;
        for (const Paragraph& p : m_set) {
            const CutText each = cutOf(p.key, p.text, p.lines);
            if (!p.key.empty() && each.shown < each.whole) cuts.push_back(each);
        }
        return cuts;
    }

  private:
    void wrapAll(double share) {
        m_set = m_paragraphs;
        for (Paragraph& p : m_set) {
            p.style.size *= share;
            p.style.tracking *= share;
            p.gapBefore *= share;
            p.lines = wrap(m_fonts, p.text, p.style, m_measure.width);
        }
    }

    void cut(double most) {
        for (Paragraph& p : m_set) shorten(p, p.most);
        for (Paragraph& p : m_set) {
            if (p.key != "text") continue;
            const std::size_t all = wrap(m_fonts, p.text, p.style, m_measure.width).size();
            const double room = most - height() + p.height(), line = p.style.size * p.leading;
            const auto fitting = static_cast<std::size_t>(std::max(0.0, room / line));
            p.lines = wrap(m_fonts, p.text, p.style, m_measure.width);
            shorten(p, std::min(all, fitting));
        }
    }

    void shorten(Paragraph& p, std::size_t lines) const {
        p.lines = endedAfter(m_fonts, std::move(p.lines), lines, p.style, m_measure.width);
    }

    const Fonts& m_fonts;
    std::vector<Paragraph> m_paragraphs;  // at full size
    std::vector<Paragraph> m_set;         // as they stand
    Measure m_measure;
    double m_frame;
};

std::string datesOf(const Context& context, const film::Cue& cue, const CueEvents& events) {
    const auto dates = film::dateOfCue(cue, events);
    return dates ? base::upperCase(base::formatDate(*dates, context.language()), context.language())
                 : std::string();
}

std::string placesOf(const Context& context, const CueEvents& events) {
    return base::upperCase(film::placeLine(context.film, events, context.language()), context.language());
}

constexpr std::size_t kNamed = 2;  // sources: the credits name all, a caption must be read in its time

/// The cue's sources, each once: first the articles that the film rests on, then the others, in the order of
/// the events; those that are not named stand in the order of the credits, where they are looked up.
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
    if (sources.size() > kNamed) {
        std::sort(sources.begin() + kNamed, sources.end(), [&](const film::Source* a, const film::Source* b) {
            return film::sourceNumber(context.film, a->id) < film::sourceNumber(context.film, b->id);
        });
    }
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
    constexpr std::size_t kNumbered = 12;
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

namespace {

std::vector<Paragraph> paragraphsOf(const Context& context, const CaptionTexts& texts, const Color& accent) {
    const PanelStyle& style = context.theme.panel;
    std::vector<Paragraph> list;
    const auto add = [&](Paragraph p, Face face, double size, double tracking) {
        if (p.text.empty()) return;
        p.style = paragraphStyle(p.text, {face, size, tracking, std::string(context.language())});
        list.push_back(std::move(p));
    };
    const Color date = readable(accent, panelGrounds(context.theme));
    const double dateSize = style.dateSize;
    const std::size_t titleLines = context.layout.wide ? 6 : 3;
    add({"", texts.date, {}, date, 1.24, 0, 1}, Face::CondensedSemiBold, dateSize, dateSize * 0.06);
    add({"", texts.places, {}, style.dim, 1.2, 0, 2}, Face::CondensedMedium, dateSize * 0.8, dateSize * 0.05);
    add({"title", texts.title, {}, style.text, 1.12, context.px(4), titleLines}, Face::CondensedBold,
        style.titleSize, 0);
    add({"text", texts.text, {}, style.text, 1.34, context.px(6), 0}, Face::SansRegular, style.textSize, 0);
    add({"sources", texts.source, {}, style.dim, 1.34, context.px(8), 3}, Face::SansItalic, style.sourceSize,
        0);
    return list;
}

}  // namespace

std::optional<FittedPanel> fitCaption(const Context& context, const film::Cue& cue, const CueEvents& events) {
    const CaptionTexts texts = captionTexts(context, cue, events);
    if (texts.title.empty() && texts.text.empty()) return std::nullopt;

    const PanelStyle& style = context.theme.panel;
    FittedPanel fitted;
    Panel& panel = fitted.panel;
    panel.id = "caption";
    const double width = context.layout.captionWidth, pad = context.px(28), top = context.px(14);
    const Color accent = events.empty() ? style.dim : actorColor(context, *events.front());
    const bool isMirrored = base::isRightToLeftLanguage(context.language());
    const double left = isMirrored ? pad : pad + style.accentWidth;
    const double badge = texts.badge.empty() ? 0 : style.noteSize * 2.0, bottom = context.px(20);

    Column column(context.fonts, paragraphsOf(context, texts, accent),
                  {left, width - 2 * pad - style.accentWidth}, top + badge + bottom);
    column.fit(context.layout.captionHeight);
    fitted.cuts = column.cuts();
    const double y = column.addTo(panel, top) + badge;
    if (badge > 0) addBadge(context, panel, texts.badge, {left, y - style.noteSize * 0.4});

    panel.box = {0, 0, width, y + bottom};
    const Box bar{isMirrored ? width - style.accentWidth : 0, 0, style.accentWidth, panel.box.h};
    panel.shapes.insert(panel.shapes.begin(),
                        {{ShapeKind::Rectangle, panel.box, style.radius, style.fill, style.fill},
                         {ShapeKind::Rectangle, bar, 0, accent, accent}});
    shift(panel, {context.layout.safe.x, context.layout.timeline.y - context.layout.columnGap - panel.box.h});
    return fitted;
}

std::optional<Panel> makeCaption(const Context& context, const film::Cue& cue, const CueEvents& events) {
    auto fitted = fitCaption(context, cue, events);
    return fitted ? std::optional(std::move(fitted->panel)) : std::nullopt;
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
