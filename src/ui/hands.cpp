#include "ui/hands.h"

#include <SDL.h>

#include <tuple>

#include "ui/picking.h"
#include "ui/ruler.h"

namespace ui {

namespace {

// A panel that has just opened hears keys in the second frame it is drawn in.
constexpr int kPanelFrames = 2;

std::optional<Button> buttonOf(std::uint8_t button) {
    if (button == SDL_BUTTON_LEFT) return Button::Left;
    if (button == SDL_BUTTON_RIGHT) return Button::Right;
    return std::nullopt;
}

// What a mouse event is to the ruler.
std::optional<Touching> touchingOf(const SDL_Event& event) {
    const bool isLeft = event.button.button == SDL_BUTTON_LEFT;
    if (event.type == SDL_MOUSEMOTION) return Touching::Move;
    if (event.type == SDL_MOUSEBUTTONDOWN && isLeft) return Touching::Press;
    if (event.type == SDL_MOUSEBUTTONUP && isLeft) return Touching::Release;
    return std::nullopt;
}

bool isMadeOfTouch(const SDL_Event& event) {
    const bool isMotion = event.type == SDL_MOUSEMOTION;
    return (isMotion ? event.motion.which : event.button.which) == SDL_TOUCH_MOUSEID;
}

// The press or release of a key that types no character.
bool isEditingKey(const SDL_Event& event) {
    if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return false;
    const SDL_Keycode code = event.key.keysym.sym;
    const bool isShortcut = (event.key.keysym.mod & KMOD_CTRL) != 0;
    return isShortcut || code < SDLK_SPACE || code == SDLK_DELETE || (code & SDLK_SCANCODE_MASK) != 0;
}

// Which panels are open: with one more, another may hear the keys.
auto openPanels(const Session& session) {
    const Browse& browse = session.browse;
    return std::tuple(session.list, session.help, session.writing.open, session.exporting.open, browse.open,
                      browse.card.has_value(), session.panelWithKeys);
}

}  // namespace

bool Hands::readEvents(double now) {
    const Session& session = m_desk.session;
    m_now = now;
    if (m_panelFrames > 0 && --m_panelFrames > 0) return true;
    bool any = false;
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        any = true;
        const auto panels = openPanels(session);
        handle(event);
        if (openPanels(session) != panels) {
            m_panelFrames = kPanelFrames;
            break;
        }
        // ImGui looks at keys once a frame: two presses of Backspace in one would count once.
        const bool isForPanel = session.typing || session.exporting.open || session.writing.open ||
                                !session.panelWithKeys.empty();
        if (isForPanel && isEditingKey(event)) break;
    }
    return any;
}

void Hands::follow() {
    carryOut(m_inkHand.follow(m_desk.session, seen()));
}

std::optional<base::Vec2> Hands::tip() const {
    const auto& at = m_inkHand.at();
    if (!at) return std::nullopt;
    return *at * (1 / m_desk.window.pixelsPerUnit());
}

void Hands::carryOut(const std::optional<Command>& command) {
    if (command) m_desk.carryOut(*command);
}

void Hands::handle(const SDL_Event& event) {
    const bool isForNotes = m_desk.screens.handle(event, m_desk.session);
    if (!isForNotes) m_desk.gui.handle(event);
    switch (event.type) {
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_CLOSE)
                carryOut(Command{isForNotes ? CommandId::Notes : CommandId::Quit, 0, {}, {}});
            if (event.window.event == SDL_WINDOWEVENT_LEAVE) carryOut(m_inkHand.leave(m_desk.session));
            break;
        case SDL_QUIT:
            m_desk.session.quit = true;
            break;
        case SDL_KEYDOWN:
        case SDL_TEXTINPUT:
            handleKey(event, isForNotes);
            break;
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
        case SDL_MOUSEWHEEL:
            if (!isForNotes) handleMouse(event);
            if (isForNotes) m_pointerMoved = m_now;
            break;
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP:
            if (!isForNotes) handleTouch(event);
            break;
        default:
            break;
    }
}

void Hands::handleKey(const SDL_Event& event, bool isForNotes) {
    const auto pressed = m_keys.pressed(event);
    if (!pressed) return;
    const double at = event.common.timestamp / 1000.0;
    auto command = m_keyInput.command({pressed->key, at, pressed->repeat}, m_desk.session);
    if (command && isForNotes) command = Screens::meantForNotes(*command);
    if (command && command->id == CommandId::CopyPlace) command->ground = pointedGround();
    carryOut(command);
}

// The ground under the pointer, when it is in this window.
std::optional<base::LonLat> Hands::pointedGround() const {
    if (SDL_GetMouseFocus() != m_desk.window.handle()) return std::nullopt;
    int x = 0, y = 0;
    SDL_GetMouseState(&x, &y);
    const Sight sight = seen();
    const auto plane = sight.view.toPlane(pixelOf(x, y));
    return plane ? sight.projection.inverse(*plane) : std::nullopt;
}

