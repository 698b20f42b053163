// How a video is cut into segments: runs of frames that are encoded each for itself, so that an export can be
// resumed and shared out, and still gives the same bytes as one run.
//
//   film      |1 ........ 300|301 ........ 600|601 ........ 900|901 ..
//   --frames        |250 .. 300|301 ........ 600|601 .. 700|            segments 1, 2 and 3, the outer ones
//   cut
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "film/timeline.h"
#include "video/frame_range.h"

namespace video {

struct Segment {
    std::int64_t number = 1;  ///< from 1, counted from the film's first frame
    FrameRange frames;
    bool operator==(const Segment&) const = default;
};

/// Frames of a whole segment: ten seconds, at least 1.
std::int64_t segmentLength(film::FrameRate rate);

/// The segments of a range, cut at the same frames of the film for every range.
std::vector<Segment> segmentsOf(FrameRange range, film::FrameRate rate);

/// The frames of shard `shard` of `shards` (1 <= shard <= shards): whole segments side by side, as evenly as
/// they go. Empty when there are fewer segments than shards.
FrameRange segmentRangeOfShard(FrameRange range, film::FrameRate rate, int shard, int shards);

/// Where the segments of the video at `path` lie: "film.mp4.parts".
std::string segmentFolder(const std::string& path);

/// "film.mp4.parts/segment-000001.packets"
std::string segmentPath(const std::string& path, const Segment& segment);

/// "301-600, 901-950": the frames of segments, neighbours joined.
std::string framesText(const std::vector<Segment>& segments);

}  // namespace video
