#include <algorithm>

#include "picture/shown_marks.h"

namespace picture {

namespace {

using base::ramp;
using base::smoothstep;
using base::Vec2;

}  // namespace

void addEventMarks(const Context& context, const Shot& shot, double seconds, double alpha,
                   const geo::MapView& view, Picture& picture) {
    for (const ScheduledMark& scheduled : shot.marks) {
        const auto at = view.toPixels(scheduled.anchor);
        const double shown = smoothstep(ramp(scheduled.begin, scheduled.begin + 0.6, seconds));
        if (!at || shown <= 0) continue;
        Mark mark;
        mark.id = scheduled.event->id;
        dress(mark, markOf(*scheduled.event), scheduled.color, context.theme.label.dotCasing);
        mark.at = *at + scheduled.offset - Vec2{0, context.px(10 * (1 - shown))};
        mark.radius = context.px(12.5);
        mark.stroke = context.px(2);
        mark.alpha = alpha * shown;
        picture.marks.push_back(mark);
        const double phase =
            std::fmod(std::max(0.0, seconds - scheduled.begin), kPulseSeconds) / kPulseSeconds;
        Mark ring = mark;
        ring.kind = MarkKind::Pulse;
        ring.at = *at;
        ring.radius = context.theme.label.capitalDot + context.px(4 + 26 * phase);
        ring.color = scheduled.color;
        ring.alpha = alpha * shown * (1 - phase) * std::min(1.0, phase * 8) * 0.8;
        picture.marks.push_back(ring);
    }
}

void addRings(const Context& context, const Shot& shot, double alpha, const geo::MapView& view,
              Picture& picture) {
    for (const PrecisionRing& ring : shot.rings) {
        const auto ellipse = ellipseOf(context, ring, view);
        if (!ellipse || alpha <= 0) continue;
        Mark mark;
        mark.id = ring.place;
        mark.kind = MarkKind::PrecisionRing;
        mark.at = ellipse->center;
        mark.radius = ellipse->longer;
        mark.flatness = ellipse->shorter / ellipse->longer;
        mark.angle = ellipse->angle;
        mark.stroke = context.px(1.6);
        mark.color = context.theme.label.text.faded(0.8);
        mark.alpha = alpha;
        picture.marksBelow.push_back(mark);
    }
}

}  // namespace picture
