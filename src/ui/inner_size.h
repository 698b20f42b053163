// At what share of its size a moving map is drawn, so that it keeps moving smoothly where the processor
// draws. Plain arithmetic: how long pictures took is an argument.
#pragma once

#include <cstddef>
#include <deque>

namespace ui {

/// A picture may take so long while the camera moves, s.
inline constexpr double kSmoothSeconds = 1.0 / 30;

class InnerSize {
  public:
    /// 1, 3/4 or 1/2 of the size.
    double factor() const;

    /// A picture of a moving camera, drawn at factor(), took `seconds`. Most of the last few must be too slow
    /// for a step down, and many well within the time for a step up: one slow picture changes nothing, and
    /// the size does not swing.
    void took(double seconds);

  private:
    double median(std::size_t last) const;
    void step(int by);

    int m_step = 0;
    std::deque<double> m_times;  // since the last step, the newest last, s
};

}  // namespace ui
