#include "render/driver.h"

#include <epoxy/gl.h>

#include <array>
#include <cstdio>

namespace render {

namespace {

base::Problem failure(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Failure, "", 0, 0, std::move(what), std::move(advice)};
}

base::Problem problemOf(GLenum error) {
    if (error == GL_OUT_OF_MEMORY)
        return failure("the graphics driver ran out of memory",
                       "use a smaller --size or --supersample, or close other programs");
    if (error == GL_CONTEXT_LOST)
        return failure("the graphics driver was reset", "start again; what is finished is kept");
    char code[16];
    std::snprintf(code, sizeof code, "0x%04X", error);
    return failure(std::string("the graphics driver refused to draw, error ") + code,
                   "update the driver, or use Mesa's software renderer");
}

}  // namespace

bool isSoftware(std::string_view renderer) {
    constexpr std::array<std::string_view, 6> kNames = {"llvmpipe", "softpipe", "SWR",
                                                        "Software", "swrast",   "SwiftShader"};
    for (const std::string_view name : kNames) {
        if (renderer.find(name) != std::string_view::npos) return true;
    }
    return false;
}

bool isSoftwareDriver() {
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    return renderer && isSoftware(renderer);
}

// Asked of a driver that cannot tell, glGetGraphicsResetStatus itself would end the program.
bool canTellLoss() {
    return epoxy_gl_version() >= 45 || epoxy_has_gl_extension("GL_KHR_robustness");
}

bool isContextLost() {
    return glGetGraphicsResetStatus() != GL_NO_ERROR;
}

std::optional<base::Problem> glFailure() {
    if (canTellLoss() && isContextLost()) return problemOf(GL_CONTEXT_LOST);
    // Several errors can wait; a context that is lost may report one for ever.
    constexpr int kMostErrors = 16;
    std::optional<base::Problem> problem;
    for (int i = 0; i < kMostErrors; ++i) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR) break;
        if (!problem || error == GL_OUT_OF_MEMORY) problem = problemOf(error);
    }
    return problem;
}

}  // namespace render
