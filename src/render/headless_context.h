// An OpenGL 3.3 core context without display or window, through EGL: a GPU when there is one, Mesa's software
// renderer when not.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace render {

/// Whether OpenGL checks every call and reports what it finds.
enum class GlDebug { Off, On };

class HeadlessContext {
  public:
    /// Makes the context and makes it current on this thread. A problem of kind Failure says what is missing.
    static base::Result<HeadlessContext> make(GlDebug debug = GlDebug::Off);
    HeadlessContext(HeadlessContext&&) noexcept;
    HeadlessContext& operator=(HeadlessContext&&) noexcept;
    ~HeadlessContext();

    /// "vendor, renderer, version" of the driver.
    std::string description() const;

  private:
    HeadlessContext();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

/// Sends every GL debug message of medium or high severity of the current context to stderr and counts it.
void watchGlMessages();
/// How many messages have been counted in this process.
int glMessageCount();

}  // namespace render
