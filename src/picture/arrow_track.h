// The ways that arrows take over the ground: great circles lifted to the right of their travel, fanned out
// where several meet, faded where an end is not given. On the plane, in metres; the camera plays no part.
#pragma once

#include <string>
#include <vector>

#include "film/film.h"
#include "geo/projection.h"

namespace picture {

struct Track {
    std::string event;               ///< id
    std::vector<base::Vec2> points;  ///< plane metres, from start to end; at least 2
    std::vector<double> heights;     ///< of the points above the plane, metres; seen when the camera tilts
    bool startKnown = true;          ///< false: it fades in
    bool endKnown = true;            ///< false: it fades out
    std::string from, to;            ///< place ids as in the event
};

/// The tracks of those of `events` that move something and can be projected, in the same order. Ends that lie
/// within 60 km of each other count as one meeting point; there, tracks leave and arrive at least kMinimumFan
/// apart.
std::vector<Track> layTracks(const film::Film& film, const std::vector<const film::Event*>& events,
                             const geo::Projection& projection);

inline constexpr double kMinimumFan = 24;  ///< degrees

}  // namespace picture
