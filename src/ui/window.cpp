#include "ui/window.h"

#include <SDL.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

#include "render/headless_context.h"
#include "ui/displays.h"
#include "ui/x_errors.h"

namespace ui {

namespace {

constexpr const char* kWithoutDisplay =
    "without a display use `harmattan export` or `harmattan still`, which need none";

base::Problem failure(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Failure, "", 0, 0, std::move(what), std::move(advice)};
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
    // Never used: without depth Mesa's software renderer takes the way that gl.cpp avoids.
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 16);
    // Asked for where it exists; elsewhere a lost context cannot be told from others.
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_LOSE_CONTEXT);
    // The picture is smooth already, and is copied pixel by pixel: the window must not have samples of its
    // own.
    SDL_GL_SetAttribute(SDL_GL_MULTISAMPLESAMPLES, 0);
}

// A window that can be seen and taken hold of: its upper middle is on a display.
bool isOnDisplay(const WindowPlace& place) {
    const SDL_Point handle{place.x + place.size.w / 2, place.y + 20};
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect screen;
        if (SDL_GetDisplayUsableBounds(i, &screen) == 0 && SDL_PointInRect(&handle, &screen)) return true;
    }
    return false;
}

// What was remembered may be of larger displays than there are now.
base::Size sizeOnDisplay(const WindowPlace& place) {
    base::Size largest{1, 1};
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        SDL_Rect screen;
        if (SDL_GetDisplayBounds(i, &screen) != 0) continue;
        largest = {std::max(largest.w, screen.w), std::max(largest.h, screen.h)};
    }
    return {std::min(place.size.w, largest.w), std::min(place.size.h, largest.h)};
}

}  // namespace

struct Window::Implementation {
    bool started = false;
    bool ownsContext = true;
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    SDL_Rect windowed{};  // where it was before it took the full screen

    base::Result<base::Done> makeContext();
    void enterFullScreen();
    void leaveFullScreen();
    SDL_Rect framed() const;

    Implementation() = default;
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    ~Implementation() {
        if (context && ownsContext) SDL_GL_DeleteContext(context);
        if (window) SDL_DestroyWindow(window);
        if (started) SDL_Quit();
    }
};

base::Result<base::Done> Window::Implementation::makeContext() {
    context = SDL_GL_CreateContext(window);
    if (!context) {
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION, SDL_GL_CONTEXT_RESET_NO_NOTIFICATION);
        context = SDL_GL_CreateContext(window);
    }
    if (!context) {
        return failure(std::string("the display gives no OpenGL 3.3: ") + SDL_GetError(),
                       "update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the card");
    }
    if (SDL_GL_SetSwapInterval(1) != 0) SDL_ClearError();
    return base::Done{};
}

// Size of the window, and its frame's corner.
SDL_Rect Window::Implementation::framed() const {
    SDL_Rect rect;
    SDL_GetWindowPosition(window, &rect.x, &rect.y);
    SDL_GetWindowSize(window, &rect.w, &rect.h);
    int top = 0, left = 0;
    // While it has no frame, SDL places the window by its frame's corner.
    if (SDL_GetWindowBordersSize(window, &top, &left, nullptr, nullptr) == 0) {
        rect.x -= left;
        rect.y -= top;
    }
    return rect;
}

// Window managers make the window as large as the screen; where there is none (a bare X server), it has to
// have that size already.
void Window::Implementation::enterFullScreen() {
    windowed = framed();
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
    forgiveLateMessages();
    if (!isSeen()) return failure("no window can be opened: there is no display", kWithoutDisplay);
    const std::vector<std::string> names = displays();
    const auto display = findDisplay(names, options.display.empty() ? options.preferred : options.display);
    if (!display && !options.display.empty()) return noSuchDisplay(options.display, names);

    const bool debug = std::getenv("HARMATTAN_GL_DEBUG") != nullptr;
    askForContext(debug);
    const auto place =
        static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(display.value_or(0))));
    self.window = SDL_CreateWindow(options.title.c_str(), place, place, options.size.w, options.size.h,
                                   SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!self.window)
        return failure(std::string("no window can be opened: ") + SDL_GetError(), kWithoutDisplay);
    SDL_SetWindowMinimumSize(self.window, 320, 180);
    if (options.place && isOnDisplay(*options.place)) {
        const base::Size fits = sizeOnDisplay(*options.place);
        SDL_SetWindowSize(self.window, fits.w, fits.h);
        SDL_SetWindowPosition(self.window, options.place->x, options.place->y);
        if (options.place->maximised) SDL_MaximizeWindow(self.window);
    }
    if (options.mode == ScreenMode::Full) self.enterFullScreen();
    if (auto made = self.makeContext(); !made) return made.problems();
    if (debug) render::watchGlMessages();
    return window;
}

