// Two fingers on a touch screen: they pinch, turn and move the map at once. One finger is the pointer's
// business, since SDL makes mouse events of it. No SDL, no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/commands.h"

namespace ui {

class Touch {
  public:
    /// A finger comes down at a pixel of the picture.
    void press(std::int64_t finger, base::Vec2 at);
    /// With two fingers down, what the ground under them comes to.
    std::optional<Command> move(std::int64_t finger, base::Vec2 to, const Sight& sight);
    void release(std::int64_t finger);

    /// True from the second finger's touch until the last one leaves: what one finger seems to do meanwhile
    /// is part of it.
    bool isGesture() const { return m_gesture; }

  private:
    struct Finger {
        std::int64_t id;
        base::Vec2 at;
    };
    std::vector<Finger> m_fingers;  // in the order in which they came
    bool m_gesture = false;
};

/// The camera after two points of the picture have been dragged from `from` to `to`: what lay half way
/// between them stays so, and the map turns and grows with them.
geo::Camera pinched(const Sight& sight, const base::Vec2 (&from)[2], const base::Vec2 (&to)[2]);

}  // namespace ui
