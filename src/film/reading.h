// How long people need for the words of a caption, and how long a cue gives them: the one place for both.
//
//   |---- fly ----|---- play ----|---- hold ----|
//             |<--------- readable ------------>|     before, the caption is still fading in
#pragma once

#include <string_view>

#include "film/film.h"

namespace film {

/// Words a minute that a presenter says, and that can be followed beside a picture: the BBC Subtitle
/// Guidelines
/// ("Timing", bbc.co.uk/accessibility/forproducts/guides/subtitles) recommend 160 to 180; the lower end,
/// since the map moves too.
inline constexpr double kAloudWordsPerMinute = 160;

/// Words a minute of silent reading: the mean for non-fiction in English over 190 studies (M. Brysbaert, "How
/// many words do we read per minute? A review and meta-analysis of reading rate", Journal of Memory and
/// Language 109, 2019). Every language is taken for English.
inline constexpr double kSilentWordsPerMinute = 238;

/// The part of the flight during which the caption is there to be read: its end.
inline constexpr double kReadableShareOfFlight = 0.2;

/// Words as people say them: parted by spaces and line breaks. Marks that stand alone ("»", "–", the ":"
/// after a French no-break space) and the numbers of sources ("[12]") are none, and a number grouped by
/// no-break spaces ("1 500") is one.
int wordCount(std::string_view text);

/// Seconds that `words` take at `wordsPerMinute`.
double secondsFor(int words, double wordsPerMinute);

/// Seconds of the cue in which its caption can be read.
double readableSeconds(const Cue& cue);

}  // namespace film
