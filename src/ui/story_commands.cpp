#include "ui/command_acts.h"

#include <algorithm>
#include <string>

#include "ui/words.h"

namespace ui::act {

namespace {

constexpr std::size_t kMostDigits = 4;  // of a cue's number

std::size_t lastCue(const Session& session) {
    return session.film->cues.empty() ? 0 : session.film->cues.size() - 1;
}

}  // namespace

void jumpTo(Session& session, film::Moment to, const Sight& sight) {
    if (session.film->cues.empty()) return;
    if (session.detour)
        session.flight = CameraFlight{geo::cameraOf(sight.projection, sight.view), 0, false};
    else if (session.flight)
        session.flight->timeStands = false;
    session.detour.reset();
    session.home.reset();
    session.browse.close();
    session.browse.found.clear();
    session.playhead = to;
    ++session.jumps;
}

void play(Session& session, std::size_t cue, const Sight& sight) {
    session.paused = false;
    jumpTo(session, {cue, 0}, sight);
}

film::Moment storyMoment(const Session& session) {
    return session.home.value_or(session.playhead);
}

void next(Session& session, const Command&, const Sight& sight) {
    const std::size_t cue = storyMoment(session).cue;
    session.browse.close();
    const bool isLast = cue >= lastCue(session);
    if (isLast && !session.pace.autoPlay) return;
    const std::size_t following = isLast ? 0 : cue + 1;
    play(session, following, sight);
    begin(session.notes.talk, *session.film, following);
}

void previous(Session& session, const Command&, const Sight& sight) {
    const std::size_t cue = storyMoment(session).cue;
    play(session, cue > 0 ? cue - 1 : 0, sight);
}

void skip(Session& session, const Command&, const Sight& sight) {
    const film::Moment now = storyMoment(session);
    if (session.film->cues.empty()) return;
    const film::Cue& cue = session.film->cues[now.cue];
    const bool shown = now.seconds >= cue.flySeconds + cue.playSeconds;
    jumpTo(session, film::endOfCue(*session.film, shown ? std::min(now.cue + 1, lastCue(session)) : now.cue),
           sight);
    if (session.playhead.cue != now.cue) begin(session.notes.talk, *session.film, session.playhead.cue);
}

void first(Session& session, const Command&, const Sight& sight) {
    play(session, 0, sight);
}

void last(Session& session, const Command&, const Sight& sight) {
    play(session, lastCue(session), sight);
}

void jumpToCue(Session& session, const Command& command, const Sight& sight) {
    session.typedNumber.clear();
    const std::size_t steps = session.film->cues.size();
    if (command.number < 1 || command.number > static_cast<double>(steps)) {
        const std::string words = wordWith(Word::NoSuchStep, std::to_string(steps), session.language);
        return tell(session, {words, {}, Tone::Warning, false, "step"});
    }
    play(session, static_cast<std::size_t>(command.number) - 1, sight);
}

void jumpToEvent(Session& session, const Command& command, const Sight& sight) {
    if (const auto cue = cueOfEvent(*session.film, command.text)) play(session, *cue, sight);
    inspect(session, command, sight);
}

void scrub(Session& session, const Command& command, const Sight& sight) {
    jumpTo(session, film::momentAt(*session.film, command.number), sight);
}

void pause(Session& session, const Command&, const Sight&) {
    session.paused = !session.paused;
}

void typeDigit(Session& session, const Command& command, const Sight&) {
    if (session.typedNumber.size() >= kMostDigits) session.typedNumber.clear();
    session.typedNumber += static_cast<char>('0' + static_cast<int>(command.number));
    session.typedAge = 0;
}

}  // namespace ui::act
