// Tracks for editors: where the camera, the places and the arrows' heads are in every frame, as plain data.
// Nothing is drawn.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "film/film.h"
#include "film/timeline.h"
#include "geo/world.h"
#include "picture/fonts.h"
#include "picture/scene.h"

namespace video {

struct TrackOptions {
    picture::Options picture;  ///< size, language and theme as of the export; panels change nothing
    film::FrameRate rate;
    /// First and last, from 1; none: the whole film.
    std::optional<std::pair<std::int64_t, std::int64_t>> frames;
};

/// The highest frame number that tracks may have; Blender's timeline ends at 1,048,574.
inline constexpr std::int64_t kLastTrackFrame = 1'000'000;

struct FrameView {
    std::size_t cue = 0;
    geo::MapView view;   ///< its bearing goes on without jumps of 360 degrees
    geo::Camera camera;  ///< the same over the ground
};

struct PlaceTrack {
    std::string id, name;
    base::LonLat at;
    std::optional<base::Vec2> plane;  ///< metres; nothing beyond the map's horizon
};

/// The tip of an arrow in one frame.
struct HeadSample {
    std::int64_t frame = 1;  ///< its number
    base::Vec2 at;           ///< pixels
    double progress = 0;     ///< share of its way that the arrow has grown, 0..1
    double alpha = 1;        ///< of the whole arrow
};

struct HeadTrack {
    std::string event, actor, name;   ///< ids of both; the actor's name
    std::vector<HeadSample> samples;  ///< of the frames that show it, rising
};

struct Tracks {
    std::string title, language, projection;
    base::Size size;
    film::FrameRate rate;
    std::int64_t first = 1;         ///< number of the first of `frames`
    base::Vec2 origin;              ///< of the world of pinhole_camera.h: plane metres
    std::vector<std::string> cues;  ///< ids
    std::vector<FrameView> frames;
    std::vector<PlaceTrack> places;  ///< all of the film's, by id
    std::vector<HeadTrack> heads;    ///< of all its arrows, in the order of the film
    bool interrupted = false;        ///< `stop` was set: frames are missing

    std::int64_t last() const { return first + static_cast<std::int64_t>(frames.size()) - 1; }
};

/// Works out the tracks of a film; frame n shows (n - 1) / rate seconds. The origin depends on nothing but
/// the film: the middle of its places on the plane, in whole 100 km. Setting `stop` ends it after the frame
/// at hand. Problems of kind Usage: no such frames, or more than kLastTrackFrame.
base::Result<Tracks> makeTracks(const film::Film& film, const geo::World& world, const picture::Fonts& fonts,
                                const TrackOptions& options, const std::atomic<bool>& stop);

/// The pixel of a place in a frame, which may lie outside it; nothing beyond the map's horizon or behind the
/// viewer.
std::optional<base::Vec2> pixelOf(const PlaceTrack& place, const FrameView& frame);

/// The plane point (metres) under the head in a frame: where the line of sight through its tip meets the
/// plane; nothing above the horizon.
std::optional<base::Vec2> planeUnder(const HeadSample& head, const FrameView& frame);

/// True when a pixel lies inside a frame of this size.
bool isInFrame(base::Vec2 pixel, base::Size size);

}  // namespace video
