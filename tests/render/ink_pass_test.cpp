// Needs a GL driver: a GPU or Mesa's software renderer.
#include "render/ink_pass.h"

#include <gtest/gtest.h>

#include <cmath>

#include "render/headless_context.h"
#include "render/target.h"

namespace {

using base::Color;
using base::Image;
using base::Vec2;

constexpr base::Size kSize{400, 240};
constexpr Color kGround{0.2f, 0.4f, 0.6f, 1};

const render::HeadlessContext& context() {
    static const auto* context = [] {
        auto made = render::HeadlessContext::make(render::GlDebug::On);
        if (!made) std::abort();
        return new render::HeadlessContext(std::move(*made));
    }();
    return *context;
}

Image drawn(const picture::DrawnInk& ink, const render::Window& window) {
    context();
    const render::InkPass pass;
    auto target = render::Target::make(window.size);
    EXPECT_TRUE(target.ok());
    target->canvas().begin(kGround);
    render::useViewport(window);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    pass.draw(ink, {window, 1});
    EXPECT_EQ(render::glMessageCount(), 0);
    return target->read();
}

Image drawn(const picture::DrawnInk& ink) {
    return drawn(ink, render::whole(kSize));
}

picture::DrawnInk lineOf(std::vector<std::vector<Vec2>> pieces, double width, Color color) {
    picture::DrawnInk ink;
    ink.lines = {{picture::InkTool::Pen, color, width, {0, 0, 0, 0}, 0, std::move(pieces)}};
    return ink;
}

const std::uint8_t* at(const Image& image, int x, int y) {
    return image.bytes.data() + (static_cast<std::size_t>(y) * image.width + x) * 4;
}

int redAt(const Image& image, int x, int y) {
    return at(image, x, y)[0];
}

}  // namespace

TEST(InkPass, AHighlighterIsNoDarkerWhereItCrossesOrRepeatsItself) {
    const Color yellow{1, 1, 0, 0.4f};
    const auto ink = lineOf(
        {{{50, 120}, {350, 120}, {350, 200}, {200, 200}, {200, 20}}, {{60, 120}, {340, 121}, {60, 119}}}, 24,
        yellow);
    const Image image = drawn(ink);
    const int once = redAt(image, 350, 160);
    EXPECT_NEAR(once, 255 * (0.2 * 0.6 + 0.4), 1.5);
    for (const Vec2 p : {Vec2{200, 120}, {100, 120}, {350, 120}, {200, 60}, {200, 200}})
        EXPECT_EQ(redAt(image, static_cast<int>(p.x), static_cast<int>(p.y)), once) << p.x << " " << p.y;
    EXPECT_EQ(redAt(image, 300, 60), 51);
}

TEST(InkPass, ALineIsAsWideAsToldWithRoundEnds) {
    const Image image = drawn(lineOf({{{100, 100}, {300, 100}}}, 20, {1, 1, 1, 1}));
    double covered = 0;
    for (int y = 0; y < kSize.h; ++y) {
        for (int x = 0; x < kSize.w; ++x) covered += (redAt(image, x, y) - 51) / 204.0;
    }
    EXPECT_NEAR(covered, 200 * 20 + std::numbers::pi * 100, 20);
    EXPECT_EQ(redAt(image, 308, 100), 255);
    EXPECT_EQ(redAt(image, 308, 92), 51) << "a square end would reach there";
}

TEST(InkPass, ADotIsADisc) {
    const Image image = drawn(lineOf({{{100, 100}}}, 30, {1, 1, 1, 1}));
    EXPECT_EQ(redAt(image, 112, 100), 255);
    EXPECT_EQ(redAt(image, 118, 100), 51);
    EXPECT_EQ(redAt(image, 112, 112), 51);
}

TEST(InkPass, ACasingSurroundsTheLine) {
    auto ink = lineOf({{{100, 100}, {300, 100}}}, 10, {1, 1, 1, 1});
    ink.lines[0].casing = {0, 0, 0, 1};
    ink.lines[0].casingWidth = 4;
    const Image image = drawn(ink);
    EXPECT_EQ(redAt(image, 200, 102), 255);
    EXPECT_EQ(redAt(image, 200, 107), 0);
    EXPECT_EQ(redAt(image, 200, 112), 51);
}

TEST(InkPass, ASpotlightDimsTheOutsideAndNotTheInside) {
    picture::DrawnInk ink;
    ink.spotlight = picture::Spotlight{{150, 120}, 60, {0, 0, 0, 0.5f}};
    const Image image = drawn(ink);
    for (const Vec2 p : {Vec2{150, 120}, {150, 170}, {200, 120}, {110, 90}})
        EXPECT_EQ(redAt(image, static_cast<int>(p.x), static_cast<int>(p.y)), 51);
    for (const Vec2 p : {Vec2{0, 0}, {399, 239}, {150, 185}, {215, 120}})
        EXPECT_NEAR(redAt(image, static_cast<int>(p.x), static_cast<int>(p.y)), 25.5, 1);
}

TEST(InkPass, ALasersTrailThinsAndFadesAwayFromItsDot) {
    picture::DrawnInk ink;
    ink.laser = picture::Laser{{300, 120}, 10, {1, 0, 0, 1}, {{100, 120}, {300, 120}}, {0.1, 1}};
    const Image image = drawn(ink);
    EXPECT_GT(at(image, 300, 120)[1], 150) << "nearly white in its middle";
    EXPECT_GT(redAt(image, 260, 120), redAt(image, 140, 120));
    EXPECT_EQ(redAt(image, 140, 126), 51);
    EXPECT_GT(redAt(image, 270, 125), 51);
}

TEST(InkPass, ATileShowsWhatTheWholeFrameDoes) {
    auto ink = lineOf({{{20, 30}, {380, 220}}, {{30, 200}, {390, 10}}}, 17, {1, 0.5f, 0, 0.6f});
    ink.spotlight = picture::Spotlight{{210, 120}, 70, {0, 0, 0, 0.5f}};
    ink.laser = picture::Laser{{200, 130}, 10, {1, 0, 0, 1}, {{180, 100}, {200, 130}}, {0.1, 1}};
    const Image all = drawn(ink);
    const render::Window window{kSize, 192, 0, {208, 192}, 1};
    const Image tile = drawn(ink, window);
    for (int y = 0; y < tile.height; ++y) {
        for (int x = 0; x < tile.width; ++x)
            ASSERT_EQ(redAt(tile, x, y), redAt(all, x + 192, y)) << x << " " << y;
    }
}

TEST(InkPass, MoreSegmentsThanADriverTakesAtOnceAreAllDrawn) {
    std::vector<Vec2> scribble;
    for (int i = 0; i < 60000; ++i)
        scribble.push_back({20 + (i * 37) % 360 + 0.5, 20 + (i * 53) % 200 + 0.5});
    scribble.push_back({395, 235});
    std::vector<std::vector<Vec2>> dots;
    for (const Vec2 p : scribble) dots.push_back({p});
    const Image image = drawn(lineOf(dots, 6, {1, 1, 1, 1}));
    for (std::size_t i = 0; i < scribble.size(); i += 599)
        EXPECT_EQ(redAt(image, static_cast<int>(scribble[i].x), static_cast<int>(scribble[i].y)), 255);
    EXPECT_EQ(redAt(image, 395, 235), 255);
}
