// Values that a script sets frame by frame: which frames, and the numbers as a list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "video/tracks.h"

namespace video {

/// The values of one property: as many numbers for each frame, frames rising. Frames without a value may lie
/// between or around them.
struct Keys {
    std::vector<std::int64_t> frames;
    std::vector<double> values;

    void add(std::int64_t frame, std::initializer_list<double> value);
};

/// Where a place is on screen, pixels, in the frames in which it is ahead of the viewer.
Keys positionKeys(const Tracks& tracks, const PlaceTrack& place);

/// 100 in the frames that show the place, 0 in others: the first frame, and both sides of every change.
Keys opacityKeys(const Tracks& tracks, const PlaceTrack& place);

/// Where a head is on screen, pixels.
Keys positionKeys(const HeadTrack& head);

/// The alpha of a head in percent, 0 when it is outside the frame; 0 just before and after it is shown.
Keys opacityKeys(const Tracks& tracks, const HeadTrack& head);

/// Stretches of frames without a gap, counted from `first` as 0: "[[0, 4], [7, 7]]".
std::string runsOf(const Keys& keys, std::int64_t first);

/// "[1, 2.5, ...]", some to a line.
std::string listOf(const Keys& keys, int decimals);

}  // namespace video
