#include "ui/screens.h"

#include <SDL.h>

#include <algorithm>

namespace ui {

namespace {

// The window that an event names, 0 for none.
Uint32 windowOf(const SDL_Event& event) {
    switch (event.type) {
        case SDL_WINDOWEVENT:
            return event.window.windowID;
        case SDL_KEYDOWN:
        case SDL_KEYUP:
            return event.key.windowID;
        case SDL_TEXTINPUT:
        case SDL_TEXTEDITING:
            return event.text.windowID;
        case SDL_MOUSEMOTION:
            return event.motion.windowID;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            return event.button.windowID;
        case SDL_MOUSEWHEEL:
            return event.wheel.windowID;
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP:
            return event.tfinger.windowID;
        default:
            return 0;
    }
}

bool isOn(std::size_t display, base::Vec2 corner) {
    SDL_Rect bounds{};
    const SDL_Point at{static_cast<int>(corner.x), static_cast<int>(corner.y)};
    return SDL_GetDisplayBounds(static_cast<int>(display), &bounds) == 0 &&
           SDL_PointInRect(&at, &bounds) == SDL_TRUE;
}

// Windows need this long to arrive where they have been put.
constexpr double kSettlingSeconds = 1.5;

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Screens::Screens(Window& show, NotesLook look) : m_show(show), m_look(std::move(look)) {}

bool Screens::handle(const SDL_Event& event, Session& session) {
    if (event.type == SDL_DISPLAYEVENT) m_namesMayDiffer = true;
    const Uint32 number = windowOf(event);
    const bool isMove =
        event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_DISPLAY_CHANGED;
    if (isMove && m_show.is(number)) noticeDrag(session);
    if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_MOVED) {
        const base::Vec2 corner{double(event.window.data1), double(event.window.data2)};
        if (m_show.is(number)) m_showMovedTo = corner;
        if (m_notes && m_notes->window().is(number)) m_notesMovedTo = corner;
    }
    if (number == 0 || !m_notes || !m_notes->window().is(number)) return false;
    m_notes->handle(event);
    m_notes->touch();
    return true;
}

// Somebody has taken the show's window to another display: that is where it belongs from now on. A desktop
// that moves it because its display is gone changes nothing.
void Screens::noticeDrag(Session& session) {
    m_namesMayDiffer = true;
    NotesDesk& notes = session.notes;
    if (session.fullScreen || !m_placed || Window::displays() != m_names) return;
    const std::string& now = m_names[std::min(m_show.displayIndex(), m_names.size() - 1)];
    if (now == notes.showOn || (!notes.choice.show.empty() && !holds(m_names, notes.choice.show))) return;
    notes.choice.show = notes.showOn = now;
    m_placed->show = m_show.displayIndex();
}

// A desktop that switches a display off moves its window to another, and SDL goes on counting display and
// window as they were: only the event tells. Windows that have just been placed are still on their way.
void Screens::noticeOverlap(Session& session) {
    if (m_now - m_placedAt < kSettlingSeconds) return;
    const auto showAt = std::exchange(m_showMovedTo, std::nullopt);
    const auto notesAt = std::exchange(m_notesMovedTo, std::nullopt);
    const bool wereApart = m_placed && m_placed->place == NotesPlace::Display;
    if (!m_notes || !wereApart || !session.fullScreen) return;
    const bool isShowAstray = showAt && isOn(m_placed->notes, *showAt);
    if (!isShowAstray && !(notesAt && isOn(m_placed->show, *notesAt))) return;
    const std::string& gone = isShowAstray ? session.notes.showOn : session.notes.notesOn;
    warn(session, wordWith(Word::DisplayGone, gone, session.language));
    session.notes.open = false;
    session.notes.parked = true;
    m_showIsAstray = isShowAstray;
    m_show.restore();  // SDL minimises it where the notes have taken its display
}

Command Screens::meantForNotes(Command command) {
    if (command.id == CommandId::ZoomIn) command.id = CommandId::NotesLarger;
    if (command.id == CommandId::ZoomOut) command.id = CommandId::NotesSmaller;
    return command;
}

void Screens::follow(Session& session) {
    noticeOverlap(session);
    NotesDesk& notes = session.notes;
    std::vector<std::string> names = m_names;
    if (std::exchange(m_namesMayDiffer, false)) names = Window::displays();
    if (names.empty()) return;  // between two displays there may be none: the windows stay as they are
    const bool displaysChanged = m_placed && names != m_names;
    const bool swap = std::exchange(notes.swap, false);
    const bool isSettled = m_placed && !displaysChanged && !swap && notes.open == (m_notes != nullptr) &&
                           session.fullScreen == m_fullScreen;
    if (isSettled) return;
    if (displaysChanged && !holds(names, notes.showOn))
        warn(session, wordWith(Word::DisplayGone, notes.showOn, session.language));
    if (displaysChanged && m_notes && !holds(names, notes.notesOn))
        warn(session, wordWith(Word::DisplayGone, notes.notesOn, session.language));
    if (swap && m_placed) {
        if (names.size() < 2) warn(session, std::string(word(Word::OneDisplay, session.language)));
        notes.choice = swapped(notes.choice, *m_placed, names);
    }
    m_names = std::move(names);
    notes.displays = static_cast<int>(m_names.size());
    m_fullScreen = session.fullScreen;
    const Placement placement = settle(session, displaysChanged);
    clearWay(placement);
    moveShow(session, placement, displaysChanged);
    moveNotes(session, placement, displaysChanged);
    m_placed = placement;
    m_placedAt = m_now;
    if (!displaysChanged) notes.choice = remembered(notes.choice, placement, m_names);
}

// Where both belong now. Notes without a display of their own left give up their window rather than cover the
// show, until there is one again.
Placement Screens::settle(Session& session, bool displaysChanged) {
    NotesDesk& notes = session.notes;
    PlacementWish wish{m_names,
                       notes.choice,
                       notes.showOn,
                       notes.open || (notes.parked && displaysChanged),
                       session.fullScreen,
                       notes.parked || (m_placed && m_placed->place == NotesPlace::Display)};
    const Placement placement = place(wish);
    if (!wish.notesOpen) return placement;
    notes.open = placement.place != NotesPlace::Closed;
    notes.parked = !notes.open;
    return placement;
}

// SDL minimises a window that has the full screen of a display when another takes it: the notes leave the
// display that the show goes to first.
void Screens::clearWay(const Placement& placement) {
    if (m_notes && m_notes->window().displayIndex() == placement.show)
        m_notes->window().setMode(ScreenMode::Window);
}

void Screens::moveShow(Session& session, const Placement& placement, bool displaysChanged) {
    const std::string& name = m_names[placement.show];
    const bool wasAstray = std::exchange(m_showIsAstray, false);
    const bool isThere = m_show.displayIndex() == placement.show && !wasAstray;
    // A display that stays may still have another place among those that are left.
    const bool mayBeOff = displaysChanged && session.fullScreen;
    if (!isThere || mayBeOff || (m_placed && session.notes.showOn != name))
        m_show.moveTo(placement.show, session.fullScreen ? ScreenMode::Full : ScreenMode::Window);
    session.notes.showOn = name;
}

void Screens::moveNotes(Session& session, const Placement& placement, bool displaysChanged) {
    NotesDesk& notes = session.notes;
    if (placement.place == NotesPlace::Closed) {
        if (m_notes) {
            m_notes.reset();
            m_show.takeKeys();
        }
        notes.notesOn.clear();
        return;
    }
    const bool isNew = !m_notes;
    if (isNew && !openNotes(session)) return;
    const bool apart = placement.place == NotesPlace::Display;
    const bool same = m_placed && m_placed->place == placement.place && !displaysChanged &&
                      notes.notesOn == m_names[placement.notes];
    const ScreenMode mode = apart && session.fullScreen ? ScreenMode::Full : ScreenMode::Window;
    if (isNew || !same)
        m_notes->window().moveTo(placement.notes, mode);
    else if (apart)
        m_notes->window().setMode(mode);
    if (isNew && !apart) SDL_RaiseWindow(m_notes->window().handle());
    notes.notesOn = m_names[placement.notes];
    m_notes->touch();
}

bool Screens::openNotes(Session& session) {
    const std::string title = std::string(word(Word::NotesOf, session.language)) + " – " +
                              std::string(session.film->title.in(session.language));
    auto opened = NotesWindow::open(m_show, title, m_look);
    if (opened) {
        m_notes = std::move(*opened);
        return true;
    }
    session.notes.open = false;
    warn(session, base::toString(opened.problems().front()));
    return false;
}

Commands Screens::draw(const Session& session, Projector& projector, bool isNew, double seconds) {
    m_now = seconds;
    if (!m_notes) return {};
    return m_notes->draw(session, projector, isNew, seconds);
}

}  // namespace ui
