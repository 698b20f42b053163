#include "ui/stage.h"

#include <SDL.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "ui/card_text.h"
#include "ui/clear_space.h"
#include "ui/export_words.h"
#include "ui/ink_sign.h"
#include "ui/notes_memory.h"
#include "ui/rest.h"

namespace ui {

namespace {

// A stall (a new scene, a sleeping laptop) must not make the story jump ahead, s.
constexpr double kLongestStep = 0.5;
// ImGui needs some frames after an event until everything that hangs on it is drawn.
constexpr int kSettlingFrames = 3;
// How long to sleep between frames, s: when nothing can change (files may be saved all the same); when
// nothing did.
constexpr double kIdleRest = 0.25;
constexpr double kStillRest = 0.016;
// No screen is faster: a driver that gives such a frame does not wait for the screen, s.
constexpr double kImpossibleFrame = 0.002;
// What frames then take at least, s; and where the processor draws, while only pulses and the flow of arrows
// move.
constexpr double kShortestFrame = 1.0 / 60;
constexpr double kCalmFrame = 1.0 / 30;
// A resting pointer disappears in full screen, s.
constexpr double kPointerRest = 2;
// How long a window that closes waits for its export to end at a whole frame, s.
constexpr double kExportPatience = 10;

// Whether something of the picture moves that is not the story's.
bool isMovedByTime(const Session& session) {
    return session.flight || isSettling(session.roaming) || isMoving(session.ink);
}

// SDL starts xdg-open and cannot say that there is none.
bool canOpenAddresses() {
    if (std::string_view(SDL_GetPlatform()) != "Linux") return true;
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (!folder.empty() && ::access((folder + "/xdg-open").c_str(), X_OK) == 0) return true;
    }
    return false;
}

// Ends the loop's sleep, from any thread.
void wakeUp() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

}  // namespace

Stage::Stage(StageParts parts, Session session)
    : m_parts(std::move(parts)),
      m_session(std::move(session)),
      m_showAnew([this](Show show) { showAnew(std::move(show)); }),
      m_files(*m_parts.show, m_parts.again, wakeUp),
      m_screens(m_parts.window, m_parts.notes),
      m_hands({m_parts.window, m_parts.gui, m_parts.projector, m_screens, m_session,
               [this](const Command& command) { carryOut(command); }}),
      m_mode(m_session.fullScreen ? ScreenMode::Full : ScreenMode::Window),
      m_settling(kSettlingFrames) {
    if (const char* frame = std::getenv("HARMATTAN_LOSE_CONTEXT_AT")) m_losesContextAt = std::atoi(frame);
}

base::Result<base::Done> Stage::run(double seconds) {
    const double end = seconds > 0 ? seconds : 1e18;
    m_screens.follow(m_session);
    if (auto shown = showFrame(); !shown) return shown.problems();
    m_parts.projector.warmUp();
    m_times = {};  // the first picture waits for everything to be made
    m_last = m_lastOfTalk = roundedSeconds(m_clock.seconds());
    m_parts.take.begin(m_session, m_parts.window.pixels());
    while (!m_session.quit) {
        m_begun = m_clock.seconds();
        const bool played = passTime();
        const bool saved = m_files.followSaves(m_session, m_showAnew) | followWriting();
        const bool exported = followExport(), touched = m_hands.readEvents(m_begun);
        if (touched) m_times.heard(m_begun);
        const bool asked = touched || saved || exported || played || m_begun >= m_due;
        remember(m_session.notes, m_session.settings);
        m_parts.settings.keep(m_session.settings);
        openAddress();
        if (asked)
            m_settling = kSettlingFrames;
        else if (m_settling > 0)
            --m_settling;
        m_screens.follow(m_session);
        if (m_settling > 0 || !isIdle(m_session)) {
            if (auto shown = showFrame(); !shown) return shown.problems();
        } else {
            m_changed = false;
        }
        drawNotes(m_changed);
        const double left = end - m_clock.seconds();
        if (left <= 0)
            m_session.quit = true;
        else
            rest(left);
    }
    carryOut(Command{CommandId::KeepText, 0, {}, {}});
    followWriting();
    for (const FieldDraft& draft : m_session.writing.refused) {
        std::fprintf(stderr, "harmattan: not saved: %s of %s: \"%s\" (%s)\n", draft.target.key.c_str(),
                     draft.target.id.c_str(), draft.value.c_str(), m_session.writing.trouble.c_str());
    }
    note();
    m_export.leave(kExportPatience);
    return base::Done{};
}

