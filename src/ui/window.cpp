#include "ui/window.h"

#include <SDL.h>

#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "render/headless_context.h"

namespace ui {

namespace {

constexpr const char* kWithoutDisplay =
    "without a display use `harmattan export` or `harmattan still`, which need none";

base::Problem failure(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Failure, "", 0, 0, std::move(what), std::move(advice)};
}

std::vector<std::string> displayNames() {
    std::vector<std::string> names;
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        const char* name = SDL_GetDisplayName(i);
        names.emplace_back(name ? name : "");
    }
    return names;
}

std::optional<int> displayIndex(const std::string& wanted, const std::vector<std::string>& names) {
    int number = 0;
    const char* end = wanted.data() + wanted.size();
    const auto read = std::from_chars(wanted.data(), end, number);
    const bool isNumber = read.ec == std::errc() && read.ptr == end;
    if (isNumber && number >= 1 && number <= static_cast<int>(names.size())) return number - 1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (base::folded(names[i]).find(base::folded(wanted)) != std::string::npos)
            return static_cast<int>(i);
    }
    return std::nullopt;
}

base::Problem noSuchDisplay(const std::string& wanted, const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += (i > 0 ? ", " : "") + std::to_string(i + 1) + " \"" + names[i] + "\"";
    }
    return {
        base::Severity::Error,     base::Trouble::Usage, "", 0, 0, "there is no display \"" + wanted + "\"",
        "the displays are " + list};
}

// False when SDL has fallen back to a driver that shows nothing to anybody and nobody asked for it.
bool isSeen() {
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    const bool unseen = driver == "offscreen" || driver == "dummy" || driver == "evdev";
    return !unseen || std::getenv("SDL_VIDEODRIVER") != nullptr;
}

void askForContext(bool debug) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, debug ? SDL_GL_CONTEXT_DEBUG_FLAG : 0);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    // The picture is smooth already, and is copied pixel by pixel: the window must not have samples of its
    // own.
    SDL_GL_SetAttribute(SDL_GL_MULTISAMPLESAMPLES, 0);
}

}  // namespace

struct Window::Implementation {
    bool started = false;
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    SDL_Rect windowed{};  // where it was before it took the full screen

    void enterFullScreen();
    void leaveFullScreen();

    Implementation() = default;
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    ~Implementation() {
        if (context) SDL_GL_DeleteContext(context);
        if (window) SDL_DestroyWindow(window);
        if (started) SDL_Quit();
    }
};

// Window managers make the window as large as the screen; where there is none (a bare X server), it has to
// have that size already.
void Window::Implementation::enterFullScreen() {
    SDL_GetWindowPosition(window, &windowed.x, &windowed.y);
    SDL_GetWindowSize(window, &windowed.w, &windowed.h);
    int top = 0, left = 0;
    // While it has no frame, SDL places the window by its frame's corner.
    if (SDL_GetWindowBordersSize(window, &top, &left, nullptr, nullptr) == 0) {
        windowed.x -= left;
        windowed.y -= top;
    }
    SDL_Rect screen;
    const bool maximised = (SDL_GetWindowFlags(window) & SDL_WINDOW_MAXIMIZED) != 0;
    if (!maximised && SDL_GetDisplayBounds(SDL_GetWindowDisplayIndex(window), &screen) == 0) {
        SDL_SetWindowPosition(window, screen.x, screen.y);
        SDL_SetWindowSize(window, screen.w, screen.h);
    }
    SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::Implementation::leaveFullScreen() {
    const bool maximised = (SDL_GetWindowFlags(window) & SDL_WINDOW_MAXIMIZED) != 0;
    SDL_SetWindowFullscreen(window, 0);
    if (maximised) return;
    SDL_SetWindowSize(window, windowed.w, windowed.h);
    SDL_SetWindowPosition(window, windowed.x, windowed.y);
}

Window::Window() : m_implementation(std::make_unique<Implementation>()) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

base::Result<Window> Window::open(const WindowOptions& options) {
    Window window;
    Implementation& self = *window.m_implementation;
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return failure(std::string("no window can be opened: ") + SDL_GetError(), kWithoutDisplay);
    }
    self.started = true;
    if (!isSeen()) return failure("no window can be opened: there is no display", kWithoutDisplay);
    const std::vector<std::string> names = displayNames();
    const auto display = options.display.empty() ? 0 : displayIndex(options.display, names);
    if (!display) return noSuchDisplay(options.display, names);

    const bool debug = std::getenv("HARMATTAN_GL_DEBUG") != nullptr;
    askForContext(debug);
    const auto place = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(*display)));
    self.window = SDL_CreateWindow(options.title.c_str(), place, place, options.size.w, options.size.h,
                                   SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!self.window)
        return failure(std::string("no window can be opened: ") + SDL_GetError(), kWithoutDisplay);
    SDL_SetWindowMinimumSize(self.window, 320, 180);
    if (options.mode == ScreenMode::Full) self.enterFullScreen();
    self.context = SDL_GL_CreateContext(self.window);
    if (!self.context) {
        return failure(std::string("the display gives no OpenGL 3.3: ") + SDL_GetError(),
                       "update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the card");
    }
    if (SDL_GL_SetSwapInterval(1) != 0) SDL_ClearError();
    if (debug) render::watchGlMessages();
    return window;
}

base::Size Window::pixels() const {
    base::Size size;
    SDL_GL_GetDrawableSize(m_implementation->window, &size.w, &size.h);
    return size;
}

base::Size Window::size() const {
    base::Size size;
    SDL_GetWindowSize(m_implementation->window, &size.w, &size.h);
    return size;
}

double Window::pixelsPerUnit() const {
    const base::Size units = size();
    return units.w > 0 ? static_cast<double>(pixels().w) / units.w : 1;
}

bool Window::isVisible() const {
    const Uint32 flags = SDL_GetWindowFlags(m_implementation->window);
    return (flags & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN)) == 0;
}

void Window::setMode(ScreenMode mode) {
    if (mode == ScreenMode::Full)
        m_implementation->enterFullScreen();
    else
        m_implementation->leaveFullScreen();
}

void Window::swap() {
    SDL_GL_SwapWindow(m_implementation->window);
}

SDL_Window* Window::handle() const {
    return m_implementation->window;
}

void* Window::context() const {
    return m_implementation->context;
}

}  // namespace ui
