// The one clock of the house: everything else gets time as an argument.
#pragma once

namespace ui {

class Clock {
  public:
    Clock();
    /// Seconds since the clock was made; never runs backwards.
    double seconds() const;

  private:
    double m_start;
};

/// What the clock on the wall says here.
struct TimeOfDay {
    int hour = 0;    ///< 0..23
    int minute = 0;  ///< 0..59
    bool operator==(const TimeOfDay&) const = default;
};
TimeOfDay timeOfDay();

}  // namespace ui
