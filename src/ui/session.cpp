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

void forgetOldNotice(Session& session, double seconds) {
    if (session.notice.empty()) return;
    session.noticeAge += seconds;
    if (session.noticeAge >= kNoticeSeconds) session.notice.clear();
}

/// The moment in the cue of the same id; in the nearest by number when it is gone.
film::Moment sameMoment(film::Moment moment, const film::Film& before, const film::Film& now) {
    const std::string id = moment.cue < before.cues.size() ? before.cues[moment.cue].id : "";
    const auto cue =
        std::find_if(now.cues.begin(), now.cues.end(), [&](const auto& c) { return c.id == id; });
    moment.cue = cue != now.cues.end() ? static_cast<std::size_t>(cue - now.cues.begin())
                                       : std::min(moment.cue, now.cues.size() - 1);
    return moment;
}

bool holds(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
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
    session.exporting.settings.out = suggestedOutput(film);
    return session;
}

void adopt(Session& session, const film::Film& film, std::vector<std::string> themes) {
    session.playhead = sameMoment(session.playhead, *session.film, film);
    if (session.home) session.home = sameMoment(*session.home, *session.film, film);
    if (!holds(film.languages, session.language)) session.language = film.languages.front();
    const bool showsFirst = !session.themes.empty() && session.theme == session.themes.front();
    if (showsFirst || !holds(themes, session.theme)) session.theme = themes.front();
    session.themes = std::move(themes);
    session.film = &film;
    session.notice.clear();
    ++session.reloads;
}

void warn(Session& session, std::string notice) {
    session.notice = std::move(notice);
    session.noticeAge = 0;
}

void advance(Session& session, double seconds) {
    forgetOldNumber(session, seconds);
    forgetOldNotice(session, seconds);
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
