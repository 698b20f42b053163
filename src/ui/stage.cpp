#include "ui/stage.h"

#include <SDL.h>

#include <algorithm>

#include "ui/export_words.h"

namespace ui {

namespace {

// A stall (a new scene, a sleeping laptop) must not make the story jump ahead, s.
constexpr double kLongestStep = 0.5;
// ImGui needs some frames after an event until everything that hangs on it is drawn.
constexpr int kSettlingFrames = 3;
// How long to sleep between frames, s: when nothing can change; when nothing did; when the driver does not
// wait itself.
constexpr double kIdleRest = 0.25;
constexpr double kStillRest = 0.016;
constexpr double kShortestFrame = 0.004;
// A resting pointer disappears in full screen, s.
constexpr double kPointerRest = 2;
// How long a window that closes waits for its export to end at a whole frame, s.
constexpr double kExportPatience = 10;

std::optional<Button> buttonOf(std::uint8_t button) {
    if (button == SDL_BUTTON_LEFT) return Button::Left;
    if (button == SDL_BUTTON_RIGHT) return Button::Right;
    return std::nullopt;
}

// The press or release of a key that types no character.
bool isEditingKey(const SDL_Event& event) {
    if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return false;
    const SDL_Keycode code = event.key.keysym.sym;
    return code < SDLK_SPACE || code == SDLK_DELETE || (code & SDLK_SCANCODE_MASK) != 0;
}

}  // namespace

Stage::Stage(StageParts parts, Session session)
    : m_parts(std::move(parts)),
      m_session(std::move(session)),
      m_watch(m_parts.show->files),
      m_mode(m_session.fullScreen ? ScreenMode::Full : ScreenMode::Window) {}

base::Result<base::Done> Stage::run(double seconds) {
    const double end = seconds > 0 ? seconds : 1e18;
    if (auto shown = showFrame(); !shown) return shown.problems();
    m_parts.projector.warmUp();
    m_last = m_clock.seconds();
    while (!m_session.quit) {
        passTime();
        const bool saved = followFiles(), exported = followExport();
        const bool asked = readEvents() || saved || exported;
        if (asked)
            m_settling = kSettlingFrames;
        else if (m_settling > 0)
            --m_settling;
        const bool still =
            isIdle(m_session) && m_settling == 0 && m_session.typedNumber.empty() && m_session.notice.empty();
        if (!still) {
            if (auto shown = showFrame(); !shown) return shown.problems();
        }
        const double left = end - m_clock.seconds();
        if (left <= 0)
            m_session.quit = true;
        else
            rest(std::min(left, still ? kIdleRest : kStillRest));
    }
    m_parts.trace.note(m_clock.seconds(), m_session, m_parts.projector.camera());
    m_export.leave(kExportPatience);
    return base::Done{};
}

void Stage::passTime() {
    const double now = m_clock.seconds();
    advance(m_session, std::min(now - m_last, kLongestStep));
    m_last = now;
}

// Shows the files as they are now when one has been saved; keeps what is there when something is wrong with
// them.
bool Stage::followFiles() {
    if (!m_parts.again || !m_watch.changed()) return false;
    auto read = m_parts.again();
    if (!read) {
        warn(m_session, base::toString(read.problems().front()));
        return true;
    }
    auto show = std::make_unique<Show>(std::move(*read));
    m_parts.projector.replace(show->film, show->themes);
    adopt(m_session, show->film, namesOf(show->themes));
    m_watch.follow(show->files);
    m_rows.clear();
    m_rowsLanguage.clear();
    m_parts.show = std::move(show);
    return true;
}

// Does what the panel has asked for. True when the export has come on.
bool Stage::followExport() {
    ExportDesk& desk = m_session.exporting;
    const ExportAsk ask = std::exchange(desk.ask, ExportAsk::Nothing);
    if (ask == ExportAsk::Run) m_export.start(exportWords(m_session));
    if (ask == ExportAsk::Stop) m_export.stop();
    const bool changed = m_export.follow();
    if (changed) desk.settings = settingsAfter(std::move(desk.settings), m_export.state());
    if (changed || ask != ExportAsk::Nothing) desk.state = m_export.state();
    return changed;
}

void Stage::rest(double longest) const {
    const double frame = m_clock.seconds() - m_last;
    const bool moves = m_changed && !isIdle(m_session);
    if (!moves && m_settling == 0)
        SDL_WaitEventTimeout(nullptr, static_cast<int>(longest * 1000) + 1);
    else if (frame < kShortestFrame)
        SDL_Delay(static_cast<Uint32>(kShortestFrame * 1000));
}

bool Stage::readEvents() {
    bool any = false;
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        any = true;
        handle(event);
        // ImGui looks at keys once a frame: two presses of Backspace in one would count once.
        const bool isForPanel = m_session.typing || m_session.exporting.open;
        if (isForPanel && isEditingKey(event)) break;
    }
    return any;
}