// True when something happened by itself: a take is played back.
bool Stage::passTime() {
    const double now = roundedSeconds(m_clock.seconds());
    const double passed = std::min(now - m_last, kLongestStep), held = now - m_last - passed;
    m_last = now;
    const std::size_t shown = m_session.toasts.size() + m_session.hints.open;
    const bool moved = isMovedByTime(m_session);
    const bool played = m_parts.take.pass(
        m_session, passed, held, m_parts.projector.sight(m_session),
        [this](const Session& session, base::Size) { return m_parts.projector.sight(session); });
    if (m_session.toasts.size() + m_session.hints.open != shown) m_settling = kSettlingFrames;
    // The end itself, a landing or a trail that is gone, is seen too when the story is paused.
    if (moved && !isMovedByTime(m_session)) m_settling = kSettlingFrames;
    pass(m_session.notes.talk, now - std::exchange(m_lastOfTalk, now));
    return played;
}

// What has taken long on the way to a picture is no time of the story.
void Stage::holdTime() {
    const double now = roundedSeconds(m_clock.seconds());
    m_parts.take.hold(m_session, now - m_last);
    m_last = now;
}

void Stage::drawNotes(bool isNew) {
    for (const Command& command : m_screens.draw(m_session, m_parts.projector, isNew, m_clock.seconds()))
        carryOut(command);
}

// A save that changes nothing to be seen (a comment, a touched file) does not make a new scene.
void Stage::showAnew(Show read) {
    Show& now = *m_parts.show;
    const bool isSame = read.film == now.film && read.themes == now.themes;
    auto show = std::make_unique<Show>(std::move(read));
    if (isSame) {
        now.locations = std::move(show->locations);
        now.texts = std::move(show->texts);
        return noteSave(m_session);
    }
    m_parts.projector.replace(show->film, show->themes);
    adopt(m_session, show->film, namesOf(show->themes));
    m_files.watch(*show);
    m_rows.clear();
    m_thumbnails.clear();
    m_rowsLanguage.clear();
    m_parts.show = std::move(show);
}

// Does what the inspector and the copying keys have asked for. True when something has been done.
bool Stage::followWriting() {
    WritingDesk& desk = m_session.writing;
    const bool isLeft = desk.draft && (!desk.open || !isInspected(m_session, desk.draft->target));
    if (isLeft) carryOut(Command{CommandId::KeepText, 0, {}, {}});
    const std::string copied = std::exchange(desk.copied, {});
    if (!copied.empty()) SDL_SetClipboardText(copied.c_str());
    const bool written = m_files.followWishes(m_session, m_parts.show, m_showAnew);
    return !copied.empty() || written;
}

// Does what the panel has asked for. True when the export has come on.
bool Stage::followExport() {
    ExportDesk& desk = m_session.exporting;
    const ExportAsk ask = std::exchange(desk.ask, ExportAsk::Nothing);
    if (ask == ExportAsk::Run) m_export.start(exportWords(m_session));
    if (ask == ExportAsk::Stop) m_export.stop();
    const ExportState before = m_export.state();
    const bool changed = m_export.follow();
    const auto end = endOfExport(before, m_export.state());
    if (end && !desk.open) tell(m_session, *end);
    if (changed) desk.settings = settingsAfter(std::move(desk.settings), m_export.state());
    if (changed || ask != ExportAsk::Nothing) desk.state = m_export.state();
    return changed;
}

// Sleeps until the next frame is due, at most `left` seconds.
void Stage::rest(double left) {
    const double now = m_clock.seconds(), spent = now - m_begun;
    m_due = now + secondsToChange(m_session);
    const double hidden = m_hands.pointerMoved() + kPointerRest;
    if (m_session.fullScreen && hidden > now) m_due = std::min(m_due, hidden);
    const auto wait = [](double seconds) {
        if (seconds > 0) SDL_WaitEventTimeout(nullptr, static_cast<int>(seconds * 1000) + 1);
    };
    if (!m_changed && m_settling == 0) {
        const bool sleeps = isIdle(m_session) || rests() || !m_parts.window.isVisible();
        return wait(
            std::min({left, m_due - now, m_parts.take.longestRest(), sleeps ? kIdleRest : kStillRest}));
    }
    const bool waitsItself = !m_parts.projector.isSoftware() && spent > kImpossibleFrame;
    if (waitsItself) return;
    if (spent < kShortestFrame) SDL_Delay(static_cast<Uint32>((kShortestFrame - spent) * 1000));
    if (m_parts.projector.isSoftware() && !m_parts.projector.isMoving() && m_settling == 0)
        wait(kCalmFrame - std::max(spent, kShortestFrame));
}

// Whether nothing in the picture moves, though time goes on.
bool Stage::rests() const {
    return !isMovedByTime(m_session) && m_parts.projector.rests(m_session);
}

void Stage::carryOut(const Command& command) {
    m_parts.take.carryOut(m_session, command, m_parts.projector.sight(m_session));
}

// Does what a card has been asked for.
void Stage::openAddress() {
    const std::string address = std::exchange(m_session.browse.wishedAddress, {});
    if (address.empty()) return;
    if (isWebAddress(address) && canOpenAddresses() && SDL_OpenURL(address.c_str()) == 0) return;
    SDL_SetClipboardText(address.c_str());
    tell(m_session, {address, {}, Tone::Note, false, "copied", Word::CopiedAddress});
}

