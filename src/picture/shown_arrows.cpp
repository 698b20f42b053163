#include <algorithm>
#include <map>
#include <numbers>

#include "picture/shown_arrows.h"

namespace picture {

namespace {

using base::ramp;
using base::smoothstep;
using base::Vec2;

constexpr double kPulseSeconds = 2.6;  // from one ring to the next at the same place
constexpr double kPulseRings = 2;
constexpr double kFlowPerSecond = 26;  // theme units that chevrons move along an arrow
constexpr double kFilling = 1.2;       // seconds in which an arrival fills its place's ring
constexpr double kTraceSeconds = 4;    // in which a departure's way pales to a trace
constexpr double kLanding = 0.94;      // share of an arrow's growth after which it has visibly arrived

double grown(const ScheduledArrow& arrow, double seconds) {
    return smoothstep(ramp(arrow.begin, arrow.end, seconds));
}

void addPulses(const Context& context, const ScheduledArrow& arrow, double seconds, double alpha,
               const geo::MapView& view, Picture& picture) {
    const bool leaves = arrow.look.direction == ArrowDirection::Departure;
    if (arrow.look.direction == ArrowDirection::Call) return;
    if (leaves ? !arrow.track.startKnown : !arrow.track.endKnown) return;
    const auto at = view.toPixels(leaves ? arrow.track.points.front() : arrow.track.points.back());
    const double since = seconds - (leaves ? arrow.begin : base::lerp(arrow.begin, arrow.end, kLanding));
    if (!at || since <= 0) return;
    for (int ring = 0; ring < kPulseRings; ++ring) {
        const double age = since - ring * kPulseSeconds / kPulseRings;
        if (age <= 0) continue;
        const double phase = std::fmod(age, kPulseSeconds) / kPulseSeconds;
        Mark mark;
        mark.id = arrow.event->id;
        mark.kind = leaves ? MarkKind::DashedRing : MarkKind::Pulse;
        mark.at = *at;
        // An arrival sends rings out; a departure draws them in: the shapes differ, not only the colours.
        const double spread = leaves ? 1 - phase : phase;
        mark.radius = context.theme.label.capitalDot + context.px(4 + 34 * spread);
        mark.stroke = context.px(leaves ? 2.0 : 2.6);
        mark.color = arrow.color;
        mark.alpha =
            alpha *
            (leaves ? std::sin(phase * std::numbers::pi) * 0.7 : (1 - phase) * std::min(1.0, phase * 8)) *
            std::min(1.0, since / 0.3);
        picture.marks.push_back(mark);
    }
}

// What carries somebody rides on the arrow while it grows, and rests on its middle.
void addCarrier(const Context& context, const ScheduledArrow& scheduled, const Arrow& arrow,
                Picture& picture) {
    const auto kind = carrierMark(scheduled.event->carrier);
    if (!kind) return;
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < arrow.points.size(); ++i)
        lengths.push_back(lengths.back() + base::length(arrow.points[i] - arrow.points[i - 1]));
    const double at = lengths.back() * arrow.progress * kCarrierPlace, radius = context.px(kCarrierRadius);
    if (lengths.back() < kLeastForCarrier * radius) return;
    const auto next =
        static_cast<std::size_t>(std::upper_bound(lengths.begin(), lengths.end(), at) - lengths.begin());
    const std::size_t end = std::clamp<std::size_t>(next, 1, arrow.points.size() - 1);
    const Vec2 a = arrow.points[end - 1], b = arrow.points[end];
    Mark mark;
    mark.id = arrow.event;
    mark.kind = *kind;
    mark.at = base::lerp(a, b, ramp(lengths[end - 1], lengths[end], at));
    mark.radius = radius;
    mark.stroke = context.px(2.4);
    mark.color = context.theme.label.dot;
    mark.casing = context.theme.label.dotCasing.withAlpha(1);
    mark.alpha = arrow.alpha * ramp(0.06, 0.14, arrow.progress);
    // An aircraft flies along the arrow; a lorry and a walker stay upright.
    if (*kind == MarkKind::Aircraft) mark.angle = base::degrees(std::atan2(b.x - a.x, a.y - b.y));
    picture.marks.push_back(mark);
}

// Arrivals fill the ring around their place, departures empty it; several of a kind share one ring.
void addGauges(const Context& context, const Shot& shot, double seconds, double alpha,
               const geo::MapView& view, Picture& picture) {
    struct Sum {
        const ScheduledArrow* arrow = nullptr;
        double level = 0, shown = 0;
        int count = 0;
    };
    std::map<std::pair<std::string, bool>, Sum> gauges;
    for (const ScheduledArrow& arrow : shot.arrows) {
        const bool leaves = arrow.look.direction == ArrowDirection::Departure;
        if (!leaves && arrow.look.direction != ArrowDirection::Arrival) continue;
        if (leaves ? !arrow.track.startKnown : !arrow.track.endKnown) continue;
        const double landing = base::lerp(arrow.begin, arrow.end, kLanding);
        Sum& sum = gauges[{leaves ? arrow.track.from : arrow.track.to, leaves}];
        if (!sum.arrow) sum.arrow = &arrow;
        sum.level +=
            leaves ? 1 - grown(arrow, seconds) : smoothstep(ramp(landing, landing + kFilling, seconds));
        sum.shown = std::max(sum.shown, ramp(arrow.begin, arrow.begin + 0.3, seconds));
        ++sum.count;
    }
    for (const auto& [key, sum] : gauges) {
        const bool leaves = key.second;
        const auto& points = sum.arrow->track.points;
        const auto at = view.toPixels(leaves ? points.front() : points.back());
        if (!at || sum.shown <= 0 || alpha <= 0) continue;
        Mark mark;
        mark.id = sum.arrow->event->id;
        mark.kind = MarkKind::Gauge;
        mark.at = *at;
        mark.radius = context.theme.label.capitalDot + context.px(kGaugeReach);
        mark.stroke = context.px(1);
        mark.color = sum.arrow->color;
        mark.casing = context.theme.label.dotCasing;
        mark.level = sum.level / sum.count;
        mark.alpha = alpha * sum.shown;
        picture.marks.push_back(mark);
    }
}

void addBadges(const Context& context, const Shot& shot, double seconds, double alpha,
               const geo::MapView& view, Picture& picture) {
    for (const CountBadge& badge : shot.badges) {
        const auto at = view.toPixels(badge.anchor, badge.height);
        const double shown = alpha * smoothstep(ramp(badge.from, badge.from + 0.5, seconds));
        if (!at || shown <= 0) continue;
        picture.panels.push_back(panelOf(context, badge, *at));
        picture.panels.back().alpha = shown;
    }
}

}  // namespace

