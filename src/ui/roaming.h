// How the names of a detour come to rest: while the camera moves they fade by place and scale; once it stands
// they settle into those of its very view. Plain data; time is an argument.
#pragma once

#include <optional>

#include "picture/scene.h"

namespace ui {

/// Seconds without movement after which names begin to settle, that they take to do so, and that they take to
/// let go when the camera moves on.
inline constexpr double kHaltSeconds = 0.15;
inline constexpr double kSettleSeconds = 0.4;
inline constexpr double kUnsettleSeconds = 0.25;

struct Roaming {
    std::optional<geo::Camera> camera;  ///< of the detour, as time last passed; nothing while it flies
    double still = 0;                   ///< seconds since it moved
    std::optional<picture::Rest> rest;  ///< where names have settled
};

/// `seconds` pass with the detour's camera at `camera`, or on its way (nothing). In any steps: what counts is
/// how long.
void settle(Roaming& roaming, const std::optional<geo::Camera>& camera, double seconds);

/// Whether time alone changes what is seen.
bool isSettling(const Roaming& roaming);

}  // namespace ui
