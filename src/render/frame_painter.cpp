#include "render/frame_painter.h"

#include <algorithm>
#include <cassert>

#include "picture/scaled_picture.h"
#include "render/driver.h"

namespace render {

namespace {

// Beyond, floats no longer hold the 256ths of pixels that triangles are made of.
constexpr int kLargestFrame = 65536;
// 2 GiB in memory.
constexpr std::int64_t kMostPixels = std::int64_t{1} << 29;
// Larger pieces of a supersampled picture take more memory and are no faster.
constexpr int kRoomySide = 8192;

base::Size divided(base::Size size, int by) {
    return {size.w / by, size.h / by};
}

}  // namespace

FramePainter::FramePainter(Renderer& renderer, PaintOptions options)
    : m_renderer(renderer), m_options(options), m_driverSide(largestCanvasSide()) {
    assert(options.supersample >= 1 && options.supersample <= kMostSupersampling);
    assert(options.largestTile == 0 || options.largestTile >= kTileStep);
}

int FramePainter::longestSide() const {
    if (m_options.largestTile > 0) return std::min(m_options.largestTile, m_driverSide);
    return m_options.supersample > 1 ? std::min(kRoomySide, m_driverSide) : m_driverSide;
}

base::Result<base::Done> FramePainter::check(base::Size size) const {
    const int most = kLargestFrame / m_options.supersample;
    const bool isPossible = size.w >= 1 && size.h >= 1 && size.w <= most && size.h <= most &&
                            std::int64_t{size.w} * size.h <= kMostPixels;
    if (isPossible) return base::Done{};
    const std::string sample =
        m_options.supersample > 1 ? ", supersampled by " + std::to_string(m_options.supersample) + "," : "";
    return base::Problem{base::Severity::Error,
                         base::Trouble::Usage,
                         "",
                         0,
                         0,
                         "a picture of " + std::to_string(size.w) + "x" + std::to_string(size.h) + " pixels" +
                             sample + " cannot be drawn",
                         "use at most " + std::to_string(most) + " pixels a side and " +
                             std::to_string(kMostPixels / 1'000'000) + " million in all"};
}

bool FramePainter::isDirect(base::Size size) const {
    return size.w <= m_driverSide && size.h <= m_driverSide;
}

base::Result<base::Done> FramePainter::makeRoom(std::optional<Target>& target, base::Size size) const {
    if (target && target->size() == size) return base::Done{};
    target.reset();
    auto made = Target::make(size);
    if (!made) return made.problems();
    target = std::move(*made);
    return base::Done{};
}

base::Result<base::Done> FramePainter::paint(const picture::Picture& picture, const Target& target,
                                             const Layers& layers) {
    assert(picture.size == target.size());
    const int side = m_options.supersample;
    const bool isWhole = std::max(picture.size.w, picture.size.h) <= longestSide();
    if (side == 1 && isWhole) {
        m_renderer.draw(picture, target, layers);
        return base::Done{};
    }
    const picture::Picture large = picture::scaled(picture, side);
    const std::vector<Window> tiles = tilesOf(large.size, longestSide());
    if (const auto made = makeRoom(m_large, tiles.front().size); !made) return made;
    for (const Window& tile : tiles) {
        m_renderer.drawPart(large, tile, *m_large, layers);
        m_reduce.draw(m_large->canvas(), side, target.canvas(),
                      {tile.x / side, tile.y / side, divided(tile.size, side)});
    }
    return base::Done{};
}

base::Result<base::Image> FramePainter::paintImage(const picture::Picture& picture, const Layers& layers) {
    if (const auto possible = check(picture.size); !possible) return possible.problems();
    const int side = m_options.supersample;
    const picture::Picture large = picture::scaled(picture, side);
    const std::vector<Window> tiles = tilesOf(large.size, longestSide());
    if (const auto made = makeRoom(m_large, tiles.front().size); !made) return made.problems();
    if (const auto made = makeRoom(m_small, divided(tiles.front().size, side)); !made) return made.problems();
    base::Image image{picture.size.w, picture.size.h, 4, {}};
    image.bytes.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    for (const Window& tile : tiles) {
        m_renderer.drawPart(large, tile, *m_large, layers);
        const base::Size size = divided(tile.size, side);
        m_reduce.draw(m_large->canvas(), side, m_small->canvas(), {0, 0, size});
        m_small->read(image, tile.x / side, tile.y / side, size);
        if (const auto failure = glFailure()) return *failure;
    }
    return image;
}

}  // namespace render
