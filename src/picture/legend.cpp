#include <algorithm>
#include <tuple>
#include <variant>

#include "base/language.h"
#include "picture/evidence.h"
#include "picture/panels.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

using base::Box;
using base::Color;

/// One line of the legend: what it shows a sample of, and its words.
struct Row {
    std::variant<ArrowLook, EventMark, film::Carrier, StateSign> sample;
    std::string actor;
    film::EventKind kind = film::EventKind::Arrival;
    Color color;
    std::string text;
};

Word wordFor(const film::Event& event, bool isArrow) {
    using film::EventKind;
    switch (event.kind) {
        case EventKind::Arrival:
            return isArrow ? Word::Arrival : Word::ArrivalStep;
        case EventKind::Delivery:
            return isArrow ? Word::Delivery : Word::ArrivalStep;
        case EventKind::Departure:
            return isArrow ? Word::Departure : Word::DepartureStep;
        case EventKind::Visit:
            return Word::Visit;
        case EventKind::Call:
            return Word::Call;
        case EventKind::Coup:
            return Word::Coup;
        case EventKind::Agreement:
            return Word::Agreement;
        case EventKind::Denunciation:
            return Word::AgreementEnded;
        case EventKind::Alliance:
            return Word::Alliance;
        case EventKind::Exit:
            return Word::Exit;
        case EventKind::Announcement:
            return Word::Announcement;
        case EventKind::Presence:
            return Word::Presence;
    }
    return Word::Visit;
}

/// What tells two rows apart, beside actor and kind.
int styleOf(const Row& row) {
    if (const auto* look = std::get_if<ArrowLook>(&row.sample)) return static_cast<int>(look->fill);
    const auto& mark = std::get<EventMark>(row.sample);
    return 100 + (mark.hollow ? 1 : 0) + (mark.hatched ? 2 : 0);
}

Row rowOf(const Context& context, const film::Event& event) {
    const std::string_view language = context.language();
    Row row;
    const bool isArrow = film::isDrawnAsArrow(context.film, event);
    bool announced = event.status == film::ClaimStatus::Announced, disputed = false;
    if (isArrow) {
        const ArrowLook look = lookOf(event, context.theme.arrow);
        announced = look.fill == ArrowFill::Hollow;
        disputed = look.fill == ArrowFill::Hatched;
        row.sample = look;
    } else {
        const EventMark mark = markOf(event);
        disputed = mark.hatched;
        row.sample = mark;
    }
    row.actor = event.actor;
    row.kind = event.kind;
    row.color = actorColor(context, event);
    const Word what = wordFor(event, isArrow);
    const film::Actor* actor = film::findActor(context.film, event.actor);
    row.text = actor ? base::isolated(actor->name.in(language), language) : "";
    row.text += (language == "fr" ? "\u00a0: " : ": ") + std::string(word(what, language));
    if (announced && event.kind != film::EventKind::Announcement)
        row.text +=
            ", " + std::string(word(isFeminine(what) ? Word::AnnouncedFeminine : Word::Announced, language));
    if (disputed)
        row.text +=
            ", " + std::string(word(isFeminine(what) ? Word::DisputedFeminine : Word::Disputed, language));
    return row;
}

std::vector<Row> rowsOf(const Context& context, const CueEvents& events,
                        const std::vector<StateSign>& state) {
    std::vector<Row> rows;
    for (const film::Event* event : events) {
        Row row = rowOf(context, *event);
        const bool isListed = std::any_of(rows.begin(), rows.end(), [&](const Row& other) {
            return std::make_tuple(other.actor, other.kind, styleOf(other)) ==
                   std::make_tuple(row.actor, row.kind, styleOf(row));
        });
        if (!isListed) rows.push_back(std::move(row));
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const Row& row) { return std::holds_alternative<ArrowLook>(row.sample); });
    for (const film::Carrier carrier :
         {film::Carrier::Aircraft, film::Carrier::Vehicle, film::Carrier::Foot}) {
        const bool isSeen = std::any_of(events.begin(), events.end(), [&](const film::Event* event) {
            return event->carrier == carrier && film::isDrawnAsArrow(context.film, *event);
        });
        if (!isSeen) continue;
        Row row;
        row.sample = carrier;
        row.text = word(carrier == film::Carrier::Aircraft  ? Word::ByAir
                        : carrier == film::Carrier::Vehicle ? Word::ByRoad
                                                            : Word::OnFoot,
                        context.language());
        rows.push_back(std::move(row));
    }
    for (const StateSign& sign : state) {
        Row row;
        row.sample = sign;
        row.color = sign.color;
        row.text = sign.text;
        rows.push_back(std::move(row));
    }
    return rows;
}

