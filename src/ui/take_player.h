// A take played back in the window: its lines are carried out on the stage's own session when their time
// comes.
#pragma once

#include <optional>

#include "ui/take_replay.h"

namespace ui {

class TakePlayer {
  public:
    /// Plays nothing.
    TakePlayer() = default;
    /// The take fits the film of the sessions that are given (mismatches() are none).
    explicit TakePlayer(Take take);

    bool isPlaying() const { return m_take.has_value(); }
    /// The presenter has it from now on.
    void stop() { m_take.reset(); }

    /// `seconds` pass, and with them what the take has in them. True when something was carried out.
    bool pass(Session& session, double seconds, const Sight& sight, const SightOf& sightOf);

    /// Seconds until the next line; nothing when there is none.
    std::optional<double> untilNext() const;

  private:
    void carryOutNext(Session& session, const Sight& sight, const SightOf& sightOf);

    std::optional<Take> m_take;
    double m_at = 0;  // stage seconds of the take
    double m_end = 0;
    std::size_t m_next = 0;  // line
};

}  // namespace ui
