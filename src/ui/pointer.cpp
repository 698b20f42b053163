#include "ui/pointer.h"

#include <cmath>

namespace ui {

namespace {

constexpr double kWheelStep = 1.2;      // nearer, for one notch
constexpr double kDoubleClickStep = 2;  // nearer
constexpr double kClickSlack = 4;       // pixels by which a hand may tremble while it clicks
constexpr double kTurnPerFrame = 180;   // degrees for a drag over the frame's width
constexpr double kTiltPerFrame = 90;    // degrees for a drag over the frame's height

Command look(const geo::Camera& camera) {
    return {CommandId::Look, 0, {}, camera};
}

}  // namespace

std::optional<Command> Pointer::press(Button button, int clicks, base::Vec2 at, const Sight& sight) {
    m_held = button;
    m_last = m_pressed = at;
    m_isClick = true;
    m_grabbed = sight.view.toPlane(at);
    if (button != Button::Left || clicks != 2) return std::nullopt;
    m_held.reset();
    return Command{CommandId::Fly, 0, {}, centered(sight, at, kDoubleClickStep)};
}

std::optional<Command> Pointer::move(base::Vec2 to, const Sight& sight) {
    if (!m_held || to == m_last) return std::nullopt;
    if (m_isClick && base::length(to - m_pressed) <= kClickSlack) return std::nullopt;
    m_isClick = false;
    const base::Vec2 by = to - m_last;
    m_last = to;
    if (*m_held == Button::Right) {
        return look(turned(sight, -by.x / sight.view.size.w * kTurnPerFrame,
                           -by.y / sight.view.size.h * kTiltPerFrame));
    }
    if (!m_grabbed) return std::nullopt;
    return look(holding(sight, *m_grabbed, to));
}

std::optional<base::Vec2> Pointer::release(Button button) {
    if (m_held != button) return std::nullopt;
    m_held.reset();
    return button == Button::Left && m_isClick ? std::optional(m_pressed) : std::nullopt;
}

std::optional<Command> Pointer::wheel(double notches, base::Vec2 at, const Sight& sight) const {
    if (notches == 0) return std::nullopt;
    return look(zoomed(sight, at, std::pow(kWheelStep, notches)));
}

}  // namespace ui
