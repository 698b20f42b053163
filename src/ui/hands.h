// What the presenter's hands do, as commands: keys, mouse, wheel and fingers, over the map and over panels.
#pragma once

#include <functional>
#include <optional>

#include "ui/gui.h"
#include "ui/ink_hand.h"
#include "ui/key_input.h"
#include "ui/pointer.h"
#include "ui/projector.h"
#include "ui/screens.h"
#include "ui/sdl_keys.h"
#include "ui/touch.h"
#include "ui/window.h"

union SDL_Event;

namespace ui {

/// Where hands work; all must outlive them.
struct Desk {
    Window& window;
    Gui& gui;
    Projector& projector;
    Screens& screens;
    Session& session;
    std::function<void(const Command&)> carryOut;
};

class Hands {
  public:
    explicit Hands(Desk desk) : m_desk(std::move(desk)) {}

    /// Takes the events that wait and has carried out what they mean; `now`: seconds on the stage's clock.
    /// True when there were any.
    bool readEvents(double now);

    /// A frame has been shown: the map may have moved under the pointer.
    void follow();

    /// Where the tip of the ink is, in the window's units, while the pointer is in the window.
    std::optional<base::Vec2> tip() const;

    /// When the pointer was last moved.
    double pointerMoved() const { return m_pointerMoved; }

  private:
    void handle(const SDL_Event& event);
    void handleKey(const SDL_Event& event, bool isForNotes);
    void handleMouse(const SDL_Event& event);
    void handleButton(const SDL_Event& event, bool free, const Sight& sight);
    void handleTouch(const SDL_Event& event);
    bool handleRuler(const SDL_Event& event, bool free);
    void click(base::Vec2 at);
    void carryOut(const std::optional<Command>& command);
    Sight seen() const { return m_desk.projector.sight(m_desk.session); }
    base::Vec2 pixelOf(int x, int y) const;
    std::optional<base::LonLat> pointedGround() const;

    Desk m_desk;
    SdlKeys m_keys;
    KeyInput m_keyInput;
    Pointer m_pointer;
    Touch m_touch;
    InkHand m_inkHand;
    double m_now = 0;
    double m_pointerMoved = 0;
    int m_panelFrames = 0;  // still to be drawn before a panel that has opened hears keys
};

}  // namespace ui