Commands Stage::drawGui() {
    Gui& gui = m_parts.gui;
    if (m_rowsLanguage != m_session.language) {
        m_rows = eventRows(*m_session.film, m_session.language);
        m_rowsLanguage = m_session.language;
        m_parts.window.setTitle(titleOf(m_session));
    }
    const picture::Theme& theme = m_parts.projector.theme(m_session);
    const base::Size size = m_parts.window.size();
    gui.begin();
    const ImVec2 extent{static_cast<float>(size.w), static_cast<float>(size.h)};
    const Sight sight = m_parts.projector.sight(m_session);
    const PanelContext context{*m_session.film,
                               m_session,
                               m_rows,
                               theme,
                               extent,
                               gui.unit(),
                               gui.strong(),
                               &m_parts.projector.picture(),
                               &sight,
                               &m_thumbnails,
                               m_parts.projector.isMoving() ? m_parts.projector.innerFactor() : 1};
    Commands commands = drawOverlay(context);
    if (const auto tip = m_hands.tip()) drawInkTip(context, tip);
    const bool resting = m_clock.seconds() - m_hands.pointerMoved() > kPointerRest;
    if (m_session.fullScreen && resting) gui.hidePointer();
    gui.end();
    // A field that has just been given the keyboard is drawn, and told of, once more.
    const bool typing = gui.wantsText();
    if (std::exchange(m_session.typing, typing) != typing) m_settling = kSettlingFrames;
    return commands;
}

// What the panels stand on. When that changes, the film's camera goes where it frames its subject beside
// them.
std::vector<base::Box> Stage::makeWay(base::Size pixels) {
    const double unit = m_parts.gui.unit() * m_parts.window.pixelsPerUnit();
    std::vector<base::Box> covered = coveredByPanels(m_session, pixels, unit);
    const bool moves = covered.size() != m_covered.size() && !m_session.detour && !m_session.flight;
    if (moves && m_wasShown) m_session.flight = CameraFlight{m_parts.projector.seen(), 0, false};
    m_covered = covered;
    m_wasShown = true;
    return covered;
}

base::Result<base::Done> Stage::showFrame() {
    const ScreenMode mode = m_session.fullScreen ? ScreenMode::Full : ScreenMode::Window;
    if (std::exchange(m_mode, mode) != mode) m_parts.window.setMode(mode);
    if (!m_parts.window.isVisible()) {
        m_changed = false;
        note();
        return base::Done{};
    }
    if (isContextLost()) {
        if (auto again = renewContext(); !again) return again.problems();
    }
    const base::Size pixels = m_parts.window.pixels();
    m_parts.take.resize(pixels);
    // Fitted first: how large letters are says how wide panels are.
    m_parts.gui.fit(m_parts.projector.theme(m_session));
    const auto made = m_parts.projector.prepare(m_session, pixels, makeWay(pixels));
    if (!made) return made.problems();
    if (*made) holdTime();
    if (m_thumbnails.makeNext(m_session, m_parts.projector)) m_settling = kSettlingFrames;
    const bool looks = m_session.blank == Blank::None && (m_settling > 0 || !rests());
    m_changed = looks && m_parts.projector.draw(m_session, m_begun);
    note();
    // What is on screen is still right.
    if (!m_changed && m_settling == 0) return base::Done{};
    m_parts.projector.show(pixels);
    const Commands commands = drawGui();
    m_parts.window.swap();
    ++m_frames;
    if (m_changed) m_parts.projector.took(m_clock.seconds() - m_begun);
    m_times.shown(m_begun, m_clock.seconds(), m_changed && m_parts.projector.isMoving());
    for (const Command& command : commands) carryOut(command);
    m_hands.follow();
    if (!commands.empty()) m_settling = kSettlingFrames;
    return base::Done{};
}

void Stage::note() {
    m_parts.trace.note(m_clock.seconds(), m_session, m_parts.projector.camera(), m_frames);
}

bool Stage::isContextLost() {
    // Drivers are not lost at will; tests do it with the number of a frame.
    if (m_frames == m_losesContextAt) {
        m_losesContextAt = -1;
        return true;
    }
    return m_parts.projector.isContextLost();
}

// A graphics driver has been reset (a laptop's sleep, a driver's update): the show goes on where it is.
base::Result<base::Done> Stage::renewContext() {
    std::fprintf(stderr, "harmattan: the graphics driver was reset; the show goes on\n");
    m_screens.dropWindow();
    m_thumbnails.clear();
    m_parts.projector.letGo();
    m_parts.gui.letGo();
    if (auto renewed = m_parts.window.renewContext(); !renewed) return renewed.problems();
    m_parts.gui.restart();
    m_parts.projector.restart();
    m_settling = kSettlingFrames;
    return base::Done{};
}

}  // namespace ui
