// From the pointer's movements to commands: a click chooses, drag pans, wheel zooms, double click flies,
// right-drag turns and tilts. Positions are in pixels of the picture. No SDL, no clock.
#pragma once

#include <optional>

#include "ui/commands.h"

namespace ui {

enum class Button : std::uint8_t { Left, Right };

class Pointer {
  public:
    /// `clicks`: 2 for the second press of a double click.
    std::optional<Command> press(Button button, int clicks, base::Vec2 at, const Sight& sight);
    std::optional<Command> move(base::Vec2 to, const Sight& sight);
    /// Where a click was: a press and release of the left button without a drag, the first of its kind.
    std::optional<base::Vec2> release(Button button);
    /// Lets go of everything without a click: the hand does something else.
    void cancel() { m_held.reset(); }
    /// `notches` of the wheel, up positive; fractions come from touchpads.
    std::optional<Command> wheel(double notches, base::Vec2 at, const Sight& sight) const;

  private:
    std::optional<Button> m_held;
    base::Vec2 m_last;                    // pixels
    base::Vec2 m_pressed;                 // pixels
    bool m_isClick = false;               // it has not moved far since the press
    std::optional<base::Vec2> m_grabbed;  // the plane point under the pointer when it was pressed
};

}  // namespace ui
