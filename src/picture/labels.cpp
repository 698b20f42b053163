#include "picture/labels.h"

#include <algorithm>
#include <array>

#include "geo/containment.h"
#include "picture/country_raster.h"
#include "picture/name_block.h"

namespace picture {

namespace {

using base::Box;
using base::Vec2;

constexpr double kNever = 1e9;
constexpr double kCovered = 2;       // for each piece of an arrow's body under a name that must stand
constexpr double kAmbiguous = 0.7;   // for a name almost as near to another dot as to its own
constexpr double kOffCenter = 0.3;   // for a country's name that is not at its label point: there it can stay
constexpr double kOverhang = 4;      // for a country's name that reaches over its border, by its share
constexpr double kLaterSpot = 0.03;  // from one spot around a dot to the next best

/// A place for a name: where it is tied to the ground, and its box.
struct Spot {
    Vec2 anchor;  // plane, metres
    Vec2 pixel;   // of the anchor
    Vec2 corner;  // of the box, from the anchor's pixel
    double price = kNever;
    NameBlock block;
    Box box() const { return {pixel.x + corner.x, pixel.y + corner.y, block.size.x, block.size.y}; }
};

double distance(const Box& box, Vec2 p) {
    return std::hypot(std::max({box.x - p.x, 0.0, p.x - box.right()}),
                      std::max({box.y - p.y, 0.0, p.y - box.bottom()}));
}

class Placer {
  public:
    Placer(const Context& context, const geo::MapView& view, const Obstacles& obstacles, const Box& area,
           const CountryRaster* raster)
        : m_context(context), m_view(view), m_obstacles(obstacles), m_area(area), m_raster(raster) {}

    LabelPlan place(const std::vector<LabelCandidate>& candidates);

  private:
    Spot bestSpot(const LabelCandidate& candidate) const;
    void tryPoint(const LabelCandidate& c, const LabelForm& form, Spot& best) const;
    void tryWater(const LabelCandidate& c, const LabelForm& form, Spot& best) const;
    void tryCountry(const LabelCandidate& c, const LabelForm& form, const CountryRaster::Extent& extent,
                    Spot& best) const;
    void tryLabelPoint(const LabelCandidate& c, const LabelForm& form, Spot& best) const;
    Spot bestCountrySpot(const LabelCandidate& c) const;
    void consider(const Spot& spot, bool overArrows, Spot& best) const;
    double obstruction(const Box& box, bool overArrows) const;
    double ambiguity(const LabelCandidate& c, const Box& box) const;
    double outside(int country, const Box& box) const;
    bool leavesTheSea(const Box& box) const;
    bool hasDotRoom(const LabelCandidate& c) const;
    void put(const LabelCandidate& c, const Spot& spot, LabelPlan& plan);

