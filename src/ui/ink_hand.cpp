#include "ui/ink_hand.h"

#include <algorithm>

namespace ui {

namespace {

using base::Vec2;

// Strokes take a point for every step of this share of the frame's shorter side: 3 pixels of 1080.
constexpr double kStep = 0.0028;

Command command(CommandId id, const std::optional<picture::InkPoint>& at = std::nullopt) {
    Command command{id, 0, {}, {}};
    command.ink = at;
    return command;
}

picture::InkPoint pointAt(Vec2 at, const Sight& sight) {
    const auto plane = sight.view.toPlane(at);
    const auto ground = plane ? sight.projection.inverse(*plane) : std::nullopt;
    return {ground, {at.x / std::max(sight.view.size.w, 1), at.y / std::max(sight.view.size.h, 1)}};
}

}  // namespace

bool InkHand::takes(Button button, const Session& session) {
    return button == Button::Left && session.blank == Blank::None &&
           (draws(session.ink.hold) || session.ink.hold == InkHold::Eraser);
}

std::optional<Command> InkHand::press(Vec2 at, const Session& session, const Sight& sight) {
    m_held = true;
    m_onGround = false;
    m_at = m_last = at;
    if (session.ink.hold == InkHold::Eraser) return command(CommandId::EraseAt, pointAt(at, sight));
    return drawTo(at, sight);
}

// Where the ground ends the stroke does: coming back to it begins another.
std::optional<Command> InkHand::drawTo(Vec2 at, const Sight& sight) {
    const picture::InkPoint point = pointAt(at, sight);
    m_last = at;
    const bool wasOnGround = std::exchange(m_onGround, point.ground.has_value());
    if (m_onGround) return command(wasOnGround ? CommandId::StrokePoint : CommandId::StrokeBegin, point);
    if (wasOnGround) return command(CommandId::StrokeEnd);
    return std::nullopt;
}

std::optional<Command> InkHand::move(Vec2 to, const Session& session, const Sight& sight) {
    if (m_at == to) return std::nullopt;
    m_at = to;
    if (points(session.ink.hold)) return command(CommandId::PointAt, pointAt(to, sight));
    if (!m_held || !takes(Button::Left, session)) return std::nullopt;
    if (session.ink.hold == InkHold::Eraser) return command(CommandId::EraseAt, pointAt(to, sight));
    const double step = kStep * std::min(sight.view.size.w, sight.view.size.h);
    if (base::length(to - m_last) < step) return std::nullopt;
    return drawTo(to, sight);
}

std::optional<Command> InkHand::release(Button button) {
    if (button != Button::Left || !std::exchange(m_held, false)) return std::nullopt;
    if (!std::exchange(m_onGround, false)) return std::nullopt;
    return command(CommandId::StrokeEnd);
}

std::optional<Command> InkHand::giveUp(const Session& session) {
    const auto end = release(Button::Left);
    // While the inspector is open, it is a text that would be taken back.
    return end && !session.writing.open ? command(CommandId::Undo) : end;
}

std::optional<Command> InkHand::leave(const Session& session) {
    m_at.reset();
    if (!points(session.ink.hold)) return std::nullopt;
    return command(CommandId::PointAt);
}

std::optional<Command> InkHand::follow(const Session& session, const Sight& sight) const {
    const InkDesk& desk = session.ink;
    if (!points(desk.hold) || !m_at) return std::nullopt;
    const picture::InkPoint now = pointAt(*m_at, sight);
    if (!desk.shown.trail.empty() && desk.shown.trail.back().at == now) return std::nullopt;
    return command(CommandId::PointAt, now);
}

}  // namespace ui
