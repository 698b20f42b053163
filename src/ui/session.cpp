#include "ui/session.h"

#include <algorithm>

#include "ui/chapters.h"

namespace ui {

namespace {

// Moves the camera's flight on; for how many of the seconds the story must wait for it. Time may pass in any
// steps: what is left after the landing is the story's.
double fly(Session& session, double seconds) {
    if (!session.flight) return 0;
    const double left = kFlightSeconds - session.flight->elapsed;
    const double waited = session.flight->timeStands ? std::min(seconds, left) : 0;
    session.flight->elapsed += seconds;
    if (seconds >= left) session.flight.reset();
    return waited;
}

void forgetOldNumber(Session& session, double seconds) {
    if (session.typedNumber.empty()) return;
    session.typedAge += seconds;
    if (session.typedAge >= kTypedSeconds) session.typedNumber.clear();
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

void endDetour(Session& session) {
    if (!session.detour) return;
    session.flight = CameraFlight{*session.detour, 0, true};
    session.detour.reset();
    session.browse.found.clear();
    session.playhead = session.home.value_or(session.playhead);
    session.home.reset();
}

// A story that plays by itself goes on when a cue has lasted its time; not while somebody looks around,
// unless they have left. The next cue begins with what is left of the story's last `step` seconds.
void playOn(Session& session, double step) {
    if (!session.pace.autoPlay || session.film->cues.empty()) return;
    const bool isLookedAt = session.detour || session.browse.card || session.browse.open != Browser::None;
    if (isLookedAt) {
        if (session.pace.untouched < kKioskPatience) return;
        session.browse.close();
        return endDetour(session);
    }
    film::Moment& now = session.playhead;
    const double length = session.film->cues[now.cue].seconds();
    if (now.seconds < length) return;
    now = {(now.cue + 1) % session.film->cues.size(), std::min(now.seconds - length, step)};
    now.seconds = std::min(now.seconds, session.film->cues[now.cue].seconds());
    ++session.jumps;
}

void passPace(StoryPace& pace, double seconds) {
    pace.untouched += seconds;
    if (pace.news == PaceNews::None) return;
    pace.newsAge += seconds;
    if (pace.newsAge >= kPaceSeconds) pace.news = PaceNews::None;
}

bool isThere(const film::Film& film, const Subject& subject) {
    if (subject.kind == SubjectKind::Country) return true;
    if (subject.kind == SubjectKind::Event) return film::findEvent(film, subject.id) != nullptr;
    const auto named = [&](const film::Place& place) { return place.id == subject.id; };
    return film::findPlace(film, subject.id) != nullptr ||
           std::any_of(film.gazetteer.begin(), film.gazetteer.end(), named);
}

// Closes what shows something that the film no longer has.
void closeWhatIsGone(Browse& browse, const film::Film& film) {
    if (browse.card && !isThere(film, browse.card->subject)) browse.card.reset();
    const bool isCueGone = browse.open == Browser::Overview && browse.marked >= film.cues.size();
    const bool isChapterGone = browse.open == Browser::Chapters && browse.marked >= chaptersOf(film).size();
    if (isCueGone || isChapterGone) browse.open = Browser::None;
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
    closeWhatIsGone(session.browse, film);
    session.ink.cue = session.home.value_or(session.playhead).cue;
    noteSave(session);
}

void noteSave(Session& session) {
    resolve(session.toasts, kFilesTopic);
    ++session.reloads;
}

void tell(Session& session, Toast toast) {
    add(session.toasts, std::move(toast));
    ++session.told;
}

void warn(Session& session, const std::string& notice) {
    constexpr std::string_view kAdvice = "; ";
    const std::size_t at = notice.find(kAdvice);
    if (at == std::string::npos) return tell(session, {notice});
    tell(session, {notice.substr(0, at), notice.substr(at + kAdvice.size())});
}

void advance(Session& session, double seconds) {
    forgetOldNumber(session, seconds);
    passPace(session.pace, seconds);
    age(session.ink, seconds);
    followCue(session.ink, session.home.value_or(session.playhead).cue);
    if (session.blank != Blank::None) return;
    age(session.toasts, seconds);
    age(session.hints, seconds);
    if (session.browse.open == Browser::Overview) return playOn(session, 0);
    const double flown = session.flight ? std::min(seconds, kFlightSeconds - session.flight->elapsed) : 0;
    if (flown > 0) settle(session.roaming, std::nullopt, flown);
    const double waited = fly(session, seconds);
    if (session.detour && !session.flight)
        settle(session.roaming, session.detour, seconds - flown);
    else if (!session.flight)
        session.roaming = {};
    if (session.paused) return;
    const double step = (seconds - waited) * session.pace.speed;
    session.playhead.seconds += step;
    playOn(session, step);
}

Mode modeOf(const Session& session) {
    if (session.blank == Blank::Black) return Mode::Black;
    if (session.blank == Blank::White) return Mode::White;
    if (session.browse.open == Browser::Overview) return Mode::Overview;
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
        case Mode::Overview:
            return "overview";
    }
    return "";
}

std::string titleOf(const Session& session) {
    const std::string title(session.film->title.in(session.language));
    return title.empty() ? "Harmattan" : title + " – Harmattan";
}

bool isIdle(const Session& session) {
    const bool isCovered = session.blank != Blank::None || session.browse.open == Browser::Overview;
    return isCovered ||
           (session.paused && !session.flight && !isSettling(session.roaming) && !isMoving(session.ink));
}

double lookRest(const Session& session) {
    if (session.blank != Blank::None) return 1e9;
    return std::min(restOf(session.toasts), restOf(session.hints));
}

std::optional<geo::Camera> cameraFor(const Session& session, const geo::Camera& filmCamera,
                                     const geo::Projection& projection, base::Size size) {
    if (!session.flight) return session.detour;
    const double t = base::smoothstep(session.flight->elapsed / kFlightSeconds);
    return between(projection, session.flight->from, session.detour.value_or(filmCamera), t, size);
}

}  // namespace ui
