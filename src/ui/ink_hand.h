// From the pointer's movements to ink, while a tool is in hand: strokes and the eraser with the left button
// held, laser and spotlight without one. Positions are in pixels of the picture. No SDL, no clock.
#pragma once

#include <optional>

#include "ui/commands.h"
#include "ui/pointer.h"

namespace ui {

class InkHand {
  public:
    /// True when a press of this button draws or erases: the map must not move with it.
    static bool takes(Button button, const Session& session);

    std::optional<Command> press(base::Vec2 at, const Session& session, const Sight& sight);
    std::optional<Command> move(base::Vec2 to, const Session& session, const Sight& sight);
    std::optional<Command> release(Button button);
    /// A second finger has come down: what the first one drew was the beginning of a pinch, and is taken back.
    std::optional<Command> giveUp(const Session& session);
    /// The pointer has left the window.
    std::optional<Command> leave(const Session& session);
    /// The picture may have moved under the pointer.
    std::optional<Command> follow(const Session& session, const Sight& sight) const;

    /// Where the pointer is, while it is in the window.
    const std::optional<base::Vec2>& at() const { return m_at; }

  private:
    std::optional<Command> drawTo(base::Vec2 at, const Sight& sight);

    std::optional<base::Vec2> m_at;
    base::Vec2 m_last;  // where the stroke was last told to go
    bool m_held = false;
    bool m_onGround = false;  // a stroke is under way; it ends where the ground does
};

}  // namespace ui
