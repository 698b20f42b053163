#include <algorithm>
#include <cmath>

#include "base/language.h"
#include "film/timeline.h"
#include "picture/evidence.h"
#include "picture/panels.h"
#include "picture/text_layout.h"

namespace picture {

namespace {

using base::Box;
using base::Color;

// Film dates on a line of pixels, padded to whole months.
struct Scale {
    base::CalendarDate first;  // first day of the first month
    int months = 0;
    double firstDay = 0, lastDay = 0;
    double x = 0, width = 0;
    double at(double day) const { return x + width * base::ramp(firstDay, lastDay, day); }
};

base::CalendarDate monthAfter(base::CalendarDate date, int months) {
    const int index = date.year * 12 + date.month - 1 + months;
    return {index / 12, index % 12 + 1, 1};
}

Scale scaleFor(const film::DayRange& range, const Box& band) {
    Scale scale;
    scale.first = base::calendarDate(range.first);
    scale.first.day = 1;
    const base::CalendarDate last = base::calendarDate(range.last);
    scale.months = (last.year - scale.first.year) * 12 + last.month - scale.first.month + 1;
    scale.firstDay = static_cast<double>(base::dayOf(scale.first).sinceEpoch);
    scale.lastDay = static_cast<double>(base::dayOf(monthAfter(scale.first, scale.months)).sinceEpoch);
    scale.x = band.x;
    scale.width = band.w;
    return scale;
}

/// A month that has a tick.
struct Tick {
    double x;
    std::string name;
    bool year;  ///< its name says the year
};

/// Months from tick to tick, so that most names have room.
int monthsApart(const Scale& scale, double roomy) {
    for (const int months : {1, 2, 3, 6, 12, 24, 60}) {
        if (scale.width / scale.months * months >= roomy) return months;
    }
    return 120;
}

std::vector<Tick> ticksOf(const Context& context, const Scale& scale) {
    const int step = monthsApart(scale, context.theme.timeline.textSize * 5.4);
    std::vector<Tick> ticks;
    for (int m = 0; m < scale.months; ++m) {
        const base::CalendarDate date = monthAfter(scale.first, m);
        if (m != 0 && (date.month - 1) % std::min(step, 12) != 0) continue;
        if (step > 12 && date.year % (step / 12) != 0) continue;
        const bool year = m == 0 || date.month == 1;
        ticks.push_back({scale.at(static_cast<double>(base::dayOf(date).sinceEpoch)),
                         base::formatMonth(date.year, date.month, m == 0, context.language()), year});
    }
    return ticks;
}

void addTicks(const Context& context, const Scale& scale, double y, Panel& panel) {
    const TimelineStyle& style = context.theme.timeline;
    const TextStyle text{Face::CondensedRegular, style.textSize, 0, std::string(context.language())};
    const double w = std::max(1.0, context.px(1.4)), h = context.px(11), gap = context.px(14);
    const std::vector<Tick> ticks = ticksOf(context, scale);
    double lastRight = -1e9;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const Tick& tick = ticks[i];
        panel.shapes.push_back(
            {ShapeKind::Rectangle, {tick.x - w / 2, y - h / 2, w, h}, 0, style.tick, style.tick});
        const double right = tick.x + measure(context.fonts, tick.name, text);
        // A January names its year, so it goes before what stands too close to it on the left.
        const bool yields = i + 1 < ticks.size() && ticks[i + 1].year && right + gap > ticks[i + 1].x;
        if (yields || tick.x < lastRight + gap || right > context.layout.safe.right()) continue;
        lastRight = right;
        panel.runs.push_back(
            setLine(context.fonts, tick.name, {text, style.text}, {tick.x, y + context.px(36)}));
        panel.texts.push_back(tick.name);
    }
}

// A day is a dot; a month or a span is a bar that fades at both ends.
void addEvent(const Context& context, const Scale& scale, const film::Event& event, double y, double past,
              Panel& panel) {
    const Color color = actorColor(context, event);
    const double begin = scale.at(static_cast<double>(event.date.firstDay().sinceEpoch));
    const double end = scale.at(static_cast<double>(event.date.lastDay().sinceEpoch) + 1);
    const double seen = begin <= past ? 1.0 : 0.38;
    if (!isBar(event)) {
        const double r = context.px(5.5), x = begin;
        panel.shapes.push_back(
            {ShapeKind::Circle, {x - r, y - r, 2 * r, 2 * r}, r, color.faded(seen), color.faded(seen)});
        return;
    }
    const double h = context.px(7), w = std::max(end - begin, context.px(8)), lift = context.px(9);
    const Color solid = color.faded(seen * 0.9), none = color.faded(0);
    panel.shapes.push_back({ShapeKind::Rectangle, {begin, y - lift - h / 2, w / 2, h}, 0, none, solid, true});
    panel.shapes.push_back(
        {ShapeKind::Rectangle, {begin + w / 2, y - lift - h / 2, w / 2, h}, 0, solid, none, true});
}

// The month that the film's date has reached, under the playhead, over the ticks' names.
void addRunningMonth(const Context& context, double day, double x, double y, Panel& panel) {
    const PanelStyle& style = context.theme.panel;
    const base::CalendarDate date = base::calendarDate({static_cast<std::int64_t>(std::floor(day))});
    const std::string month = base::formatMonth(date.year, date.month, true, context.language());
    const TextStyle text{Face::CondensedSemiBold, context.theme.timeline.textSize * 1.25, 0,
                         std::string(context.language())};
    const double width = measure(context.fonts, month, text) + text.size, height = text.size * 1.5;
    const Box& safe = context.layout.safe;
    const Box box{std::clamp(x - width / 2, safe.x, safe.right() - width), y + context.px(16), width, height};
    std::erase_if(panel.runs, [&](const GlyphRun& tick) {
        return !tick.glyphs.empty() && tick.glyphs.front().pen.x < box.right() &&
               tick.glyphs.back().pen.x > box.x - text.size;
    });
    panel.shapes.push_back({ShapeKind::Rectangle, box, height * 0.25, style.fill, style.fill});
    panel.runs.push_back(setLine(context.fonts, month, {text, style.text},
                                 {box.center().x, box.center().y + text.size * 0.34}, Align::Center));
    panel.texts.push_back(month);
}

}  // namespace

