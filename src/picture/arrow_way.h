// A track as an arrow takes it on screen: in pixels, with room left for the dots at its ends.
#pragma once

#include <optional>
#include <vector>

#include "picture/track_follower.h"

namespace picture {

/// How wide an arrow's head is (arrow.frag), in widths of its body.
inline constexpr double kHeadWidth = 2.84;

struct WayPiece {
    std::vector<WayPoint> points;  ///< at least 2
    std::vector<double> runs;      ///< pixels from the first point to each
    double before = 0;             ///< pixels of the way before the first of them
    double length = 0;             ///< pixels
};

struct ArrowWay {
    std::vector<WayPiece> pieces;
    double length = 0;  ///< pixels, of the whole way, with what is not seen
    double aside = 0;   ///< pixels that it runs to the right of its track

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
    double aside = 0;         ///< to the right of its travel, of a short way: lanes need room for heads
    double beyond = kBeyond;  ///< the frame, that it is followed
};

/// The way of `track` seen from `view`. Ends that are near each other get smaller gaps, and what would still
/// be shorter than `shortest` is drawn that long about its middle: an arrow always has room for its head. A
/// short way runs `aside` of its ends; a long one hardly, since its arch parts it from others.
ArrowWay wayOf(const Track& track, const geo::MapView& view, const WayEnds& ends);

}  // namespace picture
