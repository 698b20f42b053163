#include "ui/pointer.h"

#include <cmath>

namespace ui {

namespace {

constexpr double kWheelStep = 1.2;      // nearer, for one notch
constexpr double kDoubleClickStep = 2;  // nearer
constexpr double kTurnPerFrame = 180;   // degrees for a drag over the frame's width
constexpr double kTiltPerFrame = 90;    // degrees for a drag over the frame's height

Command look(const geo::Camera& camera) {
    return {CommandId::Look, 0, {}, camera};
}

}  // namespace

std::optional<Command> Pointer::press(Button button, int clicks, base::Vec2 at, const Sight& sight) {
    m_held = button;
    m_last = at;
    m_grabbed = sight.view.toPlane(at);
    if (button != Button::Left || clicks != 2) return std::nullopt;
    m_held.reset();
    return Command{CommandId::Fly, 0, {}, centered(sight, at, kDoubleClickStep)};
}

std::optional<Command> Pointer::move(base::Vec2 to, const Sight& sight) {
    if (!m_held || to == m_last) return std::nullopt;
    const base::Vec2 by = to - m_last;
    m_last = to;
    if (*m_held == Button::Right) {
        return look(turned(sight, -by.x / sight.view.size.w * kTurnPerFrame,
                           -by.y / sight.view.size.h * kTiltPerFrame));
    }
    if (!m_grabbed) return std::nullopt;
    return look(holding(sight, *m_grabbed, to));
}

void Pointer::release(Button button) {
    if (m_held == button) m_held.reset();
}

std::optional<Command> Pointer::wheel(double notches, base::Vec2 at, const Sight& sight) const {
    if (notches == 0) return std::nullopt;
    return look(zoomed(sight, at, std::pow(kWheelStep, notches)));
}

}  // namespace ui
