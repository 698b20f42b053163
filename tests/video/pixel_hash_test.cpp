#include "video/pixel_hash.h"

#include <gtest/gtest.h>

namespace video {

TEST(PixelHash, IsThatOfTheReferenceImplementation) {
    EXPECT_EQ(byteHash(""), "99aa06d3014798d86001c324468d497f");  // XXH3_128bits of nothing, seed 0
}

TEST(PixelHash, TellsPixelsAndShapesApart) {
    const base::Image wide{4, 1, 4, std::vector<std::uint8_t>(16, 7)};
    const base::Image square{2, 2, 4, std::vector<std::uint8_t>(16, 7)};
    base::Image other = wide;
    other.bytes[5] = 8;
    EXPECT_EQ(pixelHash(wide), pixelHash(base::Image(wide)));
    EXPECT_NE(pixelHash(wide), pixelHash(square));
    EXPECT_NE(pixelHash(wide), pixelHash(other));
    EXPECT_EQ(pixelHash(wide).size(), 32u);
}

}  // namespace video
