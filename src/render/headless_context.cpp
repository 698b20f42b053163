#include "render/headless_context.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <vector>

namespace render {

struct HeadlessContext::Implementation {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    EGLSurface surface = EGL_NO_SURFACE;

    ~Implementation() {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface != EGL_NO_SURFACE) eglDestroySurface(display, surface);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

HeadlessContext::HeadlessContext() : m_implementation(std::make_unique<Implementation>()) {}
HeadlessContext::HeadlessContext(HeadlessContext&&) noexcept = default;
HeadlessContext& HeadlessContext::operator=(HeadlessContext&&) noexcept = default;
HeadlessContext::~HeadlessContext() = default;

namespace {

base::Problem noGl(const std::string& what) {
    return {base::Severity::Error,
            base::Trouble::Failure,
            "",
            0,
            0,
            "no OpenGL 3.3 without a window: " + what,
            "install a driver or Mesa's software renderer (Debian: libgl1-mesa-dri and libegl1)"};
}

// Devices first (a GPU without display server), then Mesa's surfaceless platform (software).
std::vector<EGLDisplay> candidateDisplays() {
    std::vector<EGLDisplay> displays;
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_base"))
        return {eglGetDisplay(EGL_DEFAULT_DISPLAY)};
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_enumeration") &&
        epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) {
        std::array<EGLDeviceEXT, 16> devices{};
        EGLint count = 0;
        if (eglQueryDevicesEXT(devices.size(), devices.data(), &count)) {
            for (EGLint i = 0; i < count; ++i) {
                displays.push_back(eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[i], nullptr));
            }
        }
    }
    displays.push_back(eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    return displays;
}

// Where a driver offers it, the context is told when the graphics card was reset (see glFailure), instead of
// drawing nothing from then on.
EGLContext makeContext(EGLDisplay display, EGLConfig config, GlDebug debug) {
    const std::vector<EGLint> wanted = {EGL_CONTEXT_MAJOR_VERSION,
                                        3,
                                        EGL_CONTEXT_MINOR_VERSION,
                                        3,
                                        EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                        EGL_CONTEXT_OPENGL_DEBUG,
                                        debug == GlDebug::On ? EGL_TRUE : EGL_FALSE,
                                        EGL_NONE};
    std::vector<EGLint> told(wanted.begin(), wanted.end() - 1);
    told.insert(told.end(),
                {EGL_CONTEXT_OPENGL_RESET_NOTIFICATION_STRATEGY, EGL_LOSE_CONTEXT_ON_RESET, EGL_NONE});
    const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, told.data());
    if (context != EGL_NO_CONTEXT) return context;
    return eglCreateContext(display, config, EGL_NO_CONTEXT, wanted.data());
}

// The driver's own complaint on stderr would come before our message; it is not needed.
bool openOn(EGLDisplay display, GlDebug debug, EGLContext& context, EGLSurface& surface) {
    EGLint major = 0, minor = 0;
    if (display == EGL_NO_DISPLAY || !eglInitialize(display, &major, &minor)) return false;
    if (!eglBindAPI(EGL_OPENGL_API)) return false;
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                             EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (!eglChooseConfig(display, wanted, &config, 1, &count) || count < 1) return false;
    context = makeContext(display, config, debug);
    if (context == EGL_NO_CONTEXT) return false;
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) return true;
    const EGLint tiny[] = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
    surface = eglCreatePbufferSurface(display, config, tiny);
    return surface != EGL_NO_SURFACE && eglMakeCurrent(display, surface, surface, context);
}

std::atomic<int> messageCount{0};

void countMessage(GLenum, GLenum type, GLuint, GLenum severity, GLsizei, const GLchar* text, const void*) {
    if (severity == GL_DEBUG_SEVERITY_NOTIFICATION || severity == GL_DEBUG_SEVERITY_LOW) return;
    if (type == GL_DEBUG_TYPE_PERFORMANCE) return;
    ++messageCount;
    std::fprintf(stderr, "harmattan: OpenGL: %s\n", text);
}

}  // namespace

base::Result<HeadlessContext> HeadlessContext::make(GlDebug debug) {
    HeadlessContext made;
    for (const EGLDisplay display : candidateDisplays()) {
        Implementation& self = *made.m_implementation;
        self.display = display;
        if (openOn(display, debug, self.context, self.surface)) {
            if (epoxy_gl_version() < 33) return noGl("the driver offers only " + made.description());
            if (debug == GlDebug::On) watchGlMessages();
            return made;
        }
        made.m_implementation = std::make_unique<Implementation>();
    }
    return noGl("no EGL device or software renderer was found");
}

std::string HeadlessContext::description() const {
    const auto text = [](GLenum name) {
        const auto* value = reinterpret_cast<const char*>(glGetString(name));
        return std::string(value ? value : "?");
    };
    return text(GL_VENDOR) + ", " + text(GL_RENDERER) + ", " + text(GL_VERSION);
}

void watchGlMessages() {
    if (!epoxy_has_gl_extension("GL_KHR_debug")) return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(countMessage, nullptr);
}

int glMessageCount() {
    return messageCount;
}

}  // namespace render