void addArrows(const Context& context, const Shot& shot, double seconds, double alpha,
               const geo::MapView& view, Picture& picture) {
    for (const ScheduledArrow& scheduled : shot.arrows) {
        const double progress = grown(scheduled, seconds);
        if (progress <= 0 || alpha <= 0) continue;
        Arrow arrow;
        arrow.points = arrowPoints(context, scheduled, view);
        if (!arrow.points.empty()) {
            arrow.event = scheduled.event->id;
            arrow.actor = scheduled.event->actor;
            arrow.direction = scheduled.look.direction;
            arrow.fill = scheduled.look.fill;
            arrow.color = scheduled.color;
            arrow.width = scheduled.look.width;
            const bool thin = arrow.fill == ArrowFill::Dashed;
            arrow.tailWidth = arrow.width * (thin ? 0.8 : 0.36);
            arrow.progress = progress;
            arrow.alpha = alpha;
            arrow.tailAlpha = scheduled.track.startKnown ? (thin ? 0.5 : 0.3) : 0;
            if (arrow.direction == ArrowDirection::Departure && scheduled.track.startKnown) {
                const double gone = ramp(scheduled.end, scheduled.end + kTraceSeconds, seconds);
                arrow.tailAlpha = base::lerp(0.5, 0.12, smoothstep(gone));
            }
            arrow.fadeFrom = scheduled.track.endKnown ? 2 : 0.3;
            arrow.flow = context.px(kFlowPerSecond) * std::max(0.0, seconds - scheduled.begin);
            arrow.head = arrow.direction != ArrowDirection::Call;
            addCarrier(context, scheduled, arrow, picture);
            picture.arrows.push_back(std::move(arrow));
        }
        addPulses(context, scheduled, seconds, alpha, view, picture);
    }
    addGauges(context, shot, seconds, alpha, view, picture);
    addBadges(context, shot, seconds, alpha, view, picture);
}

}  // namespace picture
