#include "render/window.h"

#include <gtest/gtest.h>

using base::Size;
using render::Window;

TEST(Windows, TilesCoverEveryPixelOfTheFrameOnce) {
    for (const Size frame : {Size{1000, 700}, Size{193, 191}, Size{384, 576}, Size{1, 2000}}) {
        for (const int side : {192, 400, 1000}) {
            std::vector<int> covered(static_cast<std::size_t>(frame.w * frame.h), 0);
            for (const Window& tile : render::tilesOf(frame, side)) {
                EXPECT_EQ(tile.frame, frame);
                EXPECT_EQ(tile.x % render::kTileStep, 0);
                EXPECT_EQ(tile.y % render::kTileStep, 0);
                EXPECT_LE(std::max(tile.size.w, tile.size.h), side);
                for (int y = tile.y; y < tile.y + tile.size.h; ++y) {
                    for (int x = tile.x; x < tile.x + tile.size.w; ++x)
                        ++covered[static_cast<std::size_t>(y * frame.w + x)];
                }
            }
            for (const int times : covered) ASSERT_EQ(times, 1);
        }
    }
}

TEST(Windows, TilesAreNeverSmallerThanAStep) {
    for (const int side : {1, 64, 180})
        EXPECT_EQ(render::tilesOf({640, 360}, side), render::tilesOf({640, 360}, 192));
}

TEST(Windows, AFrameThatFitsIsOneTile) {
    EXPECT_EQ(render::tilesOf({1920, 1080}, 1920), std::vector<Window>{render::whole({1920, 1080})});
}

TEST(Windows, AReducedWindowHasAPixelMoreOnlyWhereTheFrameGoesOn) {
    const Window whole = render::reduced(render::whole({100, 61}), 3);
    EXPECT_EQ(whole, (Window{{100, 61}, 0, 0, {34, 21}, 3}));
    const Window corner = render::reduced({{1000, 1000}, 192, 384, {192, 192}, 1}, 3);
    EXPECT_EQ(corner, (Window{{1000, 1000}, 189, 381, {66, 66}, 3}));
}

TEST(Windows, APixelFindsItselfInTheReducedWindow) {
    const Window tile{{1000, 1000}, 192, 384, {192, 192}, 1}, third = render::reduced(tile, 3);
    const base::Color place = render::lookup(tile, third);
    // The middle of the tile's first pixel is a sixth into the first third, after one more that is kept.
    EXPECT_NEAR((0.5f + place.r) * place.b * 66, 1 + 1 / 6.0, 1e-4);
    EXPECT_NEAR((0.5f + place.g) * place.a * 66, 1 + 1 / 6.0, 1e-4);
}
