// The window and its OpenGL 3.3 core context. What is drawn in it is no business of this file.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "base/units.h"

struct SDL_Window;

namespace ui {

enum class ScreenMode { Window, Full };

struct WindowOptions {
    std::string title;
    base::Size size{1280, 720};  ///< of the window, in the desktop's own units
    std::string display;  ///< part of a display's name, or its number from 1; empty: the desktop's choice
    ScreenMode mode = ScreenMode::Window;
};

class Window {
  public:
    /// Opens the window and makes its context current. Problems are of kind Failure (no display, no
    /// OpenGL 3.3), or Usage when no display has that name; then all names are given.
    static base::Result<Window> open(const WindowOptions& options);
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();

    base::Size pixels() const;     ///< of the drawable
    base::Size size() const;       ///< in the desktop's own units, those of the pointer
    double pixelsPerUnit() const;  ///< 1 but on high-DPI desktops that count in points
    bool isVisible() const;        ///< false while minimised or hidden

    void setMode(ScreenMode mode);
    /// Shows what has been drawn; waits for the screen where the driver can.
    void swap();

    SDL_Window* handle() const;
    void* context() const;

  private:
    Window();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace ui
