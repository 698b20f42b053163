#include "ui/take_desk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <utility>

#include "base/shell.h"
#include "ui/words.h"

namespace ui {

namespace {

// While a take is recorded its end is written this often, s.
constexpr double kRecordingRest = 0.2;
constexpr double kAnyRest = 1e9;

// What the presenter may do while a take is played back; a row that is new takes over until it is named here.
constexpr std::array kLetPlay = {
    CommandId::FullScreen,   CommandId::Quit,       CommandId::Notes,       CommandId::NotesLarger,
    CommandId::NotesSmaller, CommandId::TalkStop,   CommandId::TalkReset,   CommandId::SwapScreens,
    CommandId::List,         CommandId::FilterText, CommandId::FilterActor, CommandId::Help,
    CommandId::PanelKeys,    CommandId::CopyView,   CommandId::CopyPlace,   CommandId::KeepText,
    CommandId::Export,       CommandId::ExportSet,  CommandId::ExportRun,   CommandId::ExportStop};

template <class Ids>
bool has(const Ids& ids, CommandId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Whether Esc closes what lies over the show, and not the show.
bool closesPanel(const Session& session, const Sight& sight) {
    if (session.blank != Blank::None) return true;
    Session after = session;
    apply(after, {CommandId::Leave, 0, {}, {}}, sight);
    const bool opens = after.exporting.open && !session.exporting.open;
    return !after.quit && !opens && after.fullScreen == session.fullScreen &&
           after.detour == session.detour && after.ink.hold == session.ink.hold;
}

// As the take's line names it: beside the take by its name alone, so that both can be moved together.
std::string besideTake(const std::string& sound, const std::string& take) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(take).parent_path();
    if (fs::path(sound).parent_path() == folder) return fs::path(sound).filename().string();
    std::error_code ignored;
    return fs::absolute(sound, ignored).string();
}

}  // namespace

std::string recordedText(const std::string& path, double seconds) {
    const std::string video = std::filesystem::path(path).replace_extension(".mp4").string();
    return path + ": " + std::to_string(std::lround(seconds)) + " s recorded; play it with " +
           base::shellLine({"harmattan", "present", "--take", path}) + ", export it with " +
           base::shellLine({"harmattan", "export", "--take", path, "-o", video});
}

base::Result<base::Done> TakeDesk::check(const TakeOptions& options) {
    for (const std::string& file : {options.record, options.sound}) {
        if (file.empty()) continue;
        if (const auto free = BackgroundFile::check(file, options.overwrite); !free) return free;
    }
    return base::Done{};
}

base::Result<TakeDesk> TakeDesk::make(const TakeOptions& options) {
    TakeDesk desk;
    if (!options.record.empty()) {
        auto recorder = TakeRecorder::make(options.record, options.overwrite, options.header);
        if (!recorder) return recorder.problems();
        desk.m_recorder = std::move(*recorder);
    }
    if (!options.sound.empty()) {
        auto sound = SoundRecorder::make(options.sound, options.overwrite);
        if (!sound) return sound.problems();
        desk.m_sound = std::move(*sound);
        desk.m_soundName = besideTake(options.sound, options.record);
    }
    if (options.play) desk.m_player = TakePlayer(*options.play);
    return desk;
}

void TakeDesk::begin(Session& session, base::Size size) {
    m_recorder->begin(session, size);
    session.recording = m_recorder->isOn();
    if (m_soundName.empty()) return;
    if (m_sound.begin())
        m_recorder->beginSound(m_soundName);
    else
        warn(session, std::string(word(Word::NoMicrophone, session.language)));
}

bool TakeDesk::pass(Session& session, double seconds, double held, const Sight& sight,
                    const SightOf& sightOf) {
    // While the overview lies over the show the story stands: that is no time of the take.
    const bool stands = session.browse.open == Browser::Overview;
    const int jumps = session.jumps;
    const std::optional<geo::Camera> detour = session.detour;
    const bool any = m_player.pass(session, seconds, sight, sightOf);
    hear(session, stands ? 0 : seconds, stands ? held + seconds : held);
    // The story has gone on by itself, or home.
    if (detour && !session.detour) m_recorder->noteReturn(session, *detour, sight);
    if (session.jumps != jumps) m_recorder->noteJump(session);
    return any;
}

void TakeDesk::hear(Session& session, double seconds, double held) {
    m_recorder->pass(seconds, held);
    m_sound.pass(seconds + held);
    if (m_sound.isFull() && !std::exchange(m_toldFull, true))
        warn(session, std::string(word(Word::SoundFull, session.language)));
    tellTrouble(session);
}

std::string TakeDesk::trouble() const {
    const std::string trouble = m_recorder->trouble();
    return trouble.empty() ? m_sound.trouble() : trouble;
}

// Once for each kind of trouble: the show goes on.
void TakeDesk::tellTrouble(Session& session) {
    const std::string trouble = this->trouble();
    if (trouble == m_told) return;
    m_told = trouble;
    if (!trouble.empty())
        warn(session, std::string(word(Word::TakeNotWritten, session.language)) + " " + trouble);
}

void TakeDesk::carryOut(Session& session, const Command& command, const Sight& sight) {
    if (m_player.isPlaying()) {
        // The pointer alone takes nothing over, though the take may hold the laser.
        if (command.id == CommandId::PointAt) return;
        const bool isLeave = command.id == CommandId::Leave;
        const bool stops = isLeave ? !closesPanel(session, sight) : !has(kLetPlay, command.id);
        if (stops) m_player.stop();
        if (stops && isLeave) return;
    }
    m_recorder->carryOut(session, command, sight);
}

double TakeDesk::longestRest() const {
    return std::min(m_recorder->isOn() ? kRecordingRest : kAnyRest, m_player.untilNext().value_or(kAnyRest));
}

}  // namespace ui
