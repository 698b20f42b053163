#include <algorithm>
#include <tuple>

#include "base/language.h"
#include "picture/evidence.h"
#include "picture/panels.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

struct Row {
    std::string actor;
    film::EventKind kind;
    ArrowLook look;
    base::Color color;
    std::string text;
};

std::vector<Row> rowsOf(const Context& context, const CueEvents& events) {
    std::vector<Row> rows;
    for (const film::Event* event : events) {
        if (!event->isMovement()) continue;
        const ArrowLook look = lookOf(*event, context.theme.arrow);
        const bool listed = std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
            return std::tie(row.actor, row.kind, row.look.fill) ==
                   std::tie(event->actor, event->kind, look.fill);
        });
        if (listed) continue;
        const Word what = event->kind == film::EventKind::Delivery      ? Word::Delivery
                          : look.direction == ArrowDirection::Arrival   ? Word::Arrival
                          : look.direction == ArrowDirection::Departure ? Word::Departure
                          : look.direction == ArrowDirection::Visit     ? Word::Visit
                                                                        : Word::Call;
        const film::Actor* actor = film::findActor(context.film, event->actor);
        std::string text(actor ? actor->name.in(context.language()) : "");
        text +=
            (context.language() == "fr" ? "\u00a0: " : ": ") + std::string(word(what, context.language()));
        if (look.fill == ArrowFill::Hollow)
            text += ", " + std::string(word(Word::Announced, context.language()));
        if (look.fill == ArrowFill::Hatched)
            text += ", " + std::string(word(Word::Disputed, context.language()));
        rows.push_back({event->actor, event->kind, look, actorColor(context, *event), text});
    }
    return rows;
}

std::vector<std::string> notesOf(const Context& context, const CueEvents& events,
                                 const std::vector<Row>& rows) {
    std::vector<std::string> notes;
    const auto any = [&](auto&& test) { return std::any_of(rows.begin(), rows.end(), test); };
    const auto add = [&](bool when, Word which) {
        if (when) notes.emplace_back(word(which, context.language()));
    };
    add(any([](const Row& r) { return r.look.counted; }), Word::WidthIsCount);
    add(any([](const Row& r) { return r.look.fill == ArrowFill::Chevrons; }), Word::ChevronsUnknown);
    add(any([](const Row& r) { return r.look.fill == ArrowFill::Hollow; }), Word::HollowAnnounced);
    add(any([](const Row& r) { return r.look.fill == ArrowFill::Hatched; }), Word::HatchedDisputed);
    add(std::any_of(events.begin(), events.end(),
                    [](const film::Event* e) {
                        const auto isOpen = [](const std::string& end) {
                            return end.empty() || end == film::kUnknownPlace;
                        };
                        return e->isMovement() && (isOpen(e->to) || isOpen(e->from));
                    }),
        Word::FadesUnknown);
    add(!rows.empty(), Word::RoutesSchematic);
    return notes;
}

}  // namespace

std::optional<Panel> makeLegend(const Context& context, const CueEvents& events) {
    const std::vector<Row> rows = rowsOf(context, events);
    if (rows.empty()) return std::nullopt;
    const PanelStyle& style = context.theme.panel;
    const std::string language(context.language());
    Panel panel;
    panel.id = "legend";
    const double pad = context.px(20), sample = context.px(64), lineHeight = style.legendSize * 1.5;
    const TextStyle rowStyle{Face::CondensedMedium, style.legendSize, style.legendSize * 0.01, language};
    const TextStyle noteStyle{Face::SansRegular, style.noteSize, 0, language};
    double y = pad * 0.6, width = 0;
    for (const Row& row : rows) {
        const double middle = y + lineHeight / 2;
        Arrow arrow;
        arrow.actor = row.actor;
        arrow.direction = row.look.direction;
        arrow.fill = row.look.fill;
        arrow.color = row.color;
        arrow.width = std::min(row.look.width, style.legendSize * 0.42);
        arrow.tailWidth = arrow.width * 0.7;
        arrow.tailAlpha = 0.6;
        arrow.head = row.look.direction != ArrowDirection::Call;
        arrow.points = {{pad, middle}, {pad + sample, middle}};
        panel.arrows.push_back(arrow);
        panel.runs.push_back(setLine(context.fonts, row.text, {rowStyle, style.text},
                                     {pad + sample + pad, middle + style.legendSize * 0.34}));
        panel.texts.push_back(row.text);
        width = std::max(width, pad + sample + pad + measure(context.fonts, row.text, rowStyle) + pad);
        y += lineHeight;
    }
    y += pad * 0.2;
    for (const std::string& note : notesOf(context, events, rows)) {
        y += style.noteSize * 1.4;
        panel.runs.push_back(
            setLine(context.fonts, note, {noteStyle, style.dim}, {pad, y - style.noteSize * 0.2}));
        panel.texts.push_back(note);
        width = std::max(width, pad + measure(context.fonts, note, noteStyle) + pad);
    }
    y += pad * 0.7;
    panel.box = {0, 0, width, y};
    panel.shapes = {
        {ShapeKind::Rectangle, panel.box, style.radius, style.fill.faded(0.86), style.fill.faded(0.86)}};
    shift(panel, {context.layout.safe.x, context.layout.safe.y});
    return panel;
}

}  // namespace picture
