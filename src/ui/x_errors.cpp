#include "ui/x_errors.h"

#include <SDL.h>

#if __has_include(<X11/Xlib.h>)
#include <X11/Xlib.h>
#include <X11/Xproto.h>
#include <dlfcn.h>

#include <string_view>
#endif

namespace ui {

#if __has_include(<X11/Xlib.h>)

namespace {

XErrorHandler before = nullptr;

// Of a window that is gone, or may not have the keyboard as it is not on screen (any more).
int forgive(Display* display, XErrorEvent* error) {
    const bool isLate = error->error_code == BadWindow ||
                        (error->error_code == BadMatch && error->request_code == X_SetInputFocus);
    return isLate || !before ? 0 : before(display, error);
}

}  // namespace

// SDL loads Xlib by itself, and only for an X server: it is asked for here in the same way.
void forgiveLateMessages() {
    const char* driver = SDL_GetCurrentVideoDriver();
    if (!driver || std::string_view(driver) != "x11" || before) return;
    void* library = dlopen("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD);
    if (!library) return;
    using Set = XErrorHandler (*)(XErrorHandler);
    if (const auto set = reinterpret_cast<Set>(dlsym(library, "XSetErrorHandler"))) before = set(forgive);
    dlclose(library);
}

#else

void forgiveLateMessages() {}

#endif

}  // namespace ui
