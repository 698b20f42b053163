// Film time: how the seconds of a film fall on its cues. Pure arithmetic; frame n is computed, never
// accumulated.
//
//   film time  0        s0 = 0      s1            s2           duration
//              |-- cue 0 -----------|-- cue 1 ----|-- cue 2 ---|
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/edtf.h"
#include "film/film.h"

namespace film {

/// A cue and the seconds since it began. On stage the seconds may grow past the cue's length.
struct Moment {
    std::size_t cue = 0;
    double seconds = 0;
    bool operator==(const Moment&) const = default;
};

/// Frames per second as an exact fraction.
struct FrameRate {
    std::int64_t numerator = 30;
    std::int64_t denominator = 1;
    bool operator==(const FrameRate&) const = default;
};

/// Reads "24", "29.97" is refused, "30000/1001"; both parts 1..1'000'000 and the rate 1..1000 frames/s.
std::optional<FrameRate> parseFrameRate(std::string_view text);

/// Film time of frame n, counted from 1: (n - 1) / fps seconds.
double timeOfFrame(std::int64_t frame, FrameRate rate);

/// Number of frames of `seconds`: every n with timeOfFrame(n) < seconds; at least 1.
std::int64_t frameCount(double seconds, FrameRate rate);

double duration(const Film& film);                      ///< seconds
double cueStart(const Film& film, std::size_t cue);     ///< seconds; cue may equal the number of cues
Moment momentAt(const Film& film, double filmSeconds);  ///< clamped to the film; a cue owns its first instant
double filmTime(const Film& film,
                const Moment& moment);  ///< the inverse; time past a cue's length stays at its end
std::optional<std::size_t> findCue(const Film& film, std::string_view id);

/// The end of the cue with everything shown: its whole length, seconds = fly + play + hold.
Moment endOfCue(const Film& film, std::size_t cue);

/// The first cue that shows the event begun last by `day`, or nothing.
std::optional<std::size_t> cueAtDate(const Film& film, base::Day day);

struct DayRange {
    base::Day first;
    base::Day last;
};

/// The film's date when a cue begins to play and when it has played. They differ for a cue that gives a span
/// as its date; otherwise both are the last day of its date, or of the latest event it shows, or those of the
/// nearest earlier cue; nothing before any.
std::optional<DayRange> daysOfCue(const Film& film, std::size_t cue);

/// From the first day of the earliest event or cue's own date to the last day of the latest; nothing when
/// there is neither.
std::optional<DayRange> dayRange(const Film& film);

}  // namespace film
