// A track seen from a view: as many points as the frame needs and no more, at any zoom and pitch.
#pragma once

#include <vector>

#include "geo/map_view.h"
#include "picture/arrow_track.h"

namespace picture {

/// A point of a track in pixels.
struct WayPoint {
    base::Vec2 at;
    base::Vec2 ground;  ///< on the plane below it
    double rise = 0;    ///< 0 at the track's ends, 1 at its middle
};

/// What can be seen of a track, in pieces, and the pixels of what cannot.
struct FollowedTrack {
    struct Piece {
        std::vector<WayPoint> points;  ///< at most kFinest apart
        double hidden = 0;             ///< before it, since the last piece
    };
    std::vector<Piece> pieces;
    double after = 0;  ///< hidden after the last piece
};

inline constexpr double kFinest = 6;    ///< pixels from one point to the next, at most
inline constexpr double kBeyond = 240;  ///< pixels beyond the frame that a track is followed

/// The parts of `track` in the frame of `view` or at most `beyond` pixels from it, and in front of its
/// viewer.
FollowedTrack followTrack(const Track& track, const geo::MapView& view, double beyond = kBeyond);

}  // namespace picture
