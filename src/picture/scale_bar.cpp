#include "picture/scale_bar.h"

#include <cmath>

#include "base/language.h"
#include "geo/great_circle.h"
#include "picture/text_layout.h"
#include "picture/words.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

constexpr double kLongest = 200;  // theme units
constexpr double kRise = 5;       // of the ticks at both ends
constexpr double kFlat = 1;       // degrees of pitch up to which one bar holds for the frame

/// Kilometres on the ground from one pixel to another.
std::optional<double> kilometresBetween(const Context& context, const geo::MapView& view, Vec2 a, Vec2 b) {
    const geo::Projection& projection = context.world.projection;
    const auto from = view.toPlane(a), to = view.toPlane(b);
    const auto start = from ? projection.inverse(*from) : std::nullopt;
    const auto end = to ? projection.inverse(*to) : std::nullopt;
    if (!start || !end) return std::nullopt;
    return geo::distanceKm(*start, *end);
}

/// The largest of 1, 2, 5, 10, 20, ... that is not above `limit`.
double roundedDown(double limit) {
    const double decade = std::pow(10, std::floor(std::log10(limit)));
    for (const double step : {5.0, 2.0}) {
        if (step * decade <= limit) return step * decade;
    }
    return decade;
}

void addBar(const Context& context, const Box& bar, Panel& panel) {
    const base::Color ink = context.theme.label.text;
    const double thick = std::max(1.0, context.px(2)), rise = context.px(kRise);
    const auto add = [&](const Box& box) {
        panel.shapes.push_back({ShapeKind::Rectangle, box, 0, ink, ink});
    };
    add({bar.x, bar.bottom() - thick, bar.w, thick});
    add({bar.x, bar.bottom() - rise, thick, rise});
    add({bar.right() - thick, bar.bottom() - rise, thick, rise});
}

}  // namespace

std::optional<Panel> makeScaleBar(const Context& context, const geo::MapView& view,
                                  const std::optional<Panel>& caption) {
    if (view.pitch > kFlat) return std::nullopt;
    const double size = context.theme.panel.noteSize, longest = context.px(kLongest);
    const double right = context.layout.safe.right();
    const double floor = caption && !context.layout.wide ? caption->box.y : context.layout.timeline.y;
    const double bottom = floor - context.layout.columnGap;
    const auto reach = kilometresBetween(context, view, {right - longest, bottom}, {right, bottom});
    if (!reach || !(*reach >= 1)) return std::nullopt;
    const double km = roundedDown(*reach), width = longest * km / *reach;
    Panel panel;
    panel.id = "scale-bar";
    const std::string text = base::formatNumber(std::llround(km), context.language()) + "\u00a0" +
                             std::string(word(Word::Kilometres, context.language()));
    const LabelStyle& style = context.theme.label;
    const TextSetting setting{{Face::CondensedMedium, size, size * 0.02, std::string(context.language())},
                              style.text,
                              style.halo,
                              style.haloWidth};
    const Box bar{right - width, bottom - context.px(kRise), width, context.px(kRise)};
    addBar(context, bar, panel);
    const double textWidth = measure(context.fonts, text, setting.style);
    panel.runs.push_back(setLine(context.fonts, text, setting, {right - textWidth, bar.y - context.px(6)}));
    const double widest = std::max(width, textWidth);
    panel.box = {right - widest, bar.y - size * 1.3, widest, bar.bottom() - bar.y + size * 1.3};
    panel.texts = {text};
    return panel;
}

}  // namespace picture
