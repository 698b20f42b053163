// Pictures of the film that ships, painted in every way there is.
#include "render/frame_painter.h"

#include <epoxy/gl.h>
#include <gtest/gtest.h>

#include "film_stage.h"
#include "picture/scaled_picture.h"
#include "render/driver.h"

namespace {

using base::Image;
using base::Size;
using picture::Picture;
using render::Layers;

constexpr Size kOdd{451, 301};

// The shares of pixels that are apart by more than `levels` of 255.
double shareBeyond(const Image& a, const Image& b, int levels) {
    std::size_t beyond = 0;
    for (std::size_t i = 0; i < a.bytes.size(); i += 4) {
        int worst = 0;
        for (std::size_t c = i; c < i + 4; ++c)
            worst = std::max(worst, std::abs(int{a.bytes[c]} - int{b.bytes[c]}));
        beyond += worst > levels;
    }
    return static_cast<double>(beyond) / (static_cast<double>(a.bytes.size()) / 4);
}

Image painted(const Picture& picture, render::PaintOptions options, const Layers& layers = {}) {
    render::Renderer renderer(filmStage().world, filmStage().fonts);
    render::FramePainter painter(renderer, options);
    const auto target = render::Target::make(picture.size);
    EXPECT_TRUE(painter.paint(picture, *target, layers));
    EXPECT_EQ(render::glMessageCount(), 0);
    EXPECT_FALSE(render::glFailure());
    return target->read();
}

Image boxReduced(const Image& image, int side) {
    Image small{image.width / side, image.height / side, 4, {}};
    for (int y = 0; y < small.height; ++y) {
        for (int x = 0; x < small.width; ++x) {
            for (int c = 0; c < 4; ++c) {
                int sum = 0;
                for (int i = 0; i < side * side; ++i) {
                    const int column = x * side + i % side, row = y * side + i / side;
                    sum += image.bytes[static_cast<std::size_t>((row * image.width + column) * 4 + c)];
                }
                small.bytes.push_back(static_cast<std::uint8_t>((sum + side * side / 2) / (side * side)));
            }
        }
    }
    return small;
}

struct Case {
    const char* theme;
    const char* cue;
    picture::View view;
};

std::vector<Case> cases() {
    const geo::Camera wide{{5, 15}, 9000, 25, 40}, close{{2.1, 13.5}, 500, -70, 55};
    return {{"night", "us-departure", {}},      {"paper", "us-departure", {}},
            {"night", "us-departure", {wide}},  {"paper", "us-departure", {wide}},
            {"night", "us-departure", {close}}, {"paper", "us-departure", {close}},
            {"night", "overview", {}},          {"plain", "niger-coup", {}}};
}

}  // namespace

TEST(FramePainter, TilesStitchWithoutASeam) {
    for (const Case& c : cases()) {
        const Picture picture = filmStage().at(c.cue, kOdd, c.theme, c.view);
        const Image direct = painted(picture, {});
        for (const int side : {192, 400}) {
            const base::ImageDifference off = base::compare(direct, painted(picture, {1, side}));
            EXPECT_LE(off.worst, 1) << c.theme << " " << c.cue << " " << side;
            EXPECT_LT(off.mean, 0.01) << c.theme << " " << c.cue << " " << side;
        }
    }
}

TEST(FramePainter, AnImageIsWhatATargetShows) {
    const Picture picture = filmStage().at("us-departure", kOdd, "night");
    render::Renderer renderer(filmStage().world, filmStage().fonts);
    for (const render::PaintOptions options : {render::PaintOptions{1, 0}, {1, 192}, {2, 0}, {3, 384}}) {
        render::FramePainter painter(renderer, options);
        const auto image = painter.paintImage(picture);
        ASSERT_TRUE(image.ok());
        EXPECT_EQ(*image, painted(picture, options)) << options.supersample << " " << options.largestTile;
    }
}

TEST(FramePainter, SupersamplingIsABoxFilterOverTheLargerPicture) {
    const Picture picture = filmStage().at("us-departure", {320, 180}, "night");
    for (int side = 2; side <= render::kMostSupersampling; ++side) {
        const Image large = painted(picture::scaled(picture, side), {});
        EXPECT_LE(base::compare(boxReduced(large, side), painted(picture, {side, 0})).worst, 1);
        EXPECT_LE(base::compare(painted(picture, {side, 192}), painted(picture, {side, 0})).worst, 1);
    }
}

TEST(FramePainter, ASupersampledPictureIsTheSamePicture) {
    for (const Case& c : cases()) {
        const Picture picture = filmStage().at(c.cue, {640, 360}, c.theme, c.view);
        const Image direct = painted(picture, {}), fine = painted(picture, {3, 0});
        EXPECT_LT(base::compare(direct, fine).mean, 2) << c.theme << " " << c.cue;
        EXPECT_LT(shareBeyond(direct, fine, 40), 0.01) << c.theme << " " << c.cue;
    }
}

