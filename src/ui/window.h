// The window and its OpenGL 3.3 core context. What is drawn in it is no business of this file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/units.h"
#include "ui/desktop_scale.h"
#include "ui/settings.h"

struct SDL_Window;

namespace ui {

enum class ScreenMode { Window, Full };

struct WindowOptions {
    std::string title;
    base::Size size{1280, 720};  ///< of the window, in the desktop's own units
    std::string display;  ///< part of a display's name, or its number from 1; empty: the desktop's choice
    ScreenMode mode = ScreenMode::Window;
    std::string preferred = {};             ///< name of the display to choose, if it is there
    std::optional<WindowPlace> place = {};  ///< where it shall be, if that is on a display
};

class Window {
  public:
    /// The names of the displays that are there, distinct; none before a window is open.
    static std::vector<std::string> displays();

    /// Opens the window and makes its context current. Problems are of kind Failure (no display, no
    /// OpenGL 3.3), or Usage when no display has that name; then all names are given.
    static base::Result<Window> open(const WindowOptions& options);

    /// Opens a second window that is drawn in with this one's context, which stays current on this one. It
    /// must be gone before this one is. A problem of kind Failure when the desktop does not let it.
    base::Result<Window> openBeside(const std::string& title, base::Size size) const;
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();

    base::Size pixels() const;     ///< of the drawable
    base::Size size() const;       ///< in the desktop's own units, those of the pointer
    double pixelsPerUnit() const;  ///< 1 but on high-DPI desktops that count in points
    bool isVisible() const;        ///< false while minimised or hidden

    DisplayFacts display() const;  ///< the one it is on
    /// Where it is, or was before it took the full screen; nothing when it never was a window.
    std::optional<WindowPlace> place() const;

    void setTitle(const std::string& title);
    void setMode(ScreenMode mode);
    /// Index of the display that most of it is on.
    std::size_t displayIndex() const;
    /// Puts it on this display: over all of it, or in its middle and no larger than it.
    void moveTo(std::size_t display, ScreenMode mode);

    /// The context draws in this window from now on.
    void makeCurrent() const;
    /// Whether an event that names this window by its number is its own.
    bool is(std::uint32_t number) const;
    /// Opens it again where it was minimised.
    void restore();
    /// Keys go to this window from now on: where there is no window manager nobody else sees to that.
    void takeKeys();
    /// Shows what has been drawn; waits for the screen where the driver can.
    void swap();

    /// A new context in place of one that was lost, made current; nothing of the old one is left. A problem
    /// of kind Failure when the driver gives none.
    base::Result<base::Done> renewContext();

    SDL_Window* handle() const;
    void* context() const;

  private:
    Window();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace ui
