// From SDL's keyboard events to the program's keys. Letters and named keys come from key presses, everything
// else from the text that they type, so that "?" and "." work on every keyboard layout.
#pragma once

#include <SDL_events.h>

#include <optional>

#include "ui/keys.h"

namespace ui {

class SdlKeys {
  public:
    struct Pressed {
        Key key;
        bool repeat = false;
    };

    /// The key that the event presses, if any. To be asked for every event, in order: typed text is only
    /// looked at when the press before it has not told its key.
    std::optional<Pressed> pressed(const SDL_Event& event);

  private:
    std::optional<Pressed> pressed(const SDL_KeyboardEvent& event);
    std::optional<Pressed> typed(const SDL_TextInputEvent& event) const;

    bool m_told = false;  // the last press has told its key
    bool m_repeat = false;
};

}  // namespace ui
