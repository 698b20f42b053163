// From key presses to commands: ignores repeats and bouncing contacts, collects the digits of a cue's number,
// leaves their keys to fields of text. The time of a press is an argument.
#pragma once

#include <optional>
#include <vector>

#include "ui/commands.h"

namespace ui {

/// Presses of the clicker's keys closer than this count once: a stuck clicker never skips a cue.
inline constexpr double kBounceSeconds = 0.15;

struct KeyPress {
    Key key;
    double at = 0;        ///< seconds on any steady clock
    bool repeat = false;  ///< the key has been held
};

class KeyInput {
  public:
    /// The command that a press means in this state of the session, if any.
    std::optional<Command> command(const KeyPress& press, const Session& session);

  private:
    bool bounces(CommandId id, double at);

    struct LastPress {
        CommandId id;
        double at;
    };
    std::vector<LastPress> m_lastPresses;
};

}  // namespace ui
