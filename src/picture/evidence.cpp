#include "picture/evidence.h"

#include <algorithm>

namespace picture {

namespace {

ArrowDirection directionOf(film::EventKind kind) {
    switch (kind) {
        case film::EventKind::Departure:
            return ArrowDirection::Departure;
        case film::EventKind::Visit:
            return ArrowDirection::Visit;
        case film::EventKind::Call:
            return ArrowDirection::Call;
        default:
            return ArrowDirection::Arrival;
    }
}

}  // namespace

EventMark markOf(const film::Event& event) {
    EventMark mark;
    mark.hollow = event.status == film::ClaimStatus::Announced;
    mark.hatched = event.status == film::ClaimStatus::Disputed;
    using film::EventKind;
    switch (event.kind) {
        case EventKind::Coup:
            mark.kind = MarkKind::Diamond;
            break;
        case EventKind::Agreement:
        case EventKind::Denunciation:
            mark.kind = MarkKind::Square;
            mark.cut = event.kind == EventKind::Denunciation;
            break;
        case EventKind::Alliance:
        case EventKind::Exit:
            mark.kind = MarkKind::Hexagon;
            mark.cut = event.kind == EventKind::Exit;
            break;
        case EventKind::Announcement:
            mark.kind = MarkKind::Bubble;
            break;
        case EventKind::Presence:
            mark.kind = MarkKind::Disc;
            break;
        case EventKind::Departure:
            mark.kind = MarkKind::TriangleUp;
            break;
        default:
            mark.kind = MarkKind::TriangleDown;
    }
    return mark;
}

std::optional<MarkKind> carrierMark(film::Carrier carrier) {
    switch (carrier) {
        case film::Carrier::Aircraft:
            return MarkKind::Aircraft;
        case film::Carrier::Vehicle:
            return MarkKind::Vehicle;
        case film::Carrier::Foot:
            return MarkKind::Walker;
        case film::Carrier::None:
            break;
    }
    return std::nullopt;
}

void dress(Mark& mark, const EventMark& look, const base::Color& color, const base::Color& casing) {
    mark.kind = look.kind;
    mark.cut = look.cut;
    mark.hatched = look.hatched;
    mark.color = look.hollow ? color.withAlpha(0) : color;
    mark.casing = look.hollow || look.hatched ? color : casing;
}

bool isBar(const film::Event& event) {
    const base::DatePart& begin = event.date.begin;
    return !event.date.isSingleDay() || begin.approximate || begin.uncertain;
}

int widthClass(int count) {
    int index = 0;
    while (index < 3 && count > kWidthClassLimits[index]) ++index;
    return index;
}

ArrowLook lookOf(const film::Event& event, const ArrowStyle& style) {
    // Pixels: thinner ones are lost in a thumbnail.
    constexpr double kLeastBody = 2.6, kLeastLink = 1.5;
    ArrowLook look;
    look.direction = directionOf(event.kind);
    look.material = event.kind == film::EventKind::Delivery;
    if (look.direction == ArrowDirection::Visit || look.direction == ArrowDirection::Call) {
        look.fill = ArrowFill::Dashed;
        look.width =
            std::max(kLeastLink, look.direction == ArrowDirection::Visit ? style.thinWidth : style.callWidth);
        return look;
    }
    look.counted = film::setsWidth(event);
    look.width = look.counted ? style.classWidths[widthClass(event.count->max)] : style.neutralWidth;
    look.width = std::max(kLeastBody, look.width);
    if (event.status == film::ClaimStatus::Announced) {
        look.fill = ArrowFill::Hollow;
    } else if (event.status == film::ClaimStatus::Disputed) {
        look.fill = ArrowFill::Hatched;
    } else {
        look.fill = look.counted ? ArrowFill::Solid : ArrowFill::Chevrons;
    }
    return look;
}

}  // namespace picture
