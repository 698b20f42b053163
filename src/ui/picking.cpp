#include "ui/picking.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>

#include "film/timeline.h"
#include "geo/country_at.h"
#include "ui/find.h"

namespace ui {

namespace {

using base::Vec2;

constexpr double kSeen = 0.3;  // opacity below which nothing is clicked on purpose
constexpr std::string_view kCount = "count-", kState = "state-";

double distanceTo(Vec2 p, Vec2 a, Vec2 b) {
    const Vec2 edge = b - a;
    const double squared = base::dot(edge, edge);
    const double t = squared > 0 ? base::clamp01(base::dot(p - a, edge) / squared) : 0;
    return base::length(p - base::lerp(a, b, t));
}

// Pixels from `p` to the drawn part of an arrow's middle line.
double distanceTo(const picture::Arrow& arrow, Vec2 p) {
    double left = picture::drawnOf(arrow), nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < arrow.points.size() && left > 0; ++i) {
        nearest = std::min(nearest, distanceTo(p, arrow.points[i - 1], arrow.points[i]));
        left -= base::length(arrow.points[i] - arrow.points[i - 1]);
    }
    return nearest;
}

// Rings of light and of precision are larger than what they stand for.
bool isSolid(const picture::Mark& mark) {
    return mark.kind != picture::MarkKind::Pulse && mark.kind != picture::MarkKind::PrecisionRing;
}

// In the middle of these stands the dot of their place.
bool isHollow(picture::MarkKind kind) {
    using picture::MarkKind;
    return kind == MarkKind::Ring || kind == MarkKind::DashedRing || kind == MarkKind::Gauge;
}

enum class Hollow { Counts, LeftOut };

// The id of the nearest mark within reach; "" when there is none.
std::string markAt(std::span<const picture::Mark> marks, Vec2 p, double reach,
                   Hollow hollow = Hollow::Counts) {
    std::string found;
    double nearest = std::numeric_limits<double>::infinity();
    for (const picture::Mark& mark : marks) {
        const double away = base::length(mark.at - p);
        if (hollow == Hollow::LeftOut && isHollow(mark.kind)) continue;
        if (!isSolid(mark) || mark.alpha < kSeen || away > mark.radius + reach || away >= nearest) continue;
        nearest = away;
        found = mark.id;
    }
    return found;
}

std::string arrowAt(const picture::Picture& picture, Vec2 p, double reach) {
    std::string found;
    double nearest = reach;
    for (const picture::Arrow& arrow : picture.arrows) {
        const double away = distanceTo(arrow, p) - arrow.width / 2;
        if (arrow.alpha < kSeen || away > nearest) continue;
        nearest = away;
        found = arrow.event;
    }
    return found;
}

std::optional<Subject> eventSubject(const film::Film& film, const std::string& id) {
    if (!film::findEvent(film, id)) return std::nullopt;
    return Subject{SubjectKind::Event, id};
}

std::optional<Subject> placeSubject(const film::Film& film, const std::string& id) {
    if (!anyPlace(film, id)) return std::nullopt;
    return Subject{SubjectKind::Place, id};
}

std::optional<Subject> labelSubject(const film::Film& film, const geo::World& world,
                                    const picture::Picture& picture, Vec2 p) {
    for (const picture::Label& label : picture.labels) {
        if (label.alpha < kSeen || !label.box.contains(p)) continue;
        // A country's code may be a place's id too; only a name in capitals is a country's.
        if (auto place = placeSubject(film, label.id)) return place;
        if (world.countryIndex(label.id) >= 0) return Subject{SubjectKind::Country, label.id};
    }
    return std::nullopt;
}

std::optional<Subject> panelSubject(const film::Film& film, const picture::Picture& picture,
                                    const picture::Panel& panel) {
    const std::string_view id = panel.id;
    if (id.starts_with(kCount)) return eventSubject(film, std::string(id.substr(kCount.size())));
    if (id.starts_with(kState)) return Subject{SubjectKind::Country, std::string(id.substr(kState.size()))};
    const auto cue = film::findCue(film, picture.cue);
    if (id != "caption" || !cue || film.cues[*cue].events.empty()) return std::nullopt;
    return eventSubject(film, film.cues[*cue].events.front());
}

std::optional<Subject> groundSubject(const geo::World& world, const picture::Picture& picture, Vec2 p) {
    const auto plane = picture.ground.view.toPlane(p);
    const std::int32_t ring = plane ? geo::landRingAt(world, *plane) : -1;
    if (ring < 0) return std::nullopt;
    const auto country = static_cast<std::size_t>(world.land.rings[static_cast<std::size_t>(ring)].country);
    return Subject{SubjectKind::Country, world.countries[country].a3};
}

}  // namespace

std::optional<Subject> subjectAt(const film::Film& film, const geo::World& world,
                                 const picture::Picture& picture, Vec2 pixel, double reach) {
    for (auto panel = picture.panels.rbegin(); panel != picture.panels.rend(); ++panel) {
        if (panel->alpha >= kSeen && panel->box.contains(pixel)) return panelSubject(film, picture, *panel);
    }
    // A dot is small, and an arrow often ends at it in a ring: whoever points at its middle means the place.
    const auto place = placeSubject(film, markAt(picture.marksBelow, pixel, 0));
    const Hollow rings = place ? Hollow::LeftOut : Hollow::Counts;
    if (auto event = eventSubject(film, markAt(picture.marks, pixel, reach / 2, rings))) return event;
    if (place) return place;
    if (auto event = eventSubject(film, arrowAt(picture, pixel, reach))) return event;
    if (auto near = placeSubject(film, markAt(picture.marksBelow, pixel, reach))) return near;
    if (auto named = labelSubject(film, world, picture, pixel)) return named;
    return groundSubject(world, picture, pixel);
}

}  // namespace ui
