// Where state cards stand, and how they look there.
#include <algorithm>
#include <cmath>

#include "picture/country_raster.h"
#include "picture/state_cards.h"
#include "picture/text_layout.h"

namespace picture {

namespace {

using base::Box;
using base::Color;
using base::Vec2;

/// The pieces of a line from the card to the anchor in its country: across, then along.
std::vector<Box> lineBetween(const Context& context, const Box& card, Vec2 anchor) {
    const double thick = std::max(1.0, context.px(2)), inset = context.px(14);
    if (anchor.y >= card.y && anchor.y <= card.bottom()) {
        const double edge = anchor.x < card.x ? card.x : card.right();
        return {{std::min(edge, anchor.x), anchor.y - thick / 2, std::abs(edge - anchor.x), thick}};
    }
    const double x = std::clamp(anchor.x, card.x + inset, card.right() - inset);
    const bool isAbove = anchor.y < card.y;
    const double from = isAbove ? anchor.y : card.bottom(), to = isAbove ? card.y : anchor.y;
    return {{x - thick / 2, from, thick, to - from},
            {std::min(x, anchor.x) - thick / 2, anchor.y - thick / 2, std::abs(x - anchor.x) + thick, thick}};
}

void addLeader(const Context& context, Vec2 anchor, Panel& panel) {
    const Color ink = context.theme.label.focusCountry;
    for (const Box& box : lineBetween(context, panel.box, anchor))
        panel.shapes.push_back({ShapeKind::Rectangle, box, 0, ink, ink});
    const double r = context.px(5);
    panel.shapes.push_back({ShapeKind::Circle, {anchor.x - r, anchor.y - r, 2 * r, 2 * r}, r, ink, ink});
}

/// How far a tag's text can be read: one that its slot's next tag says too stays, and is written once; two
/// that differ are never read one over the other.
double legibleShare(const std::vector<StateTag>& tags, std::size_t index, double seconds, double shown) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const bool sharesSlot =
            i != index && tags[i].row == tags[index].row && tags[i].slot == tags[index].slot;
        if (!sharesSlot || tags[i].text != tags[index].text) continue;
        const double other = shownAt(tags[i].shown, seconds);
        if (other <= 0) continue;
        const bool leads = shown > other || (shown == other && index < i);
        return leads ? std::min(1.0, shown + other) : 0;
    }
    return base::clamp01(2 * shown - 1);
}

void addTag(const Context& context, const StateTag& tag, const Box& box, double shown, double legible,
            Panel& panel) {
    if (shown <= 0) return;
    const PanelStyle& style = context.theme.panel;
    const TextStyle text = cardMeasures(context).tag;
    Shape plate = plateOf(context, tag.style, tag.color, box);
    for (Color* c : {&plate.top, &plate.bottom, &plate.outline}) *c = c->faded(shown);
    panel.shapes.push_back(plate);
    const bool filled = tag.style == TagStyle::Attested;
    const Color ink = filled                           ? readable(style.fill.withAlpha(1), tag.color)
                      : tag.style == TagStyle::Leaving ? style.dim
                                                       : style.text;
    if (legible <= 0) return;
    panel.runs.push_back(setLine(context.fonts, tag.text, {text, ink.faded(legible)},
                                 {box.x + text.size * 0.45, box.y + box.h / 2 + text.size * 0.34}));
    panel.texts.push_back(tag.text);
}

/// Square metres of the boxes around a country's rings: enough to tell small from large.
double areaOf(const geo::World& world, const std::string& code) {
    const int country = world.countryIndex(code);
    double area = 0;
    for (const geo::Ring& ring : world.land.rings) {
        const geo::PlaneBounds& b = ring.bounds;
        if (ring.country == country) area += (b.maxX - b.minX) * (b.maxY - b.minY);
    }
    return area;
}

/// How well a card stands: its cost is the share of it that lies outside its country and, worse, in another
/// of the countries that have cards.
struct Standing {
    double cost = 0;
    double inside = 0;  ///< share of it that lies in its country
};

Standing standingOf(const CountryRaster& grid, int country, const Box& box) {
    constexpr int kAcross = 6, kDown = 3;
    constexpr double kOutside = 300, kInAnother = 900;
    Standing standing;
    for (int i = 0; i < kAcross; ++i) {
        for (int j = 0; j < kDown; ++j) {
            const int there = grid.at({box.x + box.w * i / (kAcross - 1), box.y + box.h * j / (kDown - 1)});
            if (there == country) ++standing.inside;
            if (there != country) standing.cost += there >= 0 ? kInAnother : kOutside;
        }
    }
    standing.cost /= kAcross * kDown;
    standing.inside /= kAcross * kDown;
    return standing;
}

/// The focus countries' capitals stay in sight; a neighbour's may be covered.
std::vector<Box> capitalDots(const Context& context, const geo::MapView& view) {
    std::vector<Box> boxes;
    for (const auto* places : {&context.film.places, &context.film.gazetteer}) {
        for (const film::Place& place : *places) {
            const bool isFocus = std::find(context.film.focus.begin(), context.film.focus.end(),
                                           place.country) != context.film.focus.end();
            if (place.kind != film::PlaceKind::Capital || !isFocus) continue;
            const auto plane = context.world.projection.forward(place.at);
            const auto pixel = plane ? view.toPixels(*plane) : std::nullopt;
            if (pixel) boxes.push_back(Box{pixel->x, pixel->y, 0, 0}.grown(context.px(18)));
        }
    }
    return boxes;
}

bool isFocus(const Context& context, int country) {
    const auto& focus = context.film.focus;
    const std::string& code = context.world.countries[static_cast<std::size_t>(country)].a3;
    return std::find(focus.begin(), focus.end(), code) != focus.end();
}

