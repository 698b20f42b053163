#include "ui/take_recorder.h"

#include <algorithm>
#include <utility>

#include "ui/ink_rows.h"
#include "ui/take_text.h"

namespace ui {

namespace {

constexpr double kEndEvery = 0.25;        // seconds
constexpr double kLooksApart = 1 / 60.0;  // seconds: no screen of a room shows more
// What nobody hears, s.
constexpr double kShortestHold = 0.005;
// The line of the end is written over again and again: it must not leave a rest of a longer one.
constexpr std::size_t kEndWidth = 40;

const std::string& cueOf(const Session& session) {
    return session.film->cues[session.playhead.cue].id;
}

bool switchOf(const Session& session, CommandId id) {
    switch (id) {
        case CommandId::Pause:
            return session.paused;
        case CommandId::Panels:
            return session.panels;
        case CommandId::Black:
            return session.blank == Blank::Black;
        default:
            return session.blank == Blank::White;
    }
}

// What Esc means to the room: it closes panels too, which are none of a take's business.
CommandId meaningOfLeave(const Session& session, const Command& command, const Sight& sight) {
    if (session.blank != Blank::None)
        return session.blank == Blank::Black ? CommandId::Black : CommandId::White;
    Session after = session;
    apply(after, command, sight);
    if (session.ink.hold != after.ink.hold) return commandOf(session.ink.hold);
    return session.detour && !after.detour ? CommandId::Return : CommandId::Leave;
}

bool onlyJumps(CommandId id) {
    return id == CommandId::JumpToCue || id == CommandId::JumpToEvent || id == CommandId::Scrub;
}

// Undo and redo mean the film's text while that is worked on.
bool isOfText(const Session& session, CommandId id) {
    return session.writing.open && (id == CommandId::Undo || id == CommandId::Redo);
}

}  // namespace

base::Result<std::unique_ptr<TakeRecorder>> TakeRecorder::make(const std::string& path, bool overwrite,
                                                               TakeHeader header) {
    auto file = BackgroundFile::make(path, overwrite);
    if (!file) return file.problems();
    auto recorder = std::make_unique<TakeRecorder>();
    recorder->m_file = std::move(*file);
    recorder->m_header = std::move(header);
    return recorder;
}

TakeRecorder::~TakeRecorder() {
    if (m_length == 0) return;
    if (m_look) writePendingLook();
    writeHold();
    writeEnd();
}

void TakeRecorder::begin(const Session& session, base::Size size) {
    if (!m_file) return;
    m_header.size = m_size = size;
    m_header.cue = session.film->cues.empty() ? "" : cueOf(session);
    m_header.seconds = session.playhead.seconds;
    m_header.language = session.language;
    m_header.theme = session.theme;
    m_header.paused = session.paused;
    m_header.panels = session.panels;
    m_header.camera = session.detour;
    std::string text = textOf(m_header) + "\n";
    m_length = text.size();
    m_file->put(0, std::move(text));
    writeEnd();
}

void TakeRecorder::append(const std::string& text) {
    m_file->put(m_length, text);
    m_length += text.size();
}

void TakeRecorder::write(const TakeLine& line) {
    if (m_look) writePendingLook();
    writeHold();
    append(textOf(line) + "\n");
    writeEnd();
}

// Never after a hold that is pending too: that is of now.
void TakeRecorder::writePendingLook() {
    const TakeLine look = *std::exchange(m_look, std::nullopt);
    m_lookWritten = look.at;
    append(textOf(look) + "\n");
    writeEnd();
}

// The line of what is held now; empty when nobody would hear it.
std::string TakeRecorder::pendingHold() const {
    if (m_held < kShortestHold) return "";
    TakeLine line;
    line.at = m_now;
    line.kind = TakeKind::Hold;
    line.seconds = m_held;
    return textOf(line) + "\n";
}

// From now on it becomes no longer.
void TakeRecorder::writeHold() {
    const std::string text = pendingHold();
    if (text.empty()) return;
    if (m_look) writePendingLook();
    append(text);
    m_held = 0;
    writeEnd();
}

void TakeRecorder::writeEnd() {
    TakeLine end;
    end.at = m_now;
    end.kind = TakeKind::End;
    std::string text = textOf(end);
    text.resize(std::max(text.size(), kEndWidth), ' ');
    m_sinceEnd = 0;
    m_file->put(m_length, pendingHold() + text + "\n");
}

void TakeRecorder::pass(double seconds, double held) {
    if (m_length == 0) return;
    if (seconds > 0) writeHold();
    m_now = roundedSeconds(m_now + seconds);
    if (m_look && m_now - m_lookWritten >= kLooksApart) writePendingLook();
    m_held += held;
    m_sinceEnd += seconds + held;
    if (m_sinceEnd >= kEndEvery) writeEnd();
}

void TakeRecorder::resize(base::Size size) {
    const bool hasBegun = m_length > 0;
    if (!hasBegun || size == m_size) return;
    m_size = size;
    TakeLine line;
    line.at = m_now;
    line.kind = TakeKind::Size;
    line.size = size;
    write(line);
}

void TakeRecorder::beginSound(const std::string& file) {
    if (!m_file) return;
    TakeLine line;
    line.at = m_now;
    line.kind = TakeKind::Sound;
    line.file = file;
    write(line);
}

// During a drag the last of several looks counts, and of several places of the pointer. The first, which
// leaves the story, says where it was left.
bool TakeRecorder::replacesLook(const Session& session, CommandId id) const {
    return id == CommandId::PointAt || (id == CommandId::Look && session.detour && !session.flight);
}

void TakeRecorder::carryOut(Session& session, const Command& command, const Sight& sight) {
    const bool sleeps = session.blank != Blank::None && !rowOf(command.id).actsWhileBlank;
    if (m_length == 0 || sleeps) return apply(session, command, sight);
    if (command.id == CommandId::Leave) {
        const CommandId meaning = meaningOfLeave(session, command, sight);
        if (meaning != CommandId::Leave) return record(session, {meaning, 0, {}, {}}, sight);
    }
    if (!isOfFilm(command.id) || isOfText(session, command.id)) return recordEffect(session, command, sight);
    record(session, command, sight);
}

// A panel's command may lead to another moment or to another view: that is what the take tells.
void TakeRecorder::recordEffect(Session& session, const Command& command, const Sight& sight) {
    const Session before = session;
    apply(session, command, sight);
    TakeLine line;
    line.at = m_now;
    if (before.detour || before.flight) line.from = rounded(geo::cameraOf(sight.projection, sight.view));
    if (session.paused != before.paused) line.paused = session.paused;
    if (session.jumps != before.jumps) return recordJump(session, std::move(line));
    if (session.detour == before.detour) return;
    line.command.id = CommandId::Return;
    line.from = rounded(geo::cameraOf(sight.projection, sight.view));
    if (session.detour) {
        line.command.id = session.flight ? CommandId::Fly : CommandId::Look;
        session.detour = line.command.camera = rounded(*session.detour);
    }
    write(line);
}

void TakeRecorder::recordJump(Session& session, TakeLine line) {
    session.playhead.seconds = roundedSeconds(session.playhead.seconds);
    line.command.id = CommandId::JumpToCue;
    line.cue = cueOf(session);
    if (session.playhead.seconds != 0) line.seconds = session.playhead.seconds;
    write(line);
}

void TakeRecorder::noteJump(Session& session) {
    if (m_length == 0) return;
    TakeLine line;
    line.at = m_now;
    recordJump(session, std::move(line));
}

void TakeRecorder::noteReturn(Session& session, const geo::Camera& left, const Sight& sight) {
    if (m_length == 0) return;
    TakeLine line;
    line.at = m_now;
    line.command.id = CommandId::Return;
    line.from = rounded(left);
    // As the take will have it.
    const geo::MapView view = geo::makeView(sight.projection, *line.from, m_size);
    if (session.flight) session.flight->from = geo::cameraOf(sight.projection, view);
    write(line);
}

// What is carried out is what is written, to the last digit: the take gives the same session again.
void TakeRecorder::record(Session& session, const Command& command, const Sight& sight) {
    const CommandId id = command.id;
    TakeLine line;
    line.at = m_now;
    line.command = command;
    if (command.camera) line.command.camera = rounded(*command.camera);
    if (command.ink) line.command.ink = rounded(*command.ink);
    const bool isOnTheWay = !session.detour || session.flight;
    Sight seen = sight;
    if (needsSight(session, id) && isOnTheWay) {
        line.from = rounded(geo::cameraOf(sight.projection, sight.view));
        seen.view = geo::makeView(sight.projection, *line.from, sight.view.size);
    }
    // A hand that rests goes on telling where it is.
    const bool repeats = id == CommandId::PointAt && rests(session.ink, line.command.ink);
    const bool waits = replacesLook(session, id);
    const int jumps = session.jumps;
    const bool wasPaused = session.paused;
    apply(session, line.command, seen);
    if (session.paused != wasPaused && id != CommandId::Pause) line.paused = session.paused;
    if (session.jumps != jumps) {
        session.playhead.seconds = roundedSeconds(session.playhead.seconds);
        line.cue = cueOf(session);
        if (session.playhead.seconds != 0) line.seconds = session.playhead.seconds;
    } else if (onlyJumps(id)) {
        return;  // to a step that is not there
    }
    if (isSwitch(id)) line.on = switchOf(session, id);
    if (id == CommandId::Language) line.to = session.language;
    if (id == CommandId::Theme) line.to = session.theme;
    if (repeats) return;
    if (!waits) return write(line);
    if (m_look && m_look->command.id != id) writePendingLook();
    const bool isNextFrame = m_look && m_look->at < line.at && m_look->at - m_lookWritten >= kLooksApart;
    if (isNextFrame) writePendingLook();
    m_look = std::move(line);
}

}  // namespace ui
