#include "ui/touch.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Fingers closer than this say nothing about size and direction, pixels.
constexpr double kClosest = 12;

double directionOf(base::Vec2 v) {
    return base::degrees(std::atan2(v.y, v.x));
}

}  // namespace

void Touch::press(std::int64_t finger, base::Vec2 at) {
    release(finger);
    m_fingers.push_back({finger, at});
    if (m_fingers.size() > 1) m_gesture = true;
}

std::optional<Command> Touch::move(std::int64_t finger, base::Vec2 to, const Sight& sight) {
    const auto moved = std::find_if(m_fingers.begin(), m_fingers.end(),
                                    [&](const Finger& other) { return other.id == finger; });
    if (moved == m_fingers.end()) return std::nullopt;
    const base::Vec2 was = std::exchange(moved->at, to);
    const auto index = moved - m_fingers.begin();
    if (m_fingers.size() < 2 || index > 1 || was == to) return std::nullopt;
    const base::Vec2 now[2] = {m_fingers[0].at, m_fingers[1].at};
    base::Vec2 before[2] = {now[0], now[1]};
    before[index] = was;
    return Command{CommandId::Look, 0, {}, pinched(sight, before, now)};
}

void Touch::release(std::int64_t finger) {
    std::erase_if(m_fingers, [&](const Finger& other) { return other.id == finger; });
    if (m_fingers.empty()) m_gesture = false;
}

geo::Camera pinched(const Sight& sight, const base::Vec2 (&from)[2], const base::Vec2 (&to)[2]) {
    const base::Vec2 old = from[1] - from[0], now = to[1] - to[0];
    const base::Vec2 middle = base::lerp(to[0], to[1], 0.5);
    const auto ground = sight.view.toPlane(base::lerp(from[0], from[1], 0.5));
    if (!ground) return geo::cameraOf(sight.projection, sight.view);
    geo::MapView view = sight.view;
    if (base::length(old) >= kClosest && base::length(now) >= kClosest) {
        view.metresPerPixel *= base::length(old) / base::length(now);
        // The ground turns with the fingers, so the frame's top turns against them.
        view.bearing -= std::remainder(directionOf(now) - directionOf(old), 360.0);
        view.bearing = std::remainder(view.bearing, 360.0);
    }
    return holding({sight.projection, view}, *ground, middle);
}

}  // namespace ui
