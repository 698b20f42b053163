// The big title over the map that opens a film or a chapter.
#include <algorithm>

#include "picture/panels.h"
#include "picture/text_layout.h"

namespace picture {

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

/// The short bar above the title, at the side where its language begins.
void addBar(const Context& context, const CardLines& card, double width, double y, Panel& panel) {
    const base::Color& ink = context.theme.panel.badge;
    const double thick = context.px(7), length = context.px(120), x = context.layout.safe.x;
    const bool isMirrored = card.big.direction == base::Direction::RightToLeft;
    panel.shapes.push_back({ShapeKind::Rectangle,
                            {isMirrored ? x + width - length : x, y - card.big.size * 0.55, length, thick},
                            0,
                            ink,
                            ink});
}

/// Where the title begins: in the middle, or as far from it as a long text needs.
double topOf(const base::Box& safe, const CardLines& card) {
    const double size = card.big.size;
    const double middle = safe.center().y - static_cast<double>(card.title.size()) * size * 0.55;
    const double highest = safe.y + size * 0.6, lowest = safe.bottom() - card.height() + size * 0.6;
    return std::max(highest, std::min(middle, lowest));
}

void addLines(const Context& context, const CardLines& card, double width, double y, Panel& panel) {
    const Measure measure{context.layout.safe.x, width};
    const auto add = [&](const std::string& line, const TextStyle& style, double height) {
        y += height;
        panel.runs.push_back(setIn(context.fonts, line, {style, context.theme.panel.text}, measure, y));
    };
    for (const std::string& line : card.title) add(line, card.big, card.big.size * 1.06);
    y += card.small.size * 1.1;
    for (const std::string& line : card.text) add(line, card.small, card.small.size * 1.4);
}

}  // namespace

Shape veil(const Context& context, double strength) {
    const base::Color fill = context.theme.panel.fill.withAlpha(strength);
    const base::Box whole{0, 0, double(context.layout.size.w), double(context.layout.size.h)};
    return {ShapeKind::Rectangle, whole, 0, fill, fill};
}

CardTexts titleCardTexts(const film::Film& film, const film::Cue& cue, std::string_view language) {
    return {std::string(!cue.title.empty() ? cue.title.in(language) : film.title.in(language)),
            std::string(cue.text.in(language))};
}

FittedPanel fitTitleCard(const Context& context, const film::Cue& cue) {
    FittedPanel fitted;
    Panel& panel = fitted.panel;
    panel.id = "title";
    const base::Box& safe = context.layout.safe;
    panel.box = safe;
    const CardTexts texts = titleCardTexts(context.film, cue, context.language());
    const double width = safe.w * (context.layout.wide ? 0.56 : 1.0);
    const CardLines card = fittedCard(context, texts, width, safe.h);
    const double top = topOf(safe, card);
    panel.shapes.push_back(veil(context, 0.45));
    addBar(context, card, width, top, panel);
    addLines(context, card, width, top, panel);
    panel.texts = {texts.title};
    if (!texts.text.empty()) panel.texts.push_back(texts.text);
    for (const CutText& each :
         {cutOf("title", texts.title, card.title), cutOf("text", texts.text, card.text)}) {
        if (each.shown < each.whole) fitted.cuts.push_back(each);
    }
    return fitted;
}

Panel makeTitleCard(const Context& context, const film::Cue& cue) {
    Panel panel = fitTitleCard(context, cue).panel;
    const auto& covered = context.options.covered;
    const base::Vec2 start = panel.shapes.back().box.center();
    // Beside what covers its beginning only the ends of its lines would be seen.
    if (std::any_of(covered.begin(), covered.end(),
                    [&](const base::Box& box) { return box.contains(start); })) {
        panel.shapes.pop_back();
        panel.runs.clear();
        panel.texts.clear();
    }
    return panel;
}

}  // namespace picture