bool isCounted(const Row& row) {
    const auto* look = std::get_if<ArrowLook>(&row.sample);
    return look && look->counted;
}

std::vector<std::string> notesOf(const Context& context, const CueEvents& events,
                                 const std::vector<Row>& rows, bool ringsAreSeen) {
    std::vector<std::string> notes;
    const auto any = [&](ArrowFill fill) {
        return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
            const auto* look = std::get_if<ArrowLook>(&row.sample);
            return look && look->fill == fill;
        });
    };
    const auto anyMark = [&](auto&& test) {
        return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
            const auto* mark = std::get_if<EventMark>(&row.sample);
            return mark && test(*mark);
        });
    };
    const auto add = [&](bool when, Word which) {
        if (when) notes.emplace_back(word(which, context.language()));
    };
    add(std::any_of(rows.begin(), rows.end(), isCounted), Word::WidthIsCount);
    add(any(ArrowFill::Chevrons), Word::ChevronsUnknown);
    add(any(ArrowFill::Hollow) || anyMark([](const EventMark& m) { return m.hollow; }),
        Word::HollowAnnounced);
    add(any(ArrowFill::Hatched) || anyMark([](const EventMark& m) { return m.hatched; }),
        Word::HatchedDisputed);
    const auto isOpen = [](const std::string& end) { return end.empty() || end == film::kUnknownPlace; };
    bool arrows = false, open = false;
    for (const film::Event* event : events) {
        const bool isArrow = film::isDrawnAsArrow(context.film, *event);
        arrows = arrows || isArrow;
        open = open || (isArrow && (isOpen(event->to) || isOpen(event->from)));
    }
    add(open, Word::FadesUnknown);
    add(ringsAreSeen, Word::PrecisionRing);
    const bool hasTimeline = context.options.purpose == Purpose::Film;
    add(hasTimeline &&
            std::any_of(events.begin(), events.end(), [](const film::Event* e) { return isBar(*e); }),
        Word::BarIsSpan);
    add(arrows, Word::RoutesSchematic);
    return notes;
}

/// Builds the legend from the top down.
class Builder {
  public:
    Builder(const Context& context, Panel& panel)
        : m_context(context), m_panel(panel), m_pad(context.px(20)), m_y(m_pad * 0.6) {}

    void row(const Row& row) {
        const PanelStyle& style = m_context.theme.panel;
        const double sample = m_context.px(64), height = style.legendSize * 1.5, middle = m_y + height / 2;
        if (const auto* look = std::get_if<ArrowLook>(&row.sample)) addArrow(row, *look, middle, sample);
        if (const auto* mark = std::get_if<EventMark>(&row.sample)) addMark(row, *mark, middle, sample);
        if (const auto* carrier = std::get_if<film::Carrier>(&row.sample))
            addCarrier(*carrier, middle, sample);
        if (const auto* sign = std::get_if<StateSign>(&row.sample)) addSign(*sign, middle, sample);
        const TextStyle text{Face::CondensedMedium, style.legendSize, style.legendSize * 0.01,
                             std::string(m_context.language())};
        put(row.text, text, style.text, m_pad + sample + m_pad, middle + style.legendSize * 0.34);
        m_y += height;
    }

