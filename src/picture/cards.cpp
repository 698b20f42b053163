#include <algorithm>

#include "base/language.h"
#include "film/cue_summary.h"
#include "picture/panels.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

// Darkens (or lightens) the map behind a card's text.
Shape veil(const Context& context, double strength) {
    const base::Color fill = context.theme.panel.fill.withAlpha(strength);
    const base::Box whole{0, 0, double(context.layout.size.w), double(context.layout.size.h)};
    return {ShapeKind::Rectangle, whole, 0, fill, fill};
}

std::string quoted(const std::string& title, std::string_view language) {
    if (language == "fr") return "«\u00a0" + title + "\u00a0»";
    const bool usesGuillemets = language == "ar" || language == "ru";
    return usesGuillemets ? "«" + title + "»" : "“" + title + "”";
}

// The whole text of a source's entry in the credits.
std::string entryOf(const Context& context, const film::Source& source) {
    std::string text = "[" + std::to_string(film::sourceNumber(context.film, source.id)) + "]\u00a0";
    text += base::isolated(source.publisher.empty() ? source.title : source.publisher, context.language());
    if (!source.title.empty() && !source.publisher.empty())
        text += ", " + quoted(base::isolated(source.title, context.language()), context.language());
    if (source.date) text += ", " + base::formatDate(*source.date, context.language());
    return text;
}

/// Lines of the credits' list in columns, cut into pages; an entry is never parted.
class PageBreaker {
  public:
    PageBreaker(const Context& context, const base::Box& room, double size)
        : m_context(context),
          m_room(room),
          m_columns(context.layout.wide ? 3 : 2),
          m_style{Face::SansRegular, size, 0, std::string(context.language())},
          m_gap(context.px(36)),
          m_width((room.w - m_gap * (m_columns - 1)) / m_columns) {}

    struct Line {
        std::string text;
        TextStyle style;
        Measure measure;
        double baseline = 0;
    };
    using Page = std::vector<Line>;

    std::vector<Page> pages(const std::vector<std::string>& entries) const {
        std::vector<std::pair<TextStyle, std::vector<std::string>>> wrapped;
        double whole = 0;
        for (const std::string& entry : entries) {
            const TextStyle style = paragraphStyle(entry, m_style);
            wrapped.emplace_back(style, wrap(m_context.fonts, entry, style, m_width));
            whole += heightOf(wrapped.back().second);
        }
        // Columns of all pages are of one height, so that no page ends half empty.
        const double perPage = m_room.h * m_columns;
        const double count = std::max(1.0, std::ceil(whole * 1.04 / perPage));
        const double height = std::min(m_room.h, whole / (count * m_columns) + 3 * lineHeight());
        std::vector<Page> pages(1);
        int column = 0;
        double used = 0;
        for (const auto& [style, lines] : wrapped) {
            if (used > 0 && used + heightOf(lines) > height) {
                used = 0;
                if (++column == m_columns) {
                    column = 0;
                    pages.emplace_back();
                }
            }
            const double x = m_room.x + placeOf(column) * (m_width + m_gap);
            for (std::size_t i = 0; i < lines.size(); ++i)
                pages.back().push_back({lines[i],
                                        style,
                                        {x, m_width},
                                        m_room.y + used + static_cast<double>(i + 1) * lineHeight()});
            used += heightOf(lines);
        }
        return pages;
    }

  private:
    int placeOf(int column) const {
        return base::isRightToLeftLanguage(m_context.language()) ? m_columns - 1 - column : column;
    }
    double lineHeight() const { return m_style.size * 1.3; }
    double heightOf(const std::vector<std::string>& lines) const {
        return static_cast<double>(lines.size()) * lineHeight() + m_style.size * 0.35;
    }

    const Context& m_context;
    base::Box m_room;
    int m_columns;
    TextStyle m_style;
    double m_gap, m_width;
};

}  // namespace

CardTexts titleCardTexts(const film::Film& film, const film::Cue& cue, std::string_view language) {
    return {std::string(!cue.title.empty() ? cue.title.in(language) : film.title.in(language)),
            std::string(cue.text.in(language))};
}

