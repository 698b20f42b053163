// A track as an arrow takes it on screen: in pixels, with room left for the dots at its ends.
#pragma once

#include <optional>
#include <vector>

#include "picture/track_follower.h"

namespace picture {

struct WayPiece {
    std::vector<WayPoint> points;  ///< at least 2
    std::vector<double> runs;      ///< pixels from the first point to each
    double before = 0;             ///< pixels of the way before the first of them
    double length = 0;             ///< pixels
};

struct ArrowWay {
    std::vector<WayPiece> pieces;
    double length = 0;  ///< pixels, of the whole way, with what is not seen

    /// The point after this many pixels, and the direction of travel there (length 1); nothing where that
    /// part is not seen.
    struct Place {
        base::Vec2 at, forward;
    };
    std::optional<Place> at(double along) const;
};

/// Room to leave at both ends of a way, and how long the rest must be at least; pixels.
struct WayEnds {
    double startGap = 0, endGap = 0;
    double shortest = 0;
    double beyond = kBeyond;  ///< the frame, that it is followed
};

/// The way of `track` seen from `view`. Ends that are near each other get smaller gaps, and what would still
/// be shorter than `shortest` is drawn that long about its middle: an arrow always has room for its head.
ArrowWay wayOf(const Track& track, const geo::MapView& view, const WayEnds& ends);

}  // namespace picture
