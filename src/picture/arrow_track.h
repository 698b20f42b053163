// The ways that arrows take over the ground: great circles lifted to the right of their travel, fanned out
// where several meet, faded where an end is not given. On the plane, in metres; the camera plays no part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "film/film.h"
#include "geo/map_view.h"
#include "picture/arrow_lanes.h"

namespace picture {

struct Track {
    std::string event;               ///< id
    std::vector<base::Vec2> points;  ///< plane metres, from start to end; at least 2
    std::vector<double> heights;     ///< of the points above the plane, metres; seen when the camera tilts
    std::vector<double> shares;      ///< of the way over the ground at each point, 0..1, rising
    /// Where the map's edge cuts it: a piece begins at each of these points, and at the first.
    std::vector<std::size_t> breaks;
    bool startKnown = true;  ///< false: it fades in
    bool endKnown = true;    ///< false: it fades out
    std::string from, to;    ///< place ids as in the event
    double lane = 0;         ///< as of its lifts

    /// The place it starts from or ends at, on the plane; nothing where none is given or the map does not
    /// show it.
    std::optional<base::Vec2> startPlace() const;
    std::optional<base::Vec2> endPlace() const;

    /// Index past the last point of the piece that begins at point `first`.
    std::size_t pieceEnd(std::size_t first) const;
};

/// The share of its heights with which `view` shows an arch whose top is `peak` plane metres high: all from
/// well above, less the flatter it looks over the plane and the nearer the top comes to the viewer. A higher
/// arch would lean back over its own way and turn round in a kink.
double heightShare(const geo::MapView& view, double peak);

/// The height of the top of a track's arch, plane metres.
double peakOf(const std::vector<double>& heights);

/// The tracks of those of `events` that move something and can be seen on the map at least in part, in the
/// same order. A track is in pieces where the map is cut (at 180 degrees, say) and lacks what lies behind the
/// globe's horizon.
std::vector<Track> layTracks(const film::Film& film, const std::vector<const film::Event*>& events,
                             const geo::Projection& projection);

}  // namespace picture