Panel makeTitleCard(const Context& context, const film::Cue& cue) {
    const std::string language(context.language());
    const PanelStyle& style = context.theme.panel;
    Panel panel;
    panel.id = "title";
    const base::Box& safe = context.layout.safe;
    panel.box = safe;
    const auto [title, text] = titleCardTexts(context.film, cue, language);
    const double width = safe.w * (context.layout.wide ? 0.56 : 1.0);
    const TextStyle big = paragraphStyle(title, {Face::CondensedBold, style.titleSize * 2.1, 0, language});
    const TextStyle small = paragraphStyle(text, {Face::SansRegular, style.textSize * 1.2, 0, language});
    const auto titleLines = wrap(context.fonts, title, big, width);
    const auto textLines = wrap(context.fonts, text, small, width * 0.8);
    panel.shapes.push_back(veil(context, 0.45));
    double y = safe.center().y - static_cast<double>(titleLines.size()) * big.size * 0.55;
    const double bar = context.px(7);
    const bool isMirrored = big.direction == base::Direction::RightToLeft;
    panel.shapes.push_back(
        {ShapeKind::Rectangle,
         {isMirrored ? safe.x + width - context.px(120) : safe.x, y - big.size * 0.55, context.px(120), bar},
         0,
         style.badge,
         style.badge});
    for (const std::string& line : titleLines) {
        y += big.size * 1.06;
        panel.runs.push_back(setIn(context.fonts, line, {big, style.text}, {safe.x, width}, y));
    }
    y += small.size * 1.1;
    for (const std::string& line : textLines) {
        y += small.size * 1.4;
        panel.runs.push_back(setIn(context.fonts, line, {small, style.text}, {safe.x, width}, y));
    }
    panel.texts = {title};
    if (!text.empty()) panel.texts.push_back(text);
    return panel;
}

std::vector<Panel> makeCredits(const Context& context, const film::Cue& cue) {
    const std::string language(context.language());
    const PanelStyle& style = context.theme.panel;
    Panel common;
    common.id = "credits";
    const base::Box& safe = context.layout.safe;
    common.box = safe;
    common.shapes.push_back(veil(context, 0.9));
    const std::string title(!cue.title.empty() ? cue.title.in(language) : word(Word::Sources, language));
    const TextStyle big = paragraphStyle(title, {Face::CondensedBold, style.titleSize * 1.3, 0, language});
    const bool isMirrored = base::isRightToLeftLanguage(language);
    const TextStyle small{Face::SansRegular, style.textSize * 0.86, 0, language};
    double y = safe.y + big.size * 0.9;
    common.runs.push_back(setIn(context.fonts, title, {big, style.text}, {safe.x, safe.w}, y));
    common.texts.push_back(title);
    const auto paragraph = [&](const std::string& text, const base::Color& color) {
        y += small.size * 0.4;
        const TextStyle set = paragraphStyle(text, small);
        for (const std::string& line : wrap(context.fonts, text, set, safe.w)) {
            y += small.size * 1.5;
            common.runs.push_back(setIn(context.fonts, line, {set, color}, {safe.x, safe.w}, y));
        }
        if (!text.empty()) common.texts.push_back(text);
    };
    paragraph(std::string(cue.text.in(language)), style.text);
    paragraph(std::string(word(Word::Data, language)), style.dim);
    y += small.size * 1.2;

    std::vector<std::string> entries;
    for (const std::string& id : film::sourcesShown(context.film))
        entries.push_back(entryOf(context, *film::findSource(context.film, id)));
    // As many pages as the smallest readable size needs; then the largest size that needs no more.
    const base::Box room{safe.x, y, safe.w, safe.bottom() - y};
    double size = style.sourceSize * 0.92;
    auto pages = PageBreaker(context, room, size).pages(entries);
    for (double larger = size * 1.04; larger < style.textSize; larger *= 1.04) {
        auto fewer = PageBreaker(context, room, larger).pages(entries);
        if (fewer.size() > pages.size()) break;
        size = larger;
        pages = std::move(fewer);
    }
    std::vector<Panel> panels;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Panel panel = common;
        for (const PageBreaker::Line& line : pages[i]) {
            panel.runs.push_back(
                setIn(context.fonts, line.text, {line.style, style.dim}, line.measure, line.baseline));
            panel.texts.push_back(line.text);
        }
        if (pages.size() > 1) {
            const std::string number = std::to_string(i + 1) + "\u00a0/\u00a0" + std::to_string(pages.size());
            panel.runs.push_back(setLine(context.fonts, number, {small, style.dim},
                                         {isMirrored ? safe.x : safe.right(), safe.y + big.size * 0.9},
                                         isMirrored ? Align::Left : Align::Right));
            panel.texts.push_back(number);
        }
        panels.push_back(std::move(panel));
    }
    return panels;
}

}  // namespace picture
