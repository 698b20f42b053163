#include "ui/session.h"

#include <algorithm>

namespace ui {

namespace {

// Moves the camera's flight on; true when the story must wait for it.
bool fly(Session& session, double seconds) {
    if (!session.flight) return false;
    const bool waits = session.flight->timeStands;
    session.flight->elapsed += seconds;
    if (session.flight->elapsed >= kFlightSeconds) session.flight.reset();
    return waits;
}

void forgetOldNumber(Session& session, double seconds) {
    if (session.typedNumber.empty()) return;
    session.typedAge += seconds;
    if (session.typedAge >= kTypedSeconds) session.typedNumber.clear();
}

}  // namespace

Session makeSession(const film::Film& film, std::vector<std::string> themes) {
    Session session;
    session.film = &film;
    session.themes = std::move(themes);
    session.language = film.languages.empty() ? "en" : film.languages.front();
    const bool known =
        std::find(session.themes.begin(), session.themes.end(), film.theme) != session.themes.end();
    if (known)
        session.theme = film.theme;
    else if (!session.themes.empty())
        session.theme = session.themes.front();
    return session;
}

void advance(Session& session, double seconds) {
    forgetOldNumber(session, seconds);
    if (session.blank != Blank::None) return;
    if (fly(session, seconds) || session.paused) return;
    session.playhead.seconds += seconds;
}

Mode modeOf(const Session& session) {
    if (session.blank == Blank::Black) return Mode::Black;
    if (session.blank == Blank::White) return Mode::White;
    if (session.detour || (session.flight && session.flight->timeStands)) return Mode::Detour;
    if (session.paused || session.playhead.cue >= session.film->cues.size()) return Mode::Hold;
    const film::Cue& cue = session.film->cues[session.playhead.cue];
    return session.playhead.seconds < cue.flySeconds + cue.playSeconds ? Mode::Play : Mode::Hold;
}

std::string_view toString(Mode mode) {
    switch (mode) {
        case Mode::Play:
            return "play";
        case Mode::Hold:
            return "hold";
        case Mode::Detour:
            return "detour";
        case Mode::Black:
            return "black";
        case Mode::White:
            return "white";
    }
    return "";
}

bool isIdle(const Session& session) {
    return session.blank != Blank::None || (session.paused && !session.flight);
}

std::optional<geo::Camera> cameraFor(const Session& session, const geo::Camera& filmCamera,
                                     const geo::Projection& projection, base::Size size) {
    if (!session.flight) return session.detour;
    const double t = base::smoothstep(session.flight->elapsed / kFlightSeconds);
    return between(projection, session.flight->from, session.detour.value_or(filmCamera), t, size);
}

}  // namespace ui
