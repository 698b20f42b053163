// How the story's time runs: its speed, and whether it goes on by itself, as in a kiosk.
#pragma once

namespace ui {

/// Seconds for which a change of pace is shown.
inline constexpr double kPaceSeconds = 1.5;

/// Seconds without a command after which a story that plays by itself leaves what a visitor has opened.
inline constexpr double kKioskPatience = 60;

enum class PaceNews { None, Speed, AutoPlay };

struct StoryPace {
    double speed = 1;       ///< story seconds to a real one
    bool autoPlay = false;  ///< each cue lasts its own time, the first follows the last
    PaceNews news = PaceNews::None;
    double newsAge = 0;    ///< seconds
    double untouched = 0;  ///< seconds since the last command
};

/// The speed before or after this one in 0.25 0.5 1 1.5 2 4; the first and the last stay.
double slowerThan(double speed);
double fasterThan(double speed);

}  // namespace ui
