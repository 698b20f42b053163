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

}  // namespace ui
