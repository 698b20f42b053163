#include "render/window.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace render {

namespace {

/// A square of the canvas's pixels around what is drawn. Its side is a power of two, so that the way from
/// frame pixels to canvas pixels is exact in floats: a tile's triangles then cover exactly the pixels that
/// those of the whole frame do. It reaches well beyond the canvas, as drivers cut triangles at its edges, and
/// not quite exactly.
struct Viewport {
    int side = 1;
    int margin = 0;  ///< pixels before the canvas's own first
};

Viewport viewportAround(base::Size size) {
    constexpr int kRoom = 8;  // sides of the canvas
    GLint most[2] = {0, 0};
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, most);
    const auto longest = static_cast<unsigned>(std::max({size.w, size.h, 1}));
    const auto limit = std::bit_floor(static_cast<unsigned>(std::max(std::min(most[0], most[1]), 1)));
    const unsigned least = std::bit_ceil(longest);
    const int side = static_cast<int>(std::max(std::min(least * kRoom, limit), least));
    return {side, (side - static_cast<int>(least)) / 2};
}

int partsOf(int length, int step) {
    return (length + step - 1) / step;
}

}  // namespace

Window whole(base::Size frame) {
    return {frame, 0, 0, frame, 1};
}

std::vector<Window> tilesOf(base::Size frame, int largestSide) {
    const int longest = std::max(largestSide / kTileStep, 1) * kTileStep;
    const auto sideOf = [&](int length) { return length <= largestSide ? length : longest; };
    const int w = sideOf(frame.w), h = sideOf(frame.h);
    std::vector<Window> tiles;
    for (int row = 0; row < partsOf(frame.h, h); ++row) {
        for (int column = 0; column < partsOf(frame.w, w); ++column) {
            const int x = column * w, y = row * h;
            tiles.push_back({frame, x, y, {std::min(w, frame.w - x), std::min(h, frame.h - y)}, 1});
        }
    }
    return tiles;
}

Window reduced(const Window& window, int scale) {
    assert(window.scale == 1);
    const auto first = [scale](int from) { return std::max(from / scale - 1, 0); };
    const auto end = [scale](int to, int length) {
        return std::min(partsOf(to, scale) + 1, partsOf(length, scale));
    };
    const int x = first(window.x), y = first(window.y);
    return {window.frame,
            x * scale,
            y * scale,
            {end(window.x + window.size.w, window.frame.w) - x,
             end(window.y + window.size.h, window.frame.h) - y},
            scale};
}

base::Color lookup(const Window& window, const Window& reduced) {
    const auto share = [&](int side) { return 1 / static_cast<float>(side * reduced.scale); };
    return {static_cast<float>(window.x - reduced.x), static_cast<float>(window.y - reduced.y),
            share(reduced.size.w), share(reduced.size.h)};
}

void useViewport(const Window& window) {
    const Viewport viewport = viewportAround(window.size);
    glViewport(-viewport.margin, -viewport.margin, viewport.side, viewport.side);
}

void setWindow(const gl::Program& program, const Window& window) {
    const Viewport viewport = viewportAround(window.size);
    const auto side = static_cast<float>(viewport.side * window.scale);
    program.set("window", base::Color{static_cast<float>(window.x), static_cast<float>(window.y), 2 / side,
                                      static_cast<float>(window.scale)});
    program.set("margin", static_cast<float>(viewport.margin * window.scale));
}

void setSheet(const gl::Program& program, const Sheet& sheet) {
    setWindow(program, sheet.window);
    program.set("fineness", static_cast<float>(sheet.fineness));
}

int largestCanvasSide() {
    GLint texture = 0, renderbuffer = 0, viewport[2] = {0, 0};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
    const int least = std::min({texture, renderbuffer, viewport[0], viewport[1]});
    return static_cast<int>(std::bit_floor(static_cast<unsigned>(std::max(least, 1))));
}

}  // namespace render