    /// The four widths and the counts they stand for.
    void widths() {
        const PanelStyle& style = m_context.theme.panel;
        const ArrowStyle& arrows = m_context.theme.arrow;
        const TextStyle text{Face::SansRegular, style.noteSize, 0, std::string(m_context.language())};
        const double bar = m_context.px(30), gap = m_context.px(7);
        const double height = std::max(arrows.classWidths[3], style.noteSize) * 1.25;
        const double middle = m_y + height / 2;
        double x = m_pad;
        for (int i = 0; i < 4; ++i) {
            const bool last = i == 3;
            const double thick = arrows.classWidths[i];
            m_panel.shapes.push_back(
                {ShapeKind::Rectangle, {x, middle - thick / 2, bar, thick}, 0, style.dim, style.dim});
            const std::string label =
                std::string(word(last ? Word::MoreThan : Word::UpTo, m_context.language())) +
                base::formatNumber(kWidthClassLimits[last ? 2 : i], m_context.language());
            x += bar + gap;
            put(label, text, style.dim, x, middle + style.noteSize * 0.34);
            x += measure(m_context.fonts, label, text) + 2 * gap;
        }
        m_y += height;
    }

    void note(const std::string& text) {
        const PanelStyle& style = m_context.theme.panel;
        m_y += style.noteSize * 1.4;
        put(text, {Face::SansRegular, style.noteSize, 0, std::string(m_context.language())}, style.dim, m_pad,
            m_y - style.noteSize * 0.2);
    }

    /// True when a line of this height would leave `room`, a height in pixels.
    bool isFull(double height, double room) const { return m_y + height + m_pad * 0.7 > room; }

    void gap(double share) { m_y += m_pad * share; }

    // Everything changes sides, each text as a whole; arrows run from right to left as well.
    void mirror() {
        for (Shape& shape : m_panel.shapes) shape.box.x = m_width - shape.box.right();
        for (Mark& mark : m_panel.marks) mark.at.x = m_width - mark.at.x;
        for (Arrow& arrow : m_panel.arrows) {
            for (base::Vec2& point : arrow.points) point.x = m_width - point.x;
        }
        for (std::size_t i = 0; i < m_panel.runs.size(); ++i) {
            std::vector<Glyph>& glyphs = m_panel.runs[i].glyphs;
            const double by = m_width - m_widths[i] - 2 * m_starts[i];
            for (Glyph& glyph : glyphs) glyph.pen.x += by;
        }
    }

    Box box() const { return {0, 0, m_width, m_y}; }

    /// How many lines end in "…".
    std::size_t endedLines() const { return m_ended; }

  private:
    void put(const std::string& text, TextStyle style, const Color& color, double x, double baseline) {
        const double room = m_context.layout.legendWidth - x - m_pad;
        style = shrunkTo(m_context.fonts, text, paragraphStyle(text, std::move(style)), room);
        const std::string line = endedAt(m_context.fonts, text, style, room);
        if (line != text) ++m_ended;
        const double width = measure(m_context.fonts, line, style);
        m_panel.runs.push_back(setLine(m_context.fonts, line, {style, color}, {x, baseline}));
        m_panel.texts.push_back(text);
        m_starts.push_back(x);
        m_widths.push_back(width);
        m_width = std::max(m_width, x + width + m_pad);
    }

    void addArrow(const Row& row, const ArrowLook& look, double middle, double sample) {
        Arrow arrow;
        arrow.actor = row.actor;
        arrow.direction = look.direction;
        arrow.fill = look.fill;
        arrow.material = look.material;
        arrow.color = row.color;
        arrow.width = std::min(look.width, m_context.theme.panel.legendSize * 0.46);
        arrow.tailWidth = arrow.width * 0.7;
        arrow.tailAlpha = 0.6;
        arrow.head = look.direction != ArrowDirection::Call;
        arrow.points = {{m_pad, middle}, {m_pad + sample, middle}};
        m_panel.arrows.push_back(arrow);
    }

