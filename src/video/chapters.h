// What a player shows beside the pictures: chapters from the film's cues, and what the film is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "film/film.h"
#include "film/timeline.h"
#include "video/video_segments.h"

namespace video {

/// A part of the video with a name: frames counted from 0 at the video's first; it ends before `end`.
struct ChapterMark {
    std::int64_t begin = 0, end = 0;
    std::string title;
    bool operator==(const ChapterMark&) const = default;
};

/// One chapter for each cue of which the range has frames, in order and without gaps; it begins at the first
/// frame that shows the cue. A cue without a title is named by the film's title (title card), "Sources"
/// (credits) or its id.
std::vector<ChapterMark> chaptersOf(const film::Film& film, std::string_view language, film::FrameRate rate,
                                    FrameRange range);

struct VideoMetadata {
    std::string title, comment;
    std::string language;  ///< of the title and of the chapters' names
};

/// The film's title; sources and attribution of the map as comment.
VideoMetadata metadataOf(const film::Film& film, std::string_view language);

}  // namespace video