bool crosses(const std::vector<Box>& boxes, const std::vector<Box>& others) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return std::any_of(others.begin(), others.end(),
                           [&](const Box& other) { return box.intersects(other); });
    });
}

/// Where a card may stand: its top left corner relative to its anchor's pixel, and whether a line must lead
/// to its country.
struct Spot {
    Vec2 offset;
    bool leader = false;
};

/// The best place for the card; nothing when there is no free one.
std::optional<Spot> bestSpot(const Context& context, const StateCard& card, const geo::MapView& view,
                             const CountryRaster& grid, const std::vector<Box>& hard,
                             const std::vector<Box>& soft) {
    const auto anchor = view.toPixels(card.anchor);
    if (!anchor) return std::nullopt;
    const int country = context.world.countryIndex(card.country);
    const Box& safe = context.layout.safe;
    const double step = context.px(14);
    constexpr int kReach = 24;  // steps
    constexpr double kCrossing = 5000;
    constexpr double kPlainlyInside = 0.3;  // from this share on nobody asks whose card it is
    double best = 1e18;
    std::optional<Spot> found;
    for (int dy = -kReach; dy <= kReach; ++dy) {
        for (int dx = -kReach; dx <= kReach; ++dx) {
            const Vec2 offset{dx * step - card.size.x / 2, dy * step - card.size.y / 2};
            const Box box{anchor->x + offset.x, anchor->y + offset.y, card.size.x, card.size.y};
            const auto covers = [&](const Box& other) { return box.intersects(other); };
            if (box.x < safe.x || box.y < safe.y || box.right() > safe.right() ||
                box.bottom() > safe.bottom() || std::any_of(hard.begin(), hard.end(), covers))
                continue;
            const double away = std::hypot(dx, dy);
            if (away * 7 >= best) continue;
            const Standing standing = standingOf(grid, country, box);
            double cost = away * 7 + standing.cost +
                          static_cast<double>(std::count_if(soft.begin(), soft.end(), covers)) * 40;
            const bool leads = standing.inside < kPlainlyInside && !box.contains(*anchor);
            if (leads && crosses(lineBetween(context, box, *anchor), hard)) cost += kCrossing;
            if (cost >= best) continue;
            best = cost;
            found = {offset, leads};
        }
    }
    return found;
}

}  // namespace

std::vector<StateCard> placeStateCards(const Context& context, std::vector<StateCard> cards,
                                       const geo::MapView& view, const Obstacles& obstacles) {
    // The smallest country has the fewest places: its card chooses first.
    std::stable_sort(cards.begin(), cards.end(), [&](const StateCard& a, const StateCard& b) {
        return areaOf(context.world, a.country) < areaOf(context.world, b.country);
    });
    std::vector<Box> hard = obstacles.hard;
    const std::vector<Box> dots = capitalDots(context, view);
    hard.insert(hard.end(), dots.begin(), dots.end());
    const CountryRaster grid(context.world, view, context.px(7),
                             [&](int country) { return isFocus(context, country); });
    std::vector<StateCard> placed;
    for (StateCard& card : cards) {
        const auto spot = bestSpot(context, card, view, grid, hard, obstacles.soft);
        if (!spot) continue;
        card.offset = spot->offset;
        card.leader = spot->leader;
        const Vec2 anchor = *view.toPixels(card.anchor);
        hard.push_back(card.boxAt(anchor).grown(context.px(12)));
        for (const Box& piece : leaderBoxes(context, card, anchor))
            hard.push_back(piece.grown(context.px(4)));
        placed.push_back(std::move(card));
    }
    return placed;
}

std::vector<Box> leaderBoxes(const Context& context, const StateCard& card, Vec2 anchorPixel) {
    return card.leader ? lineBetween(context, card.boxAt(anchorPixel), anchorPixel) : std::vector<Box>{};
}

Panel panelOf(const Context& context, const StateCard& card, Vec2 anchorPixel, double seconds) {
    const PanelStyle& style = context.theme.panel;
    Panel panel;
    panel.id = "state-" + card.country;
    panel.box = card.boxAt(anchorPixel);
    if (card.leader) addLeader(context, anchorPixel, panel);
    panel.shapes.push_back(
        {ShapeKind::Rectangle, panel.box, style.radius, style.fill.faded(0.82), style.fill.faded(0.82)});
    const CardMeasures m = cardMeasures(context);
    panel.runs.push_back(setLine(context.fonts, card.name, {m.name, context.theme.label.focusCountry},
                                 {panel.box.x + m.pad, panel.box.y + m.pad * 0.7 + m.name.size * 0.8}));
    panel.texts.push_back(card.name);
    double x[2] = {m.pad, m.pad};
    for (std::size_t i = 0; i < card.tags.size();) {
        // What one force or alliance looks like before and after a change shares one slot.
        std::size_t end = i;
        double shown = 0, width = 0;
        for (; end < card.tags.size() && card.tags[end].row == card.tags[i].row &&
               card.tags[end].slot == card.tags[i].slot;
             ++end) {
            const double part = shownAt(card.tags[end].shown, seconds);
            shown += part;
            width += part * card.tags[end].width;
        }
        const int row = card.tags[i].row;
        const Box box{panel.box.x + x[row], panel.box.y + m.firstRow + row * (m.tagHeight + m.gap),
                      shown > 0 ? width / shown : 0, m.tagHeight};
        x[row] += (box.w + (shown > 0 ? m.gap : 0)) * std::min(shown, 1.0);  // the others make room
        for (; i < end; ++i) {
            const double part = shownAt(card.tags[i].shown, seconds);
            addTag(context, card.tags[i], box, part, legibleShare(card.tags, i, seconds, part), panel);
        }
    }
    return panel;
}

}  // namespace picture
