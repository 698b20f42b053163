#include "video/yuv.h"

#include <gtest/gtest.h>

#include <cmath>

#include "film_stage.h"
#include "render/renderer.h"
#include "render/yuv_pass.h"

namespace {

using base::Image;

struct Yuv {
    render::YuvLayout layout;
    std::vector<std::uint8_t> bytes;
    int y(int x, int row) const { return bytes[static_cast<std::size_t>(row * layout.stride() + x)]; }
    int u(int x, int row) const {
        return bytes[layout.uStart() + static_cast<std::size_t>(row * layout.stride() + x)];
    }
    int v(int x, int row) const {
        return bytes[layout.vStart() + static_cast<std::size_t>(row * layout.stride() + x)];
    }
};

Yuv converted(const Image& image) {
    Yuv yuv{{{image.width, image.height}}, {}};
    yuv.bytes.resize(yuv.layout.bytes());
    video::convertToYuv(image, video::planesOf(yuv.layout, yuv.bytes.data()));
    return yuv;
}

Image filled(base::Size size, std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    Image image{size.w, size.h, 4, {}};
    for (int i = 0; i < size.w * size.h; ++i) {
        for (const std::uint8_t byte : {r, g, b, std::uint8_t{255}}) image.bytes.push_back(byte);
    }
    return image;
}

Image patterned(base::Size size) {
    Image image{size.w, size.h, 4, {}};
    for (int i = 0; i < size.w * size.h; ++i) {
        for (const int step : {7, 31, 101}) image.bytes.push_back(static_cast<std::uint8_t>(i * step % 256));
        image.bytes.push_back(255);
    }
    return image;
}

struct Exact {
    double y, u, v;
};

Exact exact(double r, double g, double b) {
    const double luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    return {16 + 219 * luma / 255, 128 + 224 * (b - luma) / 1.8556 / 255,
            128 + 224 * (r - luma) / 1.5748 / 255};
}

// The worst difference from another conversion, over the three planes.
int worstOff(const Yuv& a, const Yuv& b) {
    int worst = 0;
    const auto [w, h] = a.layout.size;
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) worst = std::max(worst, std::abs(a.y(x, y) - b.y(x, y)));
    }
    for (int y = 0; y < a.layout.chroma().h; ++y) {
        for (int x = 0; x < a.layout.chroma().w; ++x)
            worst = std::max({worst, std::abs(a.u(x, y) - b.u(x, y)), std::abs(a.v(x, y) - b.v(x, y))});
    }
    return worst;
}

}  // namespace

TEST(Yuv, KnownColours) {
    const struct {
        std::uint8_t r, g, b;
        int y, u, v;
    } known[] = {{255, 255, 255, 235, 128, 128},
                 {0, 0, 0, 16, 128, 128},
                 // 100 % and 75 % bars, and the greys between.
                 {255, 0, 0, 63, 102, 240},
                 {0, 255, 0, 173, 42, 26},
                 {0, 0, 255, 32, 240, 118},
                 {191, 191, 0, 168, 44, 136},
                 {0, 191, 191, 145, 147, 44},
                 {191, 0, 191, 63, 193, 204},
                 {128, 128, 128, 126, 128, 128}};
    for (const auto& k : known) {
        const Yuv yuv = converted(filled({4, 4}, k.r, k.g, k.b));
        EXPECT_NEAR(yuv.y(1, 1), k.y, 1) << int{k.r} << " " << int{k.g} << " " << int{k.b};
        EXPECT_NEAR(yuv.u(1, 1), k.u, 1) << int{k.r} << " " << int{k.g} << " " << int{k.b};
        EXPECT_NEAR(yuv.v(1, 1), k.v, 1) << int{k.r} << " " << int{k.g} << " " << int{k.b};
    }
    EXPECT_EQ(converted(filled({2, 2}, 255, 255, 255)).bytes,
              (std::vector<std::uint8_t>{235, 235, 235, 235, 128, 128}));
}