    const Context& m_context;
    const geo::MapView& m_view;
    const Obstacles& m_obstacles;
    Box m_area;
    const CountryRaster* m_raster;  // nullptr: countries are named at their label points alone
    std::vector<Box> m_taken;
    std::vector<std::pair<std::string, Vec2>> m_dots;
    std::vector<std::pair<Box, Vec2>> m_named;  // names, and the dots that they belong to
};

// kNever where the box may not stand; otherwise how much of arrows it would cover.
double Placer::obstruction(const Box& box, bool overArrows) const {
    const auto meets = [&](const Box& other) { return box.intersects(other); };
    if (box.x < m_area.x || box.y < m_area.y || box.right() > m_area.right() ||
        box.bottom() > m_area.bottom())
        return kNever;
    if (std::any_of(m_obstacles.hard.begin(), m_obstacles.hard.end(), meets)) return kNever;
    if (std::any_of(m_taken.begin(), m_taken.end(), meets)) return kNever;
    const auto covered = std::count_if(m_obstacles.soft.begin(), m_obstacles.soft.end(), meets);
    if (covered > 0 && !overArrows) return kNever;
    return kCovered * static_cast<double>(covered);
}

// kNever for a name nearer to another dot than to its own: it would say something untrue.
double Placer::ambiguity(const LabelCandidate& c, const Box& box) const {
    const double own = distance(box, c.pixel);
    double nearest = kNever;
    for (const auto& [id, pixel] : m_dots) {
        if (id != c.id) nearest = std::min(nearest, distance(box, pixel));
    }
    return nearest < own ? kNever : nearest < own * 1.2 + m_context.px(3) ? kAmbiguous : 0;
}

void Placer::consider(const Spot& spot, bool overArrows, Spot& best) const {
    if (spot.price >= best.price) return;
    const double price = spot.price + obstruction(spot.box(), overArrows);
    if (price >= best.price) return;
    best = spot;
    best.price = price;
}

// Around the dot, in Imhof's order: right before left, above before below; then the same a little farther.
// Lines begin or end beside the dot, and stand in the middle above and below it.
void Placer::tryPoint(const LabelCandidate& c, const LabelForm& form, Spot& best) const {
    const NameBlock toRight = nameBlock(m_context.fonts, form, Align::Left),
                    toLeft = nameBlock(m_context.fonts, form, Align::Right),
                    centred = nameBlock(m_context.fonts, form, Align::Center);
    const double width = centred.size.x - 2 * centred.pad, cap = centred.capHeight, below = centred.below;
    const double gap = c.dot + form.setting.style.size * 0.30;
    struct Side {
        const NameBlock& block;
        Vec2 baseline;  // left end of the first line's, from the dot
    };
    double order = 0;
    for (const double push : {1.0, 1.9, 3.0}) {
        const double d = gap * push, up = -below;
        const std::array<Side, 8> sides = {{{toRight, {d, (cap - below) / 2}},
                                            {toLeft, {-d - width, (cap - below) / 2}},
                                            {centred, {-width / 2, up - d}},
                                            {centred, {-width / 2, d + cap}},
                                            {toRight, {d * 0.75, up - d * 0.6}},
                                            {toRight, {d * 0.75, d * 0.6 + cap}},
                                            {toLeft, {-d * 0.75 - width, up - d * 0.6}},
                                            {toLeft, {-d * 0.75 - width, d * 0.6 + cap}}}};
        for (const Side& side : sides) {
            const double price = form.price + kLaterSpot * order++;
            if (price >= best.price) return;
            const Vec2 corner = side.baseline - Vec2{side.block.pad, side.block.baseline};
            Spot spot{c.plane, c.pixel, corner, price, side.block};
            spot.price += ambiguity(c, spot.box());
            consider(spot, c.important, best);
        }
    }
}

// True when one of five points along the box lies on land or off the map: a sea's name stands in the sea.
bool Placer::leavesTheSea(const Box& box) const {
    const std::array shares = {0.04, 0.27, 0.5, 0.73, 0.96};
    return std::any_of(shares.begin(), shares.end(), [&](double share) {
        const auto plane = m_view.toPlane({box.x + box.w * share, box.center().y});
        return !plane || geo::onLand(m_context.world.land, *plane) ||
               !m_context.world.projection.inverse(*plane);
    });
}

void Placer::tryWater(const LabelCandidate& c, const LabelForm& form, Spot& best) const {
    constexpr int kRings = 3;  // a sea's name does not wander into the next sea
    Spot spot{c.plane, c.pixel, {}, 0, nameBlock(m_context.fonts, form)};
    const bool atSea = !geo::onLand(m_context.world.land, c.plane);
    const double step = form.setting.style.size;
    for (int dy = -kRings; dy <= kRings; ++dy) {
        for (int dx = -kRings; dx <= kRings; ++dx) {
            spot.corner = Vec2{dx * step * 1.5, dy * step * 1.1} - spot.block.size * 0.5;
            spot.price = form.price + 0.1 * std::hypot(dx, dy);
            if (spot.price < best.price && !(atSea && leavesTheSea(spot.box()))) consider(spot, false, best);
        }
    }
}

// The share of the box that lies outside the country.
double Placer::outside(int country, const Box& box) const {
    constexpr int kDown = 3;
    const int across = std::clamp(static_cast<int>(box.w / m_raster->cell() / 2), 3, 16);
    int missed = 0;
    for (int i = 0; i <= across; ++i) {
        for (int j = 0; j <= kDown; ++j) {
            const Vec2 at{box.x + box.w * i / across, box.y + box.h * j / kDown};
            if (m_raster->at(at) != country) ++missed;
        }
    }
    return double(missed) / ((across + 1) * (kDown + 1));
}

// Anywhere inside its country, best near the country's label point with room around it.
void Placer::tryCountry(const LabelCandidate& c, const LabelForm& form, const CountryRaster::Extent& extent,
                        Spot& best) const {
    if (form.price >= best.price) return;
    Spot spot{{}, {}, {}, 0, nameBlock(m_context.fonts, form)};
    spot.corner = spot.block.size * -0.5;
    const Vec2 wanted = m_area.contains(c.pixel) ? c.pixel : extent.box.center();
    const double reach = std::sqrt(double(extent.cells)) * m_raster->cell(), step = 2 * m_raster->cell();
    const double air = form.setting.style.size * 0.5;
    // A country of which the frame holds a strip has its name in the strip.
    const double overhang = m_area.contains(c.pixel) ? c.overhang : 0;
    for (double y = extent.box.y; y < extent.box.bottom(); y += step) {
        for (double x = extent.box.x; x < extent.box.right(); x += step) {
            spot.pixel = {x, y};
            spot.price = form.price + kOffCenter + base::length(spot.pixel - wanted) / reach;
            if (spot.price >= best.price) continue;
            const double over = outside(c.country, spot.box());
            if (over > overhang) continue;
            spot.price += kOverhang * over;
            if (outside(c.country, spot.box().grown(air)) > 0) spot.price += 0.25;
            const auto plane = m_view.toPlane(spot.pixel);
            if (!plane) continue;
            spot.anchor = *plane;
            consider(spot, false, best);
        }
    }
}

void Placer::tryLabelPoint(const LabelCandidate& c, const LabelForm& form, Spot& best) const {
    Spot spot{c.plane, c.pixel, {}, form.price, nameBlock(m_context.fonts, form)};
    spot.corner = spot.block.size * -0.5;
    if (!m_raster || outside(c.country, spot.box()) == 0) consider(spot, false, best);
}

Spot Placer::bestCountrySpot(const LabelCandidate& c) const {
    Spot best;
    for (const LabelForm& form : c.forms) tryLabelPoint(c, form, best);
    if (!m_raster) return best;
    const CountryRaster::Extent extent = m_raster->extentOf(c.country);
    for (const LabelForm& form : c.forms) {
        if (extent.cells > 0) tryCountry(c, form, extent, best);
    }
    return best;
}

Spot Placer::bestSpot(const LabelCandidate& c) const {
    if (c.kind == LabelKind::Country) return bestCountrySpot(c);
    Spot best;
    for (const LabelForm& form : c.forms)
        c.kind == LabelKind::Water ? tryWater(c, form, best) : tryPoint(c, form, best);
    return best;
}

void Placer::put(const LabelCandidate& c, const Spot& spot, LabelPlan& plan) {
    PlacedLabel placed;
    placed.anchor = spot.anchor;
    placed.label.id = c.id;
    placed.ofCountry = c.kind == LabelKind::Country;
    placed.label.text = c.text;
    placed.label.rank = c.rank;
    placed.label.box = {spot.corner.x, spot.corner.y, spot.block.size.x, spot.block.size.y};
    placed.label.runs = spot.block.runs;
    for (GlyphRun& run : placed.label.runs) {
        for (Glyph& glyph : run.glyphs) glyph.pen = glyph.pen + spot.corner;
    }
    m_taken.push_back(spot.box().grown(m_context.px(kLabelAir)));
    plan.labels.push_back(std::move(placed));
}

Box dotBox(const LabelCandidate& c) {
    return Box{c.pixel.x, c.pixel.y, 0, 0}.grown(c.dot * 1.15);
}

// A name beside a dot that nobody sees would be read as another dot's, and a dot that is nearer to a name
// than the name's own would take it over.
bool Placer::hasDotRoom(const LabelCandidate& c) const {
    if (c.kind == LabelKind::Country) return true;
    const bool hidden = std::any_of(m_obstacles.panels.begin(), m_obstacles.panels.end(),
                                    [&](const Box& panel) { return panel.contains(c.pixel); });
    if (hidden || c.must || c.dot <= 0) return !hidden;
    const bool misleads = std::any_of(m_named.begin(), m_named.end(), [&](const auto& name) {
        return distance(name.first, c.pixel) < distance(name.first, name.second);
    });
    return !misleads && obstruction(dotBox(c), false) == 0;
}

LabelPlan Placer::place(const std::vector<LabelCandidate>& candidates) {
    LabelPlan plan;
    // The cue's own dots are there whatever happens, so every name keeps clear of them from the start.
    for (const LabelCandidate& c : candidates) {
        if (!c.must || c.dot <= 0 || !hasDotRoom(c)) continue;
        m_taken.push_back(dotBox(c));
        m_dots.emplace_back(c.id, c.pixel);
    }
    for (const LabelCandidate& c : candidates) {
        if (!hasDotRoom(c)) continue;
        const Spot spot = bestSpot(c);
        const bool found = spot.price < kNever;
        if (found) put(c, spot, plan);
        if (found && c.dot > 0) m_named.emplace_back(spot.box(), c.pixel);
        if (c.dot <= 0 || !(found || c.must)) continue;
        plan.dots.push_back({c.id, c.dotPlane, c.dot, c.capital});
        if (c.must) continue;
        m_taken.push_back(dotBox(c));
        m_dots.emplace_back(c.id, c.pixel);
    }
    return plan;
}

}  // namespace

LabelPlan placeLabels(const Context& context, const geo::MapView& view,
                      const std::vector<LabelCandidate>& candidates, const Obstacles& obstacles) {
    std::vector<bool> wanted(context.world.countries.size(), false);
    for (const LabelCandidate& c : candidates) {
        if (c.country >= 0) wanted[static_cast<std::size_t>(c.country)] = true;
    }
    const CountryRaster raster(context.world, view, context.px(7),
                               [&](int country) { return wanted[static_cast<std::size_t>(country)]; });
    return Placer(context, view, obstacles, context.layout.safe.grown(-context.px(kLabelAir)), &raster)
        .place(candidates);
}

LabelPlan placeLabelsOfWorld(const Context& context, const geo::MapView& view,
                             const std::vector<LabelCandidate>& candidates, const Obstacles& obstacles) {
    constexpr double kEverywhere = 1e12;
    const Box everywhere{-kEverywhere, -kEverywhere, 2 * kEverywhere, 2 * kEverywhere};
    return Placer(context, view, obstacles, everywhere, nullptr).place(candidates);
}

}  // namespace picture