base::Vec2 Hands::pixelOf(int x, int y) const {
    return base::Vec2{static_cast<double>(x), static_cast<double>(y)} * m_desk.window.pixelsPerUnit();
}

// Fingers on the screen itself. A touchpad's are SDL's business: it makes wheel events of them.
void Hands::handleTouch(const SDL_Event& event) {
    const SDL_TouchFingerEvent& finger = event.tfinger;
    if (SDL_GetTouchDeviceType(finger.touchId) != SDL_TOUCH_DEVICE_DIRECT) return;
    const base::Size pixels = m_desk.window.pixels();
    const base::Vec2 at{finger.x * static_cast<double>(pixels.w), finger.y * static_cast<double>(pixels.h)};
    const bool isFree = !m_desk.gui.takesPress(at * (1 / m_desk.window.pixelsPerUnit()));
    if (event.type == SDL_FINGERDOWN && isFree) m_touch.press(finger.fingerId, at);
    if (event.type == SDL_FINGERMOTION) carryOut(m_touch.move(finger.fingerId, at, seen()));
    if (event.type == SDL_FINGERUP) m_touch.release(finger.fingerId);
    if (!m_touch.isGesture()) return;
    m_pointer.cancel();
    carryOut(m_inkHand.giveUp(m_desk.session));
}

// True when the ruler is in hand and has taken the event.
bool Hands::handleRuler(const SDL_Event& event, bool free) {
    const auto touching = touchingOf(event);
    if (!m_desk.session.browse.ruler.held || !touching) return false;
    if (*touching == Touching::Press && !free) return false;
    // Panning with the right button goes on.
    if (*touching == Touching::Move && (event.motion.state & SDL_BUTTON_RMASK) != 0) return false;
    const bool isMove = *touching == Touching::Move;
    const base::Vec2 at =
        isMove ? pixelOf(event.motion.x, event.motion.y) : pixelOf(event.button.x, event.button.y);
    carryOut(rulerCommand(m_desk.session, *touching, at, seen()));
    return true;
}

// Opens the card of what lies there, or closes the one that is open.
void Hands::click(base::Vec2 at) {
    constexpr double kReach = 0.011;  // of the frame's height
    const picture::Picture& picture = m_desk.projector.picture();
    const Sight sight = seen();
    const auto subject =
        subjectAt(*m_desk.session.film, m_desk.projector.world(), picture, at, kReach * picture.size.h);
    if (!subject && !m_desk.session.browse.card) return;
    Command command{CommandId::OpenCard, 0, subject ? toText(*subject) : "", {}};
    if (const auto plane = sight.view.toPlane(at)) command.ground = sight.projection.inverse(*plane);
    carryOut(command);
}

void Hands::handleMouse(const SDL_Event& event) {
    if (event.type != SDL_MOUSEWHEEL && isMadeOfTouch(event) && m_touch.isGesture()) return;
    const Sight sight = seen();
    const bool isPress = event.type == SDL_MOUSEBUTTONDOWN;
    const base::Vec2 pressed{static_cast<double>(event.button.x), static_cast<double>(event.button.y)};
    const bool free = isPress ? !m_desk.gui.takesPress(pressed) : !m_desk.gui.wantsMouse();
    m_pointerMoved = m_now;
    if (handleRuler(event, free)) return;
    if (event.type == SDL_MOUSEMOTION) {
        carryOut(m_inkHand.move(pixelOf(event.motion.x, event.motion.y), m_desk.session, sight));
        carryOut(m_pointer.move(pixelOf(event.motion.x, event.motion.y), sight));
    } else if (event.type == SDL_MOUSEWHEEL && free) {
        int x = 0, y = 0;
        SDL_GetMouseState(&x, &y);
        carryOut(m_pointer.wheel(event.wheel.preciseY, pixelOf(x, y), sight));
    } else if (event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) {
        handleButton(event, free, sight);
    }
}

void Hands::handleButton(const SDL_Event& event, bool free, const Sight& sight) {
    const auto button = buttonOf(event.button.button);
    if (!button) return;
    const base::Vec2 at = pixelOf(event.button.x, event.button.y);
    if (event.type == SDL_MOUSEBUTTONUP) {
        const auto clicked = m_pointer.release(*button);
        carryOut(m_inkHand.release(*button));
        if (clicked) click(*clicked);
    } else if (free && InkHand::takes(*button, m_desk.session)) {
        carryOut(m_inkHand.press(at, m_desk.session, sight));
    } else if (free) {
        carryOut(m_pointer.press(*button, event.button.clicks, at, sight));
    }
}

}  // namespace ui
