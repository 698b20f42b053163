// Courses of a movement over its time: both run from 0 to 1 while t does, and are clamped outside.
#pragma once

#include <cmath>
#include <numbers>

#include "base/units.h"

namespace base {

/// Speeds up over the first `ramp` of the time, keeps its speed, slows down over the last `ramp` (above 0, at
/// most 0.5). Speed and acceleration are continuous; the highest speed is 1 / (1 - ramp). A trapezoid of
/// speed whose flanks are half periods of a cosine.
inline double easeInOut(double t, double ramp) {
    t = clamp01(t);
    const double highest = 1 / (1 - ramp);
    const auto begun = [&](double u) {
        return highest * (u / 2 - ramp / (2 * std::numbers::pi) * std::sin(std::numbers::pi * u / ramp));
    };
    if (t < ramp) return begun(t);
    if (t > 1 - ramp) return 1 - begun(1 - t);
    return highest * (t - ramp / 2);
}

}  // namespace base