std::optional<Panel> makeTimeline(const Context& context, std::optional<double> day, const Color& accent,
                                  bool running) {
    const auto range = film::dayRange(context.film);
    if (!range) return std::nullopt;
    const TimelineStyle& style = context.theme.timeline;
    const Box& band = context.layout.timeline;
    Panel panel;
    panel.id = "timeline";
    panel.box = band;
    const Scale scale = scaleFor(*range, band);
    const double y = band.y + context.px(14), thick = context.px(3);
    const double now = day ? scale.at(*day) : scale.x;

    // It begins where names end, so that none of them is dimmed.
    const double fadeTop = band.y - context.px(34), fade = context.px(74), h = context.layout.size.h;
    panel.shapes.push_back({ShapeKind::Rectangle,
                            {0, fadeTop, double(context.layout.size.w), fade},
                            0,
                            style.fade.faded(0),
                            style.fade});
    panel.shapes.push_back({ShapeKind::Rectangle,
                            {0, fadeTop + fade, double(context.layout.size.w), h - fadeTop - fade},
                            0,
                            style.fade,
                            style.fade});
    panel.shapes.push_back(
        {ShapeKind::Rectangle, {scale.x, y - thick / 2, scale.width, thick}, 0, style.line, style.line});
    panel.shapes.push_back(
        {ShapeKind::Rectangle, {scale.x, y - thick / 2, now - scale.x, thick}, 0, accent, accent});
    addTicks(context, scale, y, panel);
    for (const film::Event& event : context.film.events) addEvent(context, scale, event, y, now, panel);
    if (day && running) addRunningMonth(context, *day, now, y, panel);
    if (day) {
        const double r = context.px(10), line = context.px(4);
        panel.shapes.push_back({ShapeKind::Circle,
                                {now - r, y - r, 2 * r, 2 * r},
                                r,
                                {1, 1, 1, 1},
                                {1, 1, 1, 1},
                                false,
                                accent,
                                line});
    }
    return panel;
}

}  // namespace picture
