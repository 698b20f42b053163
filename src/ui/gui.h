// Dear ImGui's life in a window: context, backends, typeface and style. What is drawn with it is the
// overlay's business.
#pragma once

#include <imgui.h>

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
    static base::Result<Gui> make(Window& window, const std::string& fontsDirectory);

    /// Sets letters and style for the window as it is now. To be called between frames.
    void fit(const picture::Theme& theme);

    void handle(const SDL_Event& event);
    void begin();
    void end();  ///< draws into the window's framebuffer

    bool wantsMouse() const;
    bool wantsText() const;  ///< a field of text or an open list has the keyboard
    void hidePointer();      ///< for this frame

    float unit() const { return m_unit; }  ///< height of plain text in the window's units
    ImFont* strong() const { return m_strong; }

  private:
    explicit Gui(Window& window);
    void loadFonts(float pixels);

    using Context = std::unique_ptr<ImGuiContext, void (*)(ImGuiContext*)>;
    Window* m_window;
    Context m_context;
    Typefaces m_typefaces;
    float m_unit = 0;
    float m_pixels = 0;  // height of the letters in the atlas
    ImFont* m_strong = nullptr;
};

}  // namespace ui
