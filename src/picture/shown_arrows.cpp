#include <algorithm>
#include <map>
#include <numbers>

#include "picture/shown_arrows.h"

namespace picture {

namespace {

using base::ramp;
using base::smoothstep;
using base::Vec2;

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
    const auto place = leaves ? arrow.track.startPlace() : arrow.track.endPlace();
    if (!place) return;
    const auto at = view.toPixels(*place);
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
void addCarrier(const Context& context, const ScheduledArrow& scheduled, const ArrowWay& way, double progress,
                double alpha, Picture& picture) {
    const auto kind = carrierMark(scheduled.event->carrier);
    const double radius = context.px(kCarrierRadius);
    if (!kind || way.length < kLeastForCarrier * radius) return;
    const auto place = way.at(way.length * progress * kCarrierPlace);
    if (!place) return;
    Mark mark;
    mark.id = scheduled.event->id;
    mark.kind = *kind;
    mark.at = place->at;
    mark.radius = radius;
    mark.stroke = context.px(2.4);
    mark.color = context.theme.label.dot;
    mark.casing = context.theme.label.dotCasing.withAlpha(1);
    mark.alpha = alpha * ramp(0.06, 0.14, progress);
    // An aircraft flies along the arrow; a lorry and a walker stay upright.
    if (*kind == MarkKind::Aircraft)
        mark.angle = base::degrees(std::atan2(place->forward.x, -place->forward.y));
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
        if (!(leaves ? arrow.track.startPlace() : arrow.track.endPlace())) continue;
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
        const Track& track = sum.arrow->track;
        const auto at = view.toPixels(*(leaves ? track.startPlace() : track.endPlace()));
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
        const auto at = view.toPixels(badge.anchor, badge.height * heightShare(view, badge.peak));
        const double shown = alpha * smoothstep(ramp(badge.from, badge.from + 0.5, seconds));
        if (!at || shown <= 0) continue;
        picture.panels.push_back(panelOf(context, badge, *at));
        picture.panels.back().alpha = shown;
    }
}

// All of an arrow but where it is.
Arrow dressed(const Context& context, const ScheduledArrow& scheduled, double seconds) {
    Arrow arrow;
    arrow.event = scheduled.event->id;
    arrow.actor = scheduled.event->actor;
    arrow.direction = scheduled.look.direction;
    arrow.fill = scheduled.look.fill;
    arrow.material = scheduled.look.material;
    arrow.color = scheduled.color;
    arrow.width = scheduled.look.width;
    const bool thin = arrow.fill == ArrowFill::Dashed;
    arrow.tailWidth = arrow.width * (thin ? 0.8 : 0.36);
    arrow.tailAlpha = scheduled.track.startKnown ? (thin ? 0.5 : 0.3) : 0;
    if (arrow.direction == ArrowDirection::Departure && scheduled.track.startKnown) {
        const double gone = ramp(scheduled.end, scheduled.end + kTraceSeconds, seconds);
        arrow.tailAlpha = base::lerp(0.5, 0.12, smoothstep(gone));
    }
    arrow.fadeFrom = scheduled.track.endKnown ? 2 : 0.3;
    arrow.flow = context.px(kFlowPerSecond) * std::max(0.0, seconds - scheduled.begin);
    arrow.head = arrow.direction != ArrowDirection::Call;
    return arrow;
}

// The light comes from one side: the higher an arrow, the farther its shadow. It leaves the ground and lands
// on it together with its shadow.
std::vector<Vec2> shadowOf(const ArrowStyle& style, const WayPiece& piece, double highest) {
    const Vec2 aside = Vec2{style.shadowX, style.shadowY} * highest;
    std::vector<Vec2> shadow;
    for (const WayPoint& p : piece.points) shadow.push_back(p.ground + aside * p.rise);
    return shadow;
}

// An arrow that sets out is small at first: as wide as there is length for its head.
void growInWidth(double drawn, Arrow& arrow) {
    constexpr double kHeadLength = 2.5;  // of its width
    const double share = base::ramp(0, kHeadLength * arrow.width, drawn);
    arrow.width *= share;
    arrow.tailWidth *= share;
}

void addPieces(const Context& context, const ArrowWay& way, const Arrow& arrow, Picture& picture) {
    constexpr double kUsual = 480;  // theme units; an arrow so long casts its shadow as far as the theme says
    const double highest = std::clamp(way.length / context.px(kUsual), 0.3, 2.0);
    for (const WayPiece& piece : way.pieces) {
        Arrow& part = picture.arrows.emplace_back(arrow);
        for (const WayPoint& p : piece.points) part.points.push_back(p.at);
        part.before = piece.before;
        part.whole = way.pieces.size() == 1 && piece.length >= way.length ? 0 : way.length;
        part.shadow = shadowOf(context.theme.arrow, piece, highest);
    }
}

}  // namespace

void addArrows(const Context& context, const Shot& shot, double seconds, double alpha,
               const geo::MapView& view, Picture& picture) {
    for (const ScheduledArrow& scheduled : shot.arrows) {
        const double progress = grown(scheduled, seconds);
        if (progress <= 0 || alpha <= 0) continue;
        const ArrowWay way = arrowWay(context, scheduled, view);
        Arrow arrow = dressed(context, scheduled, seconds);
        arrow.progress = progress;
        arrow.alpha = alpha;
        growInWidth(way.length * progress, arrow);
        addPieces(context, way, arrow, picture);
        addCarrier(context, scheduled, way, progress, alpha, picture);
        addPulses(context, scheduled, seconds, alpha, view, picture);
    }
    addGauges(context, shot, seconds, alpha, view, picture);
    addBadges(context, shot, seconds, alpha, view, picture);
}

}  // namespace picture