void Stage::carryOut(const std::optional<Command>& command) {
    if (command) apply(m_session, *command, m_parts.projector.sight(m_session));
}

void Stage::handle(const SDL_Event& event) {
    m_parts.gui.handle(event);
    switch (event.type) {
        case SDL_QUIT:
            m_session.quit = true;
            break;
        case SDL_KEYDOWN:
        case SDL_TEXTINPUT:
            handleKey(event);
            break;
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
        case SDL_MOUSEWHEEL:
            handleMouse(event);
            break;
        default:
            break;
    }
}

void Stage::handleKey(const SDL_Event& event) {
    const auto pressed = m_keys.pressed(event);
    if (!pressed) return;
    const double at = event.common.timestamp / 1000.0;
    carryOut(m_keyInput.command({pressed->key, at, pressed->repeat}, m_session));
}

base::Vec2 Stage::pixelOf(int x, int y) const {
    return base::Vec2{static_cast<double>(x), static_cast<double>(y)} * m_parts.window.pixelsPerUnit();
}

void Stage::handleMouse(const SDL_Event& event) {
    const Sight sight = m_parts.projector.sight(m_session);
    const bool free = !m_parts.gui.wantsMouse();
    m_pointerMoved = m_clock.seconds();
    if (event.type == SDL_MOUSEMOTION) {
        carryOut(m_pointer.move(pixelOf(event.motion.x, event.motion.y), sight));
    } else if (event.type == SDL_MOUSEWHEEL && free) {
        int x = 0, y = 0;
        SDL_GetMouseState(&x, &y);
        carryOut(m_pointer.wheel(event.wheel.preciseY, pixelOf(x, y), sight));
    } else if (event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) {
        const auto button = buttonOf(event.button.button);
        if (!button) return;
        const base::Vec2 at = pixelOf(event.button.x, event.button.y);
        if (event.type == SDL_MOUSEBUTTONUP)
            m_pointer.release(*button);
        else if (free)
            carryOut(m_pointer.press(*button, event.button.clicks, at, sight));
    }
}

Commands Stage::drawGui() {
    Gui& gui = m_parts.gui;
    if (m_rowsLanguage != m_session.language) {
        m_rows = eventRows(*m_session.film, m_session.language);
        m_rowsLanguage = m_session.language;
    }
    const picture::Theme& theme = m_parts.projector.theme(m_session);
    const base::Size size = m_parts.window.size();
    gui.fit(theme);
    gui.begin();
    const ImVec2 extent{static_cast<float>(size.w), static_cast<float>(size.h)};
    Commands commands =
        drawOverlay({*m_session.film, m_session, m_rows, theme, extent, gui.unit(), gui.strong()});
    const bool resting = m_clock.seconds() - m_pointerMoved > kPointerRest;
    if (m_session.fullScreen && resting) gui.hidePointer();
    gui.end();
    m_session.typing = gui.wantsText();
    return commands;
}

base::Result<base::Done> Stage::showFrame() {
    const ScreenMode mode = m_session.fullScreen ? ScreenMode::Full : ScreenMode::Window;
    if (std::exchange(m_mode, mode) != mode) m_parts.window.setMode(mode);
    if (!m_parts.window.isVisible()) {
        m_changed = false;
        return base::Done{};
    }
    const base::Size pixels = m_parts.window.pixels();
    const auto made = m_parts.projector.prepare(m_session, pixels);
    if (!made) return made.problems();
    if (*made) m_last = m_clock.seconds();
    m_changed = m_session.blank == Blank::None && m_parts.projector.draw(m_session);
    m_parts.trace.note(m_clock.seconds(), m_session, m_parts.projector.camera());
    m_parts.projector.show(pixels);
    const Commands commands = drawGui();
    m_parts.window.swap();
    for (const Command& command : commands) carryOut(command);
    if (!commands.empty()) m_settling = kSettlingFrames;
    return base::Done{};
}

}  // namespace ui
