// What an export shows in place of the film's own timeline: a performance of it, whoever knows how to make
// its pictures.
#pragma once

#include <cstdint>
#include <functional>

#include "picture/picture.h"

namespace video {

/// A picture of a performance.
struct Performed {
    picture::Picture picture;
    std::int64_t cuts = 0;  ///< how often something has changed at once until then
};

struct Performance {
    double seconds = 0;  ///< how long it lasts
    /// The picture at a time from its beginning, seconds; of the size of the export. Any order of calls gives
    /// equal pictures.
    std::function<Performed(double seconds)> at;
    double soundAt = 0;  ///< seconds at which the sound's file begins; below 0: before the first frame
};

}  // namespace video
