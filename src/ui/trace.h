// What happens in a presentation as JSON lines, one per change, for scripts and tests: present --trace FILE.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "base/result.h"
#include "ui/session.h"

namespace ui {

class Trace {
  public:
    /// A trace that writes nothing when `path` is empty. A problem of kind Failure when the file cannot be
    /// written.
    static base::Result<Trace> open(const std::string& path);

    /// Writes a line for everything that has changed since the last call; `camera` is the one that the
    /// picture was drawn with when it is not the film's own. `seconds`: since the start; `frames`: drawn so
    /// far.
    void note(double seconds, const Session& session, const std::optional<geo::Camera>& camera,
              int frames = 0);

  private:
    struct State {
        film::Moment moment;
        int jumps = 0;
        Mode mode = Mode::Play;
        std::optional<geo::Camera> camera;
        std::vector<std::string> facts;  ///< what each row of the table of facts says, as JSON
        int frames = 0;
    };
    void write(std::string_view what, double seconds, const film::Film& film);
    static State stateOf(const Session& session, const std::optional<geo::Camera>& camera, int frames);

    std::ofstream m_file;
    bool m_open = false;
    bool m_started = false;
    State m_state;
};

}  // namespace ui
