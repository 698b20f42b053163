// A take carried out again, line by line: the session at any time of it. Plain data, no window; any order of
// calls gives the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "ui/take.h"

namespace ui {

/// What is seen of a session over a frame of some size.
using SightOf = std::function<Sight(const Session&, base::Size)>;

/// The session at the take's beginning.
Session sessionAtStart(const Take& take, const film::Film& film, std::vector<std::string> themes);

/// Carries out a line of kind Command as it was: the command, then what it led to. `size` is that of the
/// frame, `sightOf` is asked only when the command depends on what is seen and the line does not tell.
void carryOut(Session& session, const TakeLine& line, base::Size size, const geo::Projection& projection,
              const SightOf& sightOf);

/// How the performance stands at a time of it.
struct Performed {
    Session session;
    base::Size size;        ///< of the stage's picture, pixels
    double at = 0;          ///< stage seconds
    std::size_t next = 0;   ///< the first line that is not carried out yet
    std::int64_t cuts = 0;  ///< how often something has changed at once
};

class TakeReplay {
  public:
    /// Everything given must outlive it. The take fits the film: mismatches() are none.
    TakeReplay(const Take& take, const film::Film& film, const geo::Projection& projection,
               std::vector<std::string> themes, SightOf sightOf);

    /// At `seconds` of the stage's time, lines of that time carried out.
    Performed at(double seconds);

    /// How many states are kept to go back to: bounded, however long the take is.
    std::size_t keptStates() const { return m_kept.size(); }

  private:
    void keep();
    void goTo(double seconds);
    void carryOutNext();

    const Take& m_take;
    const geo::Projection& m_projection;
    SightOf m_sightOf;
    Performed m_now;                // after a line, before any time has passed since
    std::vector<Performed> m_kept;  // every m_between lines
    std::size_t m_between;          // doubled when they become too many
    std::size_t m_keptPoints = 0;   // of strokes in them
};

}  // namespace ui
