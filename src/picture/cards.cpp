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
            const auto most = static_cast<std::size_t>(std::max(1.0, m_room.h / lineHeight() - 1));
            wrapped.emplace_back(
                style, endedAfter(m_context.fonts, wrap(m_context.fonts, entry, style, m_width), most, style,
                                  m_width));
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

namespace {

/// Title and text of a card as they stand: as large as the card's room allows.
struct CardLines {
    TextStyle big, small;
    std::vector<std::string> title, text;

    double titleHeight() const { return static_cast<double>(title.size()) * big.size * 1.06; }
    double textHeight() const { return static_cast<double>(text.size()) * small.size * 1.4; }
    double height() const { return big.size * 0.6 + titleHeight() + small.size * 1.1 + textHeight(); }
};

CardLines cardLines(const Context& context, const CardTexts& texts, double width, double share) {
    const std::string language(context.language());
    const PanelStyle& style = context.theme.panel;
    CardLines card;
    const double titleShare = share * share;  // it is so large that it may give up more
    card.big =
        paragraphStyle(texts.title, {Face::CondensedBold, style.titleSize * 2.1 * titleShare, 0, language});
    card.small = paragraphStyle(texts.text, {Face::SansRegular, style.textSize * 1.2 * share, 0, language});
    card.title = wrap(context.fonts, texts.title, card.big, width);
    card.text = wrap(context.fonts, texts.text, card.small, width * 0.8);
    return card;
}

void cut(const Context& context, CardLines& card, double width, double most) {
    const auto linesIn = [](double room, double line) {
        return static_cast<std::size_t>(std::max(1.0, room / line));
    };
    card.title = endedAfter(context.fonts, std::move(card.title), linesIn(most * 0.5, card.big.size * 1.06),
                            card.big, width);
    const double room = most - card.height() + card.textHeight();
    card.text = endedAfter(context.fonts, std::move(card.text), linesIn(room, card.small.size * 1.4),
                           card.small, width * 0.8);
}

CardLines fittedCard(const Context& context, const CardTexts& texts, double width, double most) {
    CardLines card = cardLines(context, texts, width, 1);
    for (double share = kShareStep; card.height() > most && share > kSmallestShare; share *= kShareStep)
        card = cardLines(context, texts, width, share);
    if (card.height() > most) cut(context, card, width, most);
    return card;
}

}  // namespace

FittedPanel fitTitleCard(const Context& context, const film::Cue& cue) {
    const PanelStyle& style = context.theme.panel;
    FittedPanel fitted;
    Panel& panel = fitted.panel;
    panel.id = "title";
    const base::Box& safe = context.layout.safe;
    panel.box = safe;
    const CardTexts texts = titleCardTexts(context.film, cue, context.language());
    const double width = safe.w * (context.layout.wide ? 0.56 : 1.0);
    const CardLines card = fittedCard(context, texts, width, safe.h);
    const TextStyle &big = card.big, &small = card.small;
    panel.shapes.push_back(veil(context, 0.45));
    const double middle = safe.center().y - static_cast<double>(card.title.size()) * big.size * 0.55;
    const double highest = safe.y + big.size * 0.6, lowest = safe.bottom() - card.height() + big.size * 0.6;
    double y = std::max(highest, std::min(middle, lowest));
    const double bar = context.px(7), length = context.px(120);
    const bool isMirrored = big.direction == base::Direction::RightToLeft;
    panel.shapes.push_back({ShapeKind::Rectangle,
                            {isMirrored ? safe.x + width - length : safe.x, y - big.size * 0.55, length, bar},
                            0,
                            style.badge,
                            style.badge});
    for (const std::string& line : card.title) {
        y += big.size * 1.06;
        panel.runs.push_back(setIn(context.fonts, line, {big, style.text}, {safe.x, width}, y));
    }
    y += small.size * 1.1;
    for (const std::string& line : card.text) {
        y += small.size * 1.4;
        panel.runs.push_back(setIn(context.fonts, line, {small, style.text}, {safe.x, width}, y));
    }
    panel.texts = {texts.title};
    if (!texts.text.empty()) panel.texts.push_back(texts.text);
    for (const CutText& each :
         {cutOf("title", texts.title, card.title), cutOf("text", texts.text, card.text)}) {
        if (each.shown < each.whole) fitted.cuts.push_back(each);
    }
    return fitted;
}

Panel makeTitleCard(const Context& context, const film::Cue& cue) {
    return fitTitleCard(context, cue).panel;
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
    TextStyle big = paragraphStyle(title, {Face::CondensedBold, style.titleSize * 1.3, 0, language});
    const double titleWidth = safe.w - context.px(140);  // the page's number stands beside it
    const double titleBaseline = safe.y + big.size * 0.9;
    big = shrunkTo(context.fonts, title, big, titleWidth);
    const bool isMirrored = base::isRightToLeftLanguage(language);
    const TextStyle small{Face::SansRegular, style.textSize * 0.86, 0, language};
    double y = titleBaseline;
    common.runs.push_back(setIn(context.fonts, endedAt(context.fonts, title, big, titleWidth),
                                {big, style.text}, {safe.x, safe.w}, y));
    common.texts.push_back(title);
    const auto paragraph = [&](const std::string& text, const base::Color& color) {
        y += small.size * 0.4;
        const TextStyle set = paragraphStyle(text, small);
        constexpr std::size_t kMostLines = 8;  // the list below needs room
        const auto lines =
            endedAfter(context.fonts, wrap(context.fonts, text, set, safe.w), kMostLines, set, safe.w);
        for (const std::string& line : lines) {
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
                                         {isMirrored ? safe.x : safe.right(), titleBaseline},
                                         isMirrored ? Align::Left : Align::Right));
            panel.texts.push_back(number);
        }
        panels.push_back(std::move(panel));
    }
    return panels;
}

}  // namespace picture
