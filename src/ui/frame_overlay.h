// The event list over the frames of an export: the list of the window, laid out anew for each cue. It depends
// on the picture's cue and language alone, so a frame looks the same whatever was drawn before it. No window,
// no input, no clock.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "film/film.h"
#include "picture/picture.h"
#include "picture/theme.h"
#include "render/target.h"

namespace ui {

class FrameOverlay {
  public:
    /// For pictures of `size` pixels of this film, in this theme; `film` must outlive it. Needs a current
    /// context until its end. Problems are of kind Failure: a typeface in `fontsDirectory` is missing, or the
    /// driver does not let ImGui draw.
    static base::Result<FrameOverlay> make(const film::Film& film, const picture::Theme& theme,
                                           base::Size size, const std::string& fontsDirectory);
    FrameOverlay(FrameOverlay&&) noexcept;
    FrameOverlay& operator=(FrameOverlay&&) noexcept;
    ~FrameOverlay();

    /// A warning when the list has to write characters of which its typefaces have none, such as Arabic; the
    /// picture has them all.
    static base::Problems warnings(const film::Film& film, std::string_view language);

    /// Draws the list over what `target` holds; picture and target must have the size given to make().
    /// Leaves OpenGL as it was, but for the framebuffer and the viewport.
    void draw(const picture::Picture& picture, const render::Target& target);

  private:
    FrameOverlay();
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

}  // namespace ui
