// How one cue turns into the next while the camera flies: who is on screen when. All in shares of the
// flight, 0 when the cue begins, 1 when the camera rests.
//
//   0     .10           .22                        .70            1
//   |--- what leaves fades --|                       |- what comes -|
//         |-------------------- the camera moves -------------------|
#pragma once

#include "base/easing.h"
#include "base/units.h"

namespace picture {

/// By this share everything that belongs to the last cue alone has gone.
inline constexpr double kGone = 0.22;
/// From this share on the next cue's panels appear.
inline constexpr double kComing = 0.70;

/// How far the camera has come: it waits until what leaves has begun to fade, and eases at both ends.
inline double cameraShare(double share) {
    constexpr double kStart = 0.1, kRamp = 0.3;
    return base::easeInOut(base::ramp(kStart, 1, share), kRamp);
}

/// Opacity of what leaves, and of what comes.
inline double leaving(double share) {
    return 1 - base::smoothstep(base::ramp(0, kGone, share));
}
inline double coming(double share) {
    return base::smoothstep(base::ramp(kComing, 0.97, share));
}

}  // namespace picture
