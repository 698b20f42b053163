#include <algorithm>

#include "base/language.h"
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

// The whole text of a source's entry in the credits.
std::string entryOf(const Context& context, const film::Source& source) {
    std::string text = source.publisher.empty() ? source.id : source.publisher;
    if (!source.title.empty()) text += ", " + source.title;
    if (source.date) text += ", " + base::formatDate(*source.date, context.language());
    return text;
}

struct Columns {
    double size = 0;
    int count = 1;
    std::vector<std::vector<std::string>> entries;  // each wrapped
};

// The largest size at which all entries fit into `room` in one to three columns.
Columns fitColumns(const Context& context, const std::vector<std::string>& entries, const base::Box& room,
                   double gap) {
    Columns best;
    for (double size = context.theme.panel.textSize; size > context.px(9); size *= 0.94) {
        for (int count = 1; count <= (context.layout.wide ? 3 : 2); ++count) {
            const double width = (room.w - gap * (count - 1)) / count;
            const TextStyle style{Face::SansRegular, size, 0, std::string(context.language())};
            Columns columns{size, count, {}};
            double height = 0;
            for (const std::string& entry : entries) {
                columns.entries.push_back(wrap(context.fonts, entry, style, width));
                height += (static_cast<double>(columns.entries.back().size()) * 1.3 + 0.35) * size;
            }
            best = std::move(columns);
            if (height / count + 4 * size <= room.h) return best;
        }
    }
    return best;
}

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
    const TextStyle big{Face::CondensedBold, style.titleSize * 2.1, 0, language};
    const TextStyle small{Face::SansRegular, style.textSize * 1.2, 0, language};
    const auto titleLines = wrap(context.fonts, title, big, width);
    const auto textLines = wrap(context.fonts, text, small, width * 0.8);
    panel.shapes.push_back(veil(context, 0.45));
    double y = safe.center().y - static_cast<double>(titleLines.size()) * big.size * 0.55;
    const double bar = context.px(7);
    panel.shapes.push_back({ShapeKind::Rectangle,
                            {safe.x, y - big.size * 0.55, context.px(120), bar},
                            0,
                            style.badge,
                            style.badge});
    for (const std::string& line : titleLines) {
        y += big.size * 1.06;
        panel.runs.push_back(setLine(context.fonts, line, {big, style.text}, {safe.x, y}));
    }
    y += small.size * 1.1;
    for (const std::string& line : textLines) {
        y += small.size * 1.4;
        panel.runs.push_back(setLine(context.fonts, line, {small, style.text}, {safe.x, y}));
    }
    panel.texts = {title};
    if (!text.empty()) panel.texts.push_back(text);
    return panel;
}

Panel makeCredits(const Context& context, const film::Cue& cue) {
    const std::string language(context.language());
    const PanelStyle& style = context.theme.panel;
    Panel panel;
    panel.id = "credits";
    const base::Box& safe = context.layout.safe;
    panel.box = safe;
    panel.shapes.push_back(veil(context, 0.9));
    const std::string title(!cue.title.empty() ? cue.title.in(language) : word(Word::Sources, language));
    const TextStyle big{Face::CondensedBold, style.titleSize * 1.3, 0, language};
    double y = safe.y + big.size * 0.9;
    panel.runs.push_back(setLine(context.fonts, title, {big, style.text}, {safe.x, y}));
    panel.texts.push_back(title);
    const std::string text(cue.text.in(language));
    const TextStyle small{Face::SansRegular, style.textSize * 0.86, 0, language};
    y += small.size * 0.6;
    for (const std::string& line : wrap(context.fonts, text, small, safe.w)) {
        y += small.size * 1.5;
        panel.runs.push_back(setLine(context.fonts, line, {small, style.text}, {safe.x, y}));
    }
    if (!text.empty()) panel.texts.push_back(text);
    y += small.size * 1.2;

    std::vector<std::string> entries;
    for (const film::Source& source : context.film.sources) entries.push_back(entryOf(context, source));
    entries.emplace_back(word(Word::Data, language));
    const double gap = context.px(36);
    const base::Box room{safe.x, y, safe.w, safe.bottom() - y};
    const Columns columns = fitColumns(context, entries, room, gap);
    const TextStyle face{Face::SansRegular, columns.size, 0, language};
    const double columnWidth = (room.w - gap * (columns.count - 1)) / columns.count;
    double total = 0;
    for (const auto& lines : columns.entries)
        total += (static_cast<double>(lines.size()) * 1.3 + 0.35) * columns.size;
    double x = room.x, used = 0;
    const double perColumn = total / columns.count;
    int column = 0;
    for (const auto& lines : columns.entries) {
        if (used >= perColumn && column + 1 < columns.count) {
            ++column;
            used = 0;
            x += columnWidth + gap;
        }
        for (const std::string& line : lines) {
            used += columns.size * 1.3;
            panel.runs.push_back(setLine(context.fonts, line, {face, style.dim}, {x, room.y + used}));
        }
        used += columns.size * 0.35;
    }
    panel.texts.insert(panel.texts.end(), entries.begin(), entries.end());
    return panel;
}

}  // namespace picture