    void addMark(const Row& row, const EventMark& look, double middle, double sample) {
        Mark mark;
        dress(mark, look, row.color, m_context.theme.label.dotCasing);
        mark.at = {m_pad + sample / 2, middle};
        mark.radius = m_context.px(11);
        mark.stroke = m_context.px(2);
        m_panel.marks.push_back(mark);
    }

    void addCarrier(film::Carrier carrier, double middle, double sample) {
        Mark mark;
        mark.kind = carrierMark(carrier).value_or(MarkKind::Dot);
        mark.at = {m_pad + sample / 2, middle};
        mark.radius = m_context.px(14);
        mark.color = m_context.theme.panel.text;
        mark.stroke = 0;
        if (carrier == film::Carrier::Aircraft) mark.angle = 90;
        m_panel.marks.push_back(mark);
    }

    void addSign(const StateSign& sign, double middle, double sample) {
        if (sign.tag) {
            const double w = m_context.px(44), h = m_context.px(20);
            m_panel.shapes.push_back(
                plateOf(m_context, *sign.tag, sign.color, {m_pad + (sample - w) / 2, middle - h / 2, w, h}));
            return;
        }
        const double thick = m_context.px(9);
        const Color ink = sign.color.faded(std::max(0.7, m_context.theme.ground.outlineStrength));
        m_panel.shapes.push_back(
            {ShapeKind::Rectangle, {m_pad, middle - thick / 2, sample, thick}, thick / 2, ink, ink});
    }

    const Context& m_context;
    Panel& m_panel;
    double m_pad, m_y, m_width = 0;
    std::vector<double> m_starts, m_widths;  // of each run
    std::size_t m_ended = 0;
};

/// What has room; "…" says that there is more. Returns how many lines are shown.
std::size_t addLines(const Context& context, Builder& builder, const std::vector<Row>& rows,
                     const std::vector<std::string>& notes, double room) {
    const PanelStyle& style = context.theme.panel;
    const double more = style.noteSize * 1.4;
    std::size_t shown = 0;
    for (const Row& row : rows) {
        if (builder.isFull(style.legendSize * 1.5 + more, room)) {
            builder.note("…");
            return shown;
        }
        builder.row(row);
        ++shown;
    }
    builder.gap(0.2);
    if (std::any_of(rows.begin(), rows.end(), isCounted)) {
        if (builder.isFull(style.legendSize * 1.5 + more, room)) {
            builder.note("…");
            return shown;
        }
        builder.widths();
        ++shown;
    }
    for (const std::string& note : notes) {
        if (builder.isFull(&note == &notes.back() ? more : 2 * more, room)) {
            builder.note("…");
            return shown;
        }
        builder.note(note);
        ++shown;
    }
    return shown;
}

}  // namespace

std::optional<FittedPanel> fitLegend(const Context& context, const CueEvents& events,
                                     const std::vector<StateSign>& state, bool ringsAreSeen, double room) {
    const std::vector<Row> rows = rowsOf(context, events, state);
    if (rows.empty()) return std::nullopt;
    const PanelStyle& style = context.theme.panel;
    FittedPanel legend;
    Panel& panel = legend.panel;
    panel.id = "legend";
    Builder builder(context, panel);
    const std::vector<std::string> notes = notesOf(context, events, rows, ringsAreSeen);
    const bool hasWidths = std::any_of(rows.begin(), rows.end(), isCounted);
    const std::size_t whole = rows.size() + notes.size() + (hasWidths ? 1 : 0);
    const std::size_t added = addLines(context, builder, rows, notes, room);
    const std::size_t shown = added - std::min(added, builder.endedLines());
    if (shown < whole) legend.cuts.push_back({"legend", shown, whole});
    builder.gap(0.7);
    if (base::isRightToLeftLanguage(context.language())) builder.mirror();
    panel.box = builder.box();
    panel.shapes.insert(panel.shapes.begin(), {ShapeKind::Rectangle, panel.box, style.radius,
                                               style.fill.faded(0.92), style.fill.faded(0.92)});
    shift(panel, {context.layout.safe.x, context.layout.safe.y});
    return legend;
}

}  // namespace picture
