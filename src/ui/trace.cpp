#include "ui/trace.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace ui {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const std::optional<geo::Camera>& camera) {
    if (!camera) return nullptr;
    return {{"center", {camera->center.lon, camera->center.lat}},
            {"width_km", camera->widthKm},
            {"bearing", camera->bearing},
            {"pitch", camera->pitch}};
}

}  // namespace

base::Result<Trace> Trace::open(const std::string& path) {
    Trace trace;
    if (path.empty()) return trace;
    trace.m_file.open(path, std::ios::binary | std::ios::trunc);
    trace.m_open = trace.m_file.is_open();
    if (!trace.m_open) {
        return base::Problem{base::Severity::Error,
                             base::Trouble::Failure,
                             path,
                             0,
                             0,
                             "the trace cannot be written",
                             "choose a folder that exists and may be written to"};
    }
    return trace;
}

Trace::State Trace::stateOf(const Session& session, const std::optional<geo::Camera>& camera) {
    return {session.playhead, session.jumps,   modeOf(session),    camera,         session.language,
            session.theme,    session.reloads, session.notice,     session.paused, session.panels,
            session.list,     session.help,    session.fullScreen, session.quit};
}

void Trace::write(std::string_view what, double seconds, const film::Film& film) {
    const std::size_t cue = m_state.moment.cue;
    Json line = {{"ms", std::llround(seconds * 1000)},
                 {"what", what},
                 {"cue", cue < film.cues.size() ? film.cues[cue].id : ""},
                 {"seconds", m_state.moment.seconds},
                 {"mode", toString(m_state.mode)},
                 {"view", toJson(m_state.camera)},
                 {"language", m_state.language},
                 {"theme", m_state.theme},
                 {"notice", m_state.notice},
                 {"paused", m_state.paused},
                 {"panels", m_state.panels},
                 {"list", m_state.list},
                 {"help", m_state.help},
                 {"full_screen", m_state.fullScreen}};
    m_file << line.dump() << std::endl;
}

void Trace::note(double seconds, const Session& session, const std::optional<geo::Camera>& camera) {
    if (!m_open) return;
    const State old = std::exchange(m_state, stateOf(session, camera));
    const State& now = m_state;
    const auto tell = [&](std::string_view what, bool changed) {
        if (changed) write(what, seconds, *session.film);
    };
    if (!m_started) {
        m_started = true;
        tell("start", true);
        return;
    }
    tell("cue", now.moment.cue != old.moment.cue);
    tell("seek", now.moment.cue == old.moment.cue && now.jumps != old.jumps && now.moment != old.moment);
    tell("mode", now.mode != old.mode);
    tell("view", now.camera != old.camera);
    tell("language", now.language != old.language);
    tell("theme", now.theme != old.theme);
    tell("reload", now.reloads != old.reloads);
    tell("notice", !now.notice.empty() && now.notice != old.notice);
    tell("pause", now.paused != old.paused);
    tell("panels", now.panels != old.panels);
    tell("list", now.list != old.list);
    tell("help", now.help != old.help);
    tell("full_screen", now.fullScreen != old.fullScreen);
    tell("quit", now.quit && !old.quit);
}

}  // namespace ui