TEST(FramePainter, WhatIsKeptOfTheGroundChangesNoTile) {
    const Picture a = filmStage().at("us-departure", {400, 225}, "night");
    const Picture b = filmStage().at("overview", {400, 225}, "night");
    render::Renderer renderer(filmStage().world, filmStage().fonts);
    render::FramePainter tiled(renderer, {1, 192}), whole(renderer, {1, 0});
    const auto target = render::Target::make(a.size);
    const auto image = [&](render::FramePainter& painter, const Picture& picture) {
        EXPECT_TRUE(painter.paint(picture, *target));
        return target->read();
    };
    const Image tiledA = image(tiled, a), wholeA = image(whole, a), tiledB = image(tiled, b);
    for (int again = 0; again < 3; ++again) {
        EXPECT_EQ(image(whole, a), wholeA);
        EXPECT_EQ(image(tiled, a), tiledA);
        EXPECT_EQ(image(tiled, b), tiledB);
    }
}

TEST(FramePainter, LayersWithoutTheMapLeaveTransparencyAndPremultipliedColours) {
    const Picture picture = filmStage().at("us-departure", {640, 360}, "paper");
    for (const Layers layers : {Layers{false, true, false, false}, Layers{false, false, true, false},
                                Layers{false, false, false, true}, Layers{false, true, true, true}}) {
        const Image image = painted(picture, {}, layers);
        std::size_t clear = 0, solid = 0;
        for (std::size_t i = 0; i < image.bytes.size(); i += 4) {
            const std::uint8_t* p = image.bytes.data() + i;
            ASSERT_LE(std::max({p[0], p[1], p[2]}), p[3]);
            clear += p[3] == 0;
            solid += p[3] == 255;
        }
        EXPECT_GT(clear, 640u * 360 / 10);
        EXPECT_GT(solid, 50u);
    }
}

TEST(FramePainter, LayersOverTheMapAreTheWholePicture) {
    const Picture picture = filmStage().at("us-departure", {640, 360}, "night");
    const Image whole = painted(picture, {}), map = painted(picture, {}, {true, false, false, false});
    Image stacked = painted(picture, {}, {false, true, true, true});
    for (std::size_t i = 0; i < stacked.bytes.size(); ++i) {
        const int clear = 255 - stacked.bytes[i / 4 * 4 + 3];
        const int sum = stacked.bytes[i] + (map.bytes[i] * clear + 127) / 255;
        if (i % 4 != 3) stacked.bytes[i] = static_cast<std::uint8_t>(std::min(sum, 255));
    }
    for (std::size_t i = 3; i < stacked.bytes.size(); i += 4) stacked.bytes[i] = 255;
    // Every layer under another one has been rounded on its own.
    EXPECT_LE(base::compare(whole, stacked).worst, 4);
    EXPECT_LT(base::compare(whole, stacked).mean, 0.1);
}

TEST(FramePainter, PaintsWhatIsLargerThanTheDriverAllows) {
    const Picture small = filmStage().at("us-departure", {640, 1}, "night");  // makes the context first
    const Picture picture = picture::scaled(small, 1.1 * render::largestCanvasSide() / 640);
    render::Renderer renderer(filmStage().world, filmStage().fonts);
    render::FramePainter painter(renderer, {}), tiled(renderer, {1, 4000});
    EXPECT_FALSE(painter.isDirect(picture.size));
    const auto image = painter.paintImage(picture);
    ASSERT_TRUE(image.ok());
    EXPECT_LE(base::compare(*image, *tiled.paintImage(picture)).worst, 1);
}

TEST(FramePainter, RefusesWhatNoMemoryHolds) {
    render::Renderer renderer(filmStage().world, filmStage().fonts);
    const render::FramePainter plain(renderer, {}), fine(renderer, {4, 0});
    EXPECT_TRUE(plain.check({20000, 11250}).ok());
    EXPECT_FALSE(plain.isDirect({1 << 20, 2}));
    EXPECT_TRUE(plain.isDirect({1920, 1080}));
    for (const Size size : {Size{0, 5}, Size{65537, 2}, Size{60000, 60000}, Size{-1, -1}}) {
        ASSERT_FALSE(plain.check(size).ok());
        EXPECT_EQ(plain.check(size).problems()[0].trouble, base::Trouble::Usage);
    }
    EXPECT_FALSE(fine.check({20000, 100}).ok());
}

TEST(Driver, ACallThatIsRefusedIsAFailureOnce) {
    filmStage();
    EXPECT_FALSE(render::glFailure());
    // Provoked on purpose: not one of the messages that fail other tests.
    glDisable(GL_DEBUG_OUTPUT);
    glViewport(0, 0, -1, 1);
    glEnable(GL_DEBUG_OUTPUT);
    const auto failure = render::glFailure();
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->trouble, base::Trouble::Failure);
    EXPECT_FALSE(render::glFailure());
}

TEST(Driver, SoftwareIsKnownByItsName) {
    EXPECT_TRUE(render::isSoftware("llvmpipe (LLVM 15.0.6, 256 bits)"));
    EXPECT_TRUE(render::isSoftware("softpipe"));
    EXPECT_TRUE(render::isSoftware("Software Rasterizer"));
    EXPECT_FALSE(render::isSoftware("NVIDIA H200/PCIe/SSE2"));
    EXPECT_FALSE(render::isSoftware("AMD Radeon RX 6800 (radeonsi, navi21, LLVM 15.0.6)"));
    EXPECT_FALSE(render::isSoftware("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
}
