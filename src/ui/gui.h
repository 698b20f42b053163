// Dear ImGui's life in a window: context, backends, typeface and style. What is drawn with it is the
// overlay's business.
#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "picture/theme.h"
#include "ui/look.h"
#include "ui/window.h"

union SDL_Event;

namespace ui {

class Gui {
  public:
    /// Needs the window's context. `fontsDirectory` holds the program's typefaces; a problem of kind Failure
    /// names a missing one. `window` must outlive the result.
    /// `scale` multiplies the size of all text.
    static base::Result<Gui> make(Window& window, const std::string& fontsDirectory, double scale);

    /// Loads more letters into the atlas, after the plain and the strong ones; `pixels`: height of the plain.
    using MoreLetters = std::function<void(ImFontAtlas& atlas, const Typefaces& typefaces, float pixels)>;
    /// Has these loaded too, at the next fit().
    void want(MoreLetters more);

    /// Sets letters and style for the window as it is now. To be called between frames.
    void fit(const picture::Theme& theme);

    void handle(const SDL_Event& event);
    void begin();
    void end();  ///< draws into the window's framebuffer

    /// Gives up everything in the graphics card, before its context ends ...
    void letGo();
    /// ... and goes on in a new one.
    void restart();

    bool wantsMouse() const;
    /// True when a press there, in the window's units, is a panel's: also right after the pointer has come
    /// there, as a finger does.
    bool takesPress(base::Vec2 at) const;
    bool wantsText() const;  ///< a field of text or an open list has the keyboard
    void hidePointer();      ///< for this frame
    void leavePointer();     ///< as other windows want it, from now on

    float unit() const { return m_unit; }  ///< height of plain text in the window's units
    ImFont* strong() const { return m_strong; }

  private:
    explicit Gui(Window& window);
    // There may be one for each window.
    void use() const { ImGui::SetCurrentContext(m_context.get()); }
    void loadFonts(float pixels);

    using Context = std::unique_ptr<ImGuiContext, void (*)(ImGuiContext*)>;
    Window* m_window;
    Context m_context;
    Typefaces m_typefaces;
    double m_scale = 1;
    MoreLetters m_more;
    float m_unit = 0;
    float m_pixels = 0;  // height of the letters in the atlas; 0: they are to be loaded
    bool m_loaded = false;
    ImFont* m_strong = nullptr;
};

}  // namespace ui
