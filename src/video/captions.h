// What the film's captions say, as subtitles: for players, search engines and people who do not see the
// picture.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "film/film.h"
#include "film/timeline.h"
#include "video/video_segments.h"

namespace video {

/// One subtitle: at most two lines, of 42 letters where words allow it.
struct Caption {
    double start = 0, end = 0;  ///< seconds from the video's first frame
    std::string text;           ///< UTF-8, lines parted by '\n', never empty, no empty lines
    std::string id;             ///< of its cue, with its number there: "instructors-2"
    bool operator==(const Caption&) const = default;
};

struct CaptionTrack {
    std::string language;  ///< BCP 47, as in the film
    std::vector<Caption> captions;
};

/// What the film's cues say in `language`: date and places, title, text, who says so. A cue's time is shared
/// out by length; what cannot be read in it (more than 20 letters a second) is left out, the text first. Of
/// the frames of `range` alone, times counted from its first frame.
std::vector<Caption> captionsOf(const film::Film& film, std::string_view language, film::FrameRate rate,
                                FrameRange range);

/// The captions as a SubRip file. "-->" in a text becomes an arrow.
std::string toSrt(const std::vector<Caption>& captions);

/// The captions as a WebVTT file (W3C WebVTT), with their ids.
std::string toVtt(const std::vector<Caption>& captions);

/// A caption's text as WebVTT writes it: & < > escaped.
std::string vttText(std::string_view text);

/// A caption's text as SubRip writes it.
std::string srtText(std::string_view text);

}  // namespace video