std::vector<std::string> Window::displays() {
    std::vector<std::string> names;
    for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
        const char* name = SDL_GetDisplayName(i);
        names.emplace_back(name ? name : "");
    }
    return distinctNames(std::move(names));
}

base::Result<Window> Window::openBeside(const std::string& title, base::Size size) const {
    Window window;
    Implementation& self = *window.m_implementation;
    self.ownsContext = false;
    self.context = m_implementation->context;
    // Its frames must not wait for the screen: those of this window do.
    self.window =
        SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.w, size.h,
                         SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!self.window || SDL_GL_MakeCurrent(self.window, self.context) != 0) {
        const std::string reason = SDL_GetError();
        makeCurrent();
        return failure("the second window cannot be opened: " + reason, "go on with one window");
    }
    if (SDL_GL_SetSwapInterval(0) != 0) SDL_ClearError();
    makeCurrent();
    SDL_SetWindowMinimumSize(self.window, 480, 270);
    return window;
}

base::Result<base::Done> Window::renewContext() {
    Implementation& self = *m_implementation;
    SDL_GL_DeleteContext(self.context);
    self.context = nullptr;
    // A driver that is being reset or updated may need a while.
    constexpr int kTries = 20;
    constexpr Uint32 kPause = 250;  // ms
    for (int i = 1; i < kTries; ++i) {
        if (self.makeContext()) return base::Done{};
        SDL_Delay(kPause);
    }
    return self.makeContext();
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

DisplayFacts Window::display() const {
    DisplayFacts facts;
    facts.pixelsPerUnit = pixelsPerUnit();
    const int index = SDL_GetWindowDisplayIndex(m_implementation->window);
    SDL_Rect bounds;
    float dpi = 0;
    if (SDL_GetDisplayBounds(index, &bounds) == 0) facts.pixels = {bounds.w, bounds.h};
    if (SDL_GetDisplayDPI(index, &dpi, nullptr, nullptr) == 0) facts.dpi = static_cast<double>(dpi);
    if (const char* scale = std::getenv("GDK_SCALE")) facts.gdkScale = scale;
    return facts;
}

std::optional<WindowPlace> Window::place() const {
    const Uint32 flags = SDL_GetWindowFlags(m_implementation->window);
    const bool isFull = (flags & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    const SDL_Rect rect = isFull ? m_implementation->windowed : m_implementation->framed();
    if (rect.w <= 0 || rect.h <= 0) return std::nullopt;
    return WindowPlace{rect.x, rect.y, {rect.w, rect.h}, (flags & SDL_WINDOW_MAXIMIZED) != 0};
}

void Window::setTitle(const std::string& title) {
    SDL_SetWindowTitle(m_implementation->window, title.c_str());
}

void Window::setMode(ScreenMode mode) {
    const bool isFull = (SDL_GetWindowFlags(m_implementation->window) & SDL_WINDOW_FULLSCREEN) != 0;
    if (isFull == (mode == ScreenMode::Full)) return;
    if (mode == ScreenMode::Full)
        m_implementation->enterFullScreen();
    else
        m_implementation->leaveFullScreen();
}

std::size_t Window::displayIndex() const {
    return static_cast<std::size_t>(std::max(SDL_GetWindowDisplayIndex(m_implementation->window), 0));
}

// Out of full screen first: a window that has it cannot be moved.
void Window::moveTo(std::size_t display, ScreenMode mode) {
    SDL_Window* window = m_implementation->window;
    const SDL_Rect& before = m_implementation->windowed;
    const bool wasFull = (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN) != 0 && before.w > 0;
    const base::Size now = wasFull ? base::Size{before.w, before.h} : size();
    SDL_SetWindowFullscreen(window, 0);
    SDL_Rect screen;
    if (SDL_GetDisplayUsableBounds(static_cast<int>(display), &screen) != 0) return;
    const int w = std::min(now.w, screen.w), h = std::min(now.h, screen.h);
    SDL_SetWindowSize(window, w, h);
    SDL_SetWindowPosition(window, screen.x + (screen.w - w) / 2, screen.y + (screen.h - h) / 2);
    if (mode == ScreenMode::Full) m_implementation->enterFullScreen();
}

void Window::makeCurrent() const {
    SDL_GL_MakeCurrent(m_implementation->window, m_implementation->context);
}

bool Window::is(std::uint32_t number) const {
    return SDL_GetWindowID(m_implementation->window) == number;
}

void Window::restore() {
    if ((SDL_GetWindowFlags(m_implementation->window) & SDL_WINDOW_MINIMIZED) != 0)
        SDL_RestoreWindow(m_implementation->window);
}

void Window::takeKeys() {
    if (SDL_SetWindowInputFocus(m_implementation->window) != 0) SDL_ClearError();
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
