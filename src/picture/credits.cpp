// The sources at the film's end, page by page.
#include <algorithm>

#include "base/language.h"
#include "film/cue_summary.h"
#include "picture/panels.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

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

/// What stands on every page: title, thanks, the map's own data.
class Head {
  public:
    Head(const Context& context, const film::Cue& cue)
        : m_context(context),
          m_small{Face::SansRegular, context.theme.panel.textSize * 0.86, 0,
                  std::string(context.language())} {
        m_panel.id = "credits";
        m_panel.box = context.layout.safe;
        m_panel.shapes.push_back(veil(context, 0.9));
        addTitle(std::string(!cue.title.empty() ? cue.title.in(context.language())
                                                : word(Word::Sources, context.language())));
        addParagraph(std::string(cue.text.in(context.language())), context.theme.panel.text);
        addParagraph(std::string(word(Word::Data, context.language())), context.theme.panel.dim);
    }

    const Panel& panel() const { return m_panel; }
    base::Box roomBelow() const {
        const base::Box& safe = m_context.layout.safe;
        const double top = m_y + m_small.size * 1.2;
        return {safe.x, top, safe.w, safe.bottom() - top};
    }

    /// Writes "2 / 3" beside the title, at the line's other end.
    void addNumber(std::size_t page, std::size_t pages, Panel& panel) const {
        const base::Box& safe = m_context.layout.safe;
        const bool isMirrored = base::isRightToLeftLanguage(m_context.language());
        const std::string number = std::to_string(page) + "\u00a0/\u00a0" + std::to_string(pages);
        panel.runs.push_back(setLine(m_context.fonts, number, {m_small, m_context.theme.panel.dim},
                                     {isMirrored ? safe.x : safe.right(), m_titleBaseline},
                                     isMirrored ? Align::Left : Align::Right));
        panel.texts.push_back(number);
    }

  private:
    void addTitle(const std::string& title) {
        const PanelStyle& style = m_context.theme.panel;
        const base::Box& safe = m_context.layout.safe;
        const TextStyle whole = paragraphStyle(
            title, {Face::CondensedBold, style.titleSize * 1.3, 0, std::string(m_context.language())});
        const double width = safe.w - m_context.px(140);  // the page's number stands beside it
        m_titleBaseline = m_y = safe.y + whole.size * 0.9;
        const TextStyle big = shrunkTo(m_context.fonts, title, whole, width);
        m_panel.runs.push_back(setIn(m_context.fonts, endedAt(m_context.fonts, title, big, width),
                                     {big, style.text}, {safe.x, safe.w}, m_y));
        m_panel.texts.push_back(title);
    }

    void addParagraph(const std::string& text, const base::Color& color) {
        constexpr std::size_t kMostLines = 8;  // the list below needs room
        const base::Box& safe = m_context.layout.safe;
        m_y += m_small.size * 0.4;
        const TextStyle style = paragraphStyle(text, m_small);
        const auto lines = endedAfter(m_context.fonts, wrap(m_context.fonts, text, style, safe.w), kMostLines,
                                      style, safe.w);
        for (const std::string& line : lines) {
            m_y += m_small.size * 1.5;
            m_panel.runs.push_back(setIn(m_context.fonts, line, {style, color}, {safe.x, safe.w}, m_y));
        }
        if (!text.empty()) m_panel.texts.push_back(text);
    }

    const Context& m_context;
    TextStyle m_small;
    Panel m_panel;
    double m_y = 0, m_titleBaseline = 0;
};

/// As many pages as the smallest readable size needs, in the largest size that needs no more.
std::vector<PageBreaker::Page> largestPages(const Context& context, const base::Box& room,
                                            const std::vector<std::string>& entries) {
    const PanelStyle& style = context.theme.panel;
    const double smallest = style.sourceSize * 0.92;
    auto pages = PageBreaker(context, room, smallest).pages(entries);
    for (double larger = smallest * 1.04; larger < style.textSize; larger *= 1.04) {
        auto fewer = PageBreaker(context, room, larger).pages(entries);
        if (fewer.size() > pages.size()) break;
        pages = std::move(fewer);
    }
    return pages;
}

}  // namespace

std::vector<Panel> makeCredits(const Context& context, const film::Cue& cue) {
    const Head head(context, cue);
    std::vector<std::string> entries;
    for (const std::string& id : film::sourcesShown(context.film))
        entries.push_back(entryOf(context, *film::findSource(context.film, id)));
    const auto pages = largestPages(context, head.roomBelow(), entries);
    std::vector<Panel> panels;
    for (const PageBreaker::Page& page : pages) {
        Panel panel = head.panel();
        for (const PageBreaker::Line& line : page) {
            panel.runs.push_back(setIn(context.fonts, line.text, {line.style, context.theme.panel.dim},
                                       line.measure, line.baseline));
            panel.texts.push_back(line.text);
        }
        if (pages.size() > 1) head.addNumber(panels.size() + 1, pages.size(), panel);
        panels.push_back(std::move(panel));
    }
    return panels;
}

}  // namespace picture
