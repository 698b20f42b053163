// The part of a frame that is drawn at a time: all of it, or a tile of one that is larger than the driver can
// draw. Places stay pixels of the whole frame in every pass; only where they land in a canvas changes.
//
//   frame  0,0 ----------------------------+
//          |        x,y ---------+         |
//          |         |  window   |         |
//          |         +-----------+         |
//          +-------------------------------+
//
// Tiles meet without a seam: triangles cover the same pixels whatever the window, and light, shapes and text
// are worked out from the pixel's place in the frame. Only what a driver carries over a triangle (the relief,
// the distance from a line) it sums up from the window's corner: there a tile's pixel may differ by 1 of 255.
#pragma once

#include <vector>

#include "base/units.h"
#include "render/gl.h"

namespace render {

struct Window {
    base::Size frame;  ///< of the whole picture, pixels
    int x = 0, y = 0;  ///< its top left corner in the frame, pixels
    base::Size size;   ///< of the canvas it is drawn to, canvas pixels
    int scale = 1;     ///< frame pixels to a canvas pixel
    bool operator==(const Window&) const = default;
};

/// Every tile begins at multiples of this: squares of the ground (64 pixels), the light at a third of the
/// size, the relief at a half, blocks of a supersampled picture (1 to 4) and of a driver (2) fall alike in
/// all of them.
inline constexpr int kTileStep = 192;

/// The window that shows all of a frame.
Window whole(base::Size frame);

/// Windows that cover a frame, rows from the top; no side longer than `largestSide` pixels, or than
/// kTileStep where that is larger. One when the frame fits.
std::vector<Window> tilesOf(base::Size frame, int largestSide);

/// The same part of the frame at a `scale`-th of its size, a pixel wider at each side that is not the
/// frame's: what is read between pixels.
Window reduced(const Window& window, int scale);

/// Where a pixel of `window` finds itself in a texture that was drawn with `reduced`: (pixel + first two) *
/// last two.
base::Color lookup(const Window& window, const Window& reduced);

/// Makes frame pixels land where the window has them, for programs that are told so by setWindow.
void useViewport(const Window& window);
void setWindow(const gl::Program& program, const Window& window);

/// What is drawn onto: a window of a picture, and how fine its pixels are.
struct Sheet {
    Window window;
    double fineness = 1;  ///< as the picture's
};
void setSheet(const gl::Program& program, const Sheet& sheet);

/// The longest side that a canvas can have here, pixels; a power of two. Needs a current context.
int largestCanvasSide();

}  // namespace render
