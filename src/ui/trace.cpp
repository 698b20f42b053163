#include "ui/trace.h"

#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "ui/ruler.h"

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

std::string stateOf(const Talk& talk) {
    if (!talk.started) return "waits";
    return talk.stopped ? "stopped" : "runs";
}

/// Something of the session that has a key in every line, and a line of its own when it changes.
struct Fact {
    std::string_view key, what;
    Json (*of)(const Session&);
};

// A new panel or mode needs a row here, so that tests and scripts see it.
constexpr Fact kFacts[] = {
    {"language", "language", [](const Session& s) -> Json { return s.language; }},
    {"theme", "theme", [](const Session& s) -> Json { return s.theme; }},
    {"reloads", "reload", [](const Session& s) -> Json { return s.reloads; }},
    {"notice", "notice", [](const Session& s) -> Json { return newestText(s.toasts); }},
    {"paused", "pause", [](const Session& s) -> Json { return s.paused; }},
    {"panels", "panels", [](const Session& s) -> Json { return s.panels; }},
    {"list", "list", [](const Session& s) -> Json { return s.list; }},
    {"help", "help", [](const Session& s) -> Json { return s.help; }},
    {"hints", "hints", [](const Session& s) -> Json { return s.hints.open; }},
    {"panel_keys", "panel_keys", [](const Session& s) -> Json { return s.panelWithKeys; }},
    {"open", "open", [](const Session& s) -> Json { return nameOf(s.browse.open); }},
    {"card", "card",
     [](const Session& s) -> Json { return s.browse.card ? toText(s.browse.card->subject) : ""; }},
    {"link", "link", [](const Session& s) -> Json { return s.browse.card ? s.browse.card->nextLink : 0; }},
    {"speed", "speed", [](const Session& s) -> Json { return s.pace.speed; }},
    {"auto_play", "auto_play", [](const Session& s) -> Json { return s.pace.autoPlay; }},
    {"search", "search", [](const Session& s) -> Json { return s.browse.searched; }},
    {"found", "found", [](const Session& s) -> Json { return s.browse.found; }},
    {"ruler", "ruler", [](const Session& s) -> Json { return s.browse.ruler.held; }},
    {"ruler_km", "ruler_km", [](const Session& s) -> Json { return rulerKm(s.browse.ruler).value_or(0); }},
    {"export", "export", [](const Session& s) -> Json { return s.exporting.open; }},
    {"inspector", "inspector", [](const Session& s) -> Json { return s.writing.open; }},
    {"write_asks", "write_ask", [](const Session& s) -> Json { return s.writing.asked; }},
    {"written", "written", [](const Session& s) -> Json { return s.writing.written; }},
    {"write_trouble", "write_trouble", [](const Session& s) -> Json { return s.writing.trouble; }},
    {"number", "number", [](const Session& s) -> Json { return s.typedNumber; }},
    {"typing", "typing", [](const Session& s) -> Json { return s.typing; }},
    {"filter", "filter", [](const Session& s) -> Json { return s.filter.text; }},
    {"tool", "ink", [](const Session& s) -> Json { return toString(s.ink.hold); }},
    {"ink_color", "ink", [](const Session& s) -> Json { return s.ink.color + 1; }},
    {"ink_kept", "ink", [](const Session& s) -> Json { return s.ink.keep; }},
    {"strokes", "ink", [](const Session& s) -> Json { return s.ink.shown.strokes.size(); }},
    {"full_screen", "full_screen", [](const Session& s) -> Json { return s.fullScreen; }},
    {"notes", "notes", [](const Session& s) -> Json { return s.notes.open; }},
    {"show_display", "show_display", [](const Session& s) -> Json { return s.notes.showOn; }},
    {"notes_display", "notes_display", [](const Session& s) -> Json { return s.notes.notesOn; }},
    {"talk", "talk", [](const Session& s) -> Json { return stateOf(s.notes.talk); }},
    {"quit", "quit", [](const Session& s) -> Json { return s.quit; }},
};

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

Trace::State Trace::stateOf(const Session& session, const std::optional<geo::Camera>& camera, int frames) {
    State state{session.playhead, session.jumps, modeOf(session), camera, {}, frames};
    for (const Fact& fact : kFacts) state.facts.push_back(fact.of(session).dump());
    return state;
}

void Trace::write(std::string_view what, double seconds, const film::Film& film) {
    const std::size_t cue = m_state.moment.cue;
    Json line = {{"ms", std::llround(seconds * 1000)},
                 {"what", what},
                 {"cue", cue < film.cues.size() ? film.cues[cue].id : ""},
                 {"seconds", m_state.moment.seconds},
                 {"mode", toString(m_state.mode)},
                 {"view", toJson(m_state.camera)}};
    for (std::size_t i = 0; i < std::size(kFacts); ++i)
        line[std::string(kFacts[i].key)] = Json::parse(m_state.facts[i]);
    line["frames"] = m_state.frames;
    m_file << line.dump() << std::endl;
}

void Trace::note(double seconds, const Session& session, const std::optional<geo::Camera>& camera,
                 int frames) {
    if (!m_open) return;
    const State old = std::exchange(m_state, stateOf(session, camera, frames));
    const State& now = m_state;
    const auto tell = [&](std::string_view what, bool changed) {
        if (changed) write(what, seconds, *session.film);
    };
    if (!std::exchange(m_started, true)) return tell("start", true);
    tell("cue", now.moment.cue != old.moment.cue);
    tell("seek", now.moment.cue == old.moment.cue && now.jumps != old.jumps);
    tell("mode", now.mode != old.mode);
    tell("view", now.camera != old.camera);
    for (std::size_t i = 0; i < std::size(kFacts); ++i) tell(kFacts[i].what, now.facts[i] != old.facts[i]);
}

}  // namespace ui
