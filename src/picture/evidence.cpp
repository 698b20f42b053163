#include "picture/evidence.h"

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

int widthClass(int count) {
    if (count <= 100) return 0;
    if (count <= 500) return 1;
    if (count <= 1200) return 2;
    return 3;
}

ArrowLook lookOf(const film::Event& event, const ArrowStyle& style) {
    ArrowLook look;
    look.direction = directionOf(event.kind);
    if (look.direction == ArrowDirection::Visit || look.direction == ArrowDirection::Call) {
        look.fill = ArrowFill::Dashed;
        look.width = look.direction == ArrowDirection::Visit ? style.thinWidth : style.callWidth;
        return look;
    }
    look.counted = film::setsWidth(event);
    look.width = look.counted ? style.classWidths[widthClass(event.count->max)] : style.neutralWidth;
    if (event.status == film::ClaimStatus::Announced) {
        look.fill = ArrowFill::Hollow;
    } else if (event.status == film::ClaimStatus::Disputed ||
               event.countStatus == film::CountStatus::Disputed) {
        look.fill = ArrowFill::Hatched;
    } else {
        look.fill = look.counted ? ArrowFill::Solid : ArrowFill::Chevrons;
    }
    return look;
}

}  // namespace picture
