// Seconds that work takes, for progress and --stats only: never on the way to a picture.
#pragma once

#include <chrono>

namespace video {

class Stopwatch {
  public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    /// Seconds since the last lap, and begins a new one.
    double lap() {
        const double s = seconds();
        m_start = std::chrono::steady_clock::now();
        return s;
    }

  private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

}  // namespace video
