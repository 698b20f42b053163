// How a presentation ran: what present --stats prints at its end. Times are arguments.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ui {

class FrameTimes {
  public:
    /// An event (a key, the mouse) came in at `now`, seconds on a steady clock.
    void heard(double now);
    /// A frame, begun at `began`, has been handed to the screen at `now`; `moving`: its camera moved.
    void shown(double began, double now, bool moving);

    /// "812 frames, of them 120 flying (median 16.4 ms, worst 31.0 ms); ..." in one line.
    std::string text() const;

  private:
    int m_frames = 0;
    std::vector<float> m_flying, m_resting, m_answers;  // s
    std::optional<double> m_heard;                      // the first event that no frame has answered
};

}  // namespace ui
