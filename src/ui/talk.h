// How long a talk has been going on, and whether it keeps to its plan: the film's own times, or a length that
// they are stretched to. Time is an argument.
//
//   planned    0 (first "next")     cue 2        cue 3      length
//              |------- cue 1 ------|------------|-----------|
//   elapsed    |=========|  within its own time: neither ahead nor behind
#pragma once

#include "film/film.h"
#include "film/timeline.h"

namespace ui {

struct Talk {
    bool started = false;
    bool stopped = false;  ///< its clock has been stopped by hand
    double elapsed = 0;    ///< seconds since it began, less those while it was stopped
    double origin = 0;     ///< film seconds of the cue it began with
    /// Seconds planned from the first step after the opening to the end; 0: as long as the film takes.
    double length = 0;
    bool operator==(const Talk&) const = default;
};

/// The talk begins with this cue, unless it has begun.
void begin(Talk& talk, const film::Film& film, std::size_t cue);

/// Back to before its beginning; the planned length stays.
void reset(Talk& talk);

/// `seconds` of real time pass, whatever the story does meanwhile.
void pass(Talk& talk, double seconds);

/// Where the talk stands against its plan, seconds.
struct Pace {
    double ahead = 0;  ///< above 0: this cue was due only then; below: its time is over; 0: within its time
    double remaining = 0;  ///< of the planned length; below 0 when it is over
};
Pace paceOf(const Talk& talk, const film::Film& film, std::size_t cue);

}  // namespace ui
