#include "ui/talk.h"

#include <algorithm>

namespace ui {

namespace {

// Where the plan begins: an opening stands while people come in, so it has no time of its own.
double planStart(const film::Film& film) {
    return film.cues.size() > 1 ? film::cueStart(film, 1) : 0;
}

// Seconds of talk for a second of film.
double stretch(const Talk& talk, const film::Film& film) {
    const double planned = film::duration(film) - planStart(film);
    return talk.length > 0 && planned > 0 ? talk.length / planned : 1;
}

}  // namespace

void begin(Talk& talk, const film::Film& film, std::size_t cue) {
    if (talk.started || cue >= film.cues.size()) return;
    talk.started = true;
    talk.elapsed = 0;
    talk.origin = std::max(film::cueStart(film, cue), planStart(film));
}

void reset(Talk& talk) {
    talk = Talk{.length = talk.length};
}

void pass(Talk& talk, double seconds) {
    if (talk.started && !talk.stopped) talk.elapsed += seconds;
}

Pace paceOf(const Talk& talk, const film::Film& film, std::size_t cue) {
    const double scale = stretch(talk, film);
    const double origin = talk.started ? talk.origin : planStart(film);
    Pace pace;
    pace.remaining = (film::duration(film) - origin) * scale - talk.elapsed;
    if (!talk.started || cue >= film.cues.size()) return pace;
    const double from = (film::cueStart(film, cue) - origin) * scale;
    const double to = (film::cueStart(film, cue + 1) - origin) * scale;
    if (talk.elapsed < from) pace.ahead = from - talk.elapsed;
    // The opening has no time that could be over.
    if (talk.elapsed > to && to > 0) pace.ahead = to - talk.elapsed;
    return pace;
}

}  // namespace ui