TEST(Yuv, EveryGreyHasNoColour) {
    for (int grey = 0; grey < 256; ++grey) {
        const auto byte = static_cast<std::uint8_t>(grey);
        const Yuv yuv = converted(filled({2, 2}, byte, byte, byte));
        EXPECT_EQ(yuv.y(0, 0), std::lround(16 + 219 * grey / 255.0));
        EXPECT_EQ(yuv.u(0, 0), 128);
        EXPECT_EQ(yuv.v(0, 0), 128);
    }
}

TEST(Yuv, EveryValueIsTheExactOneRounded) {
    const Image image = patterned({64, 50});
    const Yuv yuv = converted(image);
    const auto at = [&](int x, int y, int c) {
        x = std::clamp(x, 0, image.width - 1);
        y = std::clamp(y, 0, image.height - 1);
        return double(image.bytes[static_cast<std::size_t>((y * image.width + x) * 4 + c)]);
    };
    for (int y = 0; y < 50; ++y) {
        for (int x = 0; x < 64; ++x)
            ASSERT_NEAR(yuv.y(x, y), exact(at(x, y, 0), at(x, y, 1), at(x, y, 2)).y, 0.53);
    }
    for (int y = 0; y < 25; ++y) {
        for (int x = 0; x < 32; ++x) {
            const auto around = [&](int c) {
                double sum = 0;
                for (const int row : {2 * y, 2 * y + 1})
                    sum += at(2 * x - 1, row, c) + 2 * at(2 * x, row, c) + at(2 * x + 1, row, c);
                return sum / 8;
            };
            const Exact mean = exact(around(0), around(1), around(2));
            ASSERT_NEAR(yuv.u(x, y), mean.u, 0.53);
            ASSERT_NEAR(yuv.v(x, y), mean.v, 0.53);
        }
    }
}

TEST(Yuv, ChromaLiesOnTheEvenColumns) {
    // A red column: the sample on it has half of its colour, and its neighbours none.
    Image image = filled({8, 4}, 0, 0, 0);
    for (int y = 0; y < 4; ++y) image.bytes[static_cast<std::size_t>((y * 8 + 4) * 4)] = 255;
    const Yuv yuv = converted(image);
    EXPECT_EQ(yuv.v(1, 0), 128);
    EXPECT_NEAR(yuv.v(2, 0), 128 + 112 / 2, 1);
    EXPECT_EQ(yuv.v(3, 0), 128);
}

TEST(Yuv, PlanesMayLieAnywhere) {
    const Image image = patterned({10, 6});
    const Yuv packed = converted(image);
    std::vector<std::uint8_t> y(6 * 32), u(3 * 16), v(3 * 24);
    video::convertToYuv(image, {y.data(), u.data(), v.data(), 32, 16, 24});
    EXPECT_EQ(y[5 * 32 + 9], packed.y(9, 5));
    EXPECT_EQ(u[2 * 16 + 4], packed.u(4, 2));
    EXPECT_EQ(v[2 * 24 + 4], packed.v(4, 2));
    EXPECT_EQ(y[10], 0) << "beyond the picture nothing is written";
}

TEST(Yuv, TheGraphicsCardGivesTheSameWithinOne) {
    const FilmStage& stage = filmStage();
    render::Renderer renderer(stage.world, stage.fonts);
    render::YuvPass pass;
    for (const base::Size size : {base::Size{320, 180}, base::Size{255, 181}}) {
        ASSERT_TRUE(render::YuvPass::fits(size));
        const picture::Picture picture = stage.at("us-departure", size, "night");
        const auto target = render::Target::make(size);
        renderer.draw(picture, *target);
        pass.draw(*target);
        EXPECT_EQ(render::glMessageCount(), 0);
        EXPECT_LE(worstOff({pass.layout(), pass.read()}, converted(target->read())), 1);
    }
}
