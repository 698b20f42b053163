// Needs a GL driver: a GPU or Mesa's software renderer. Every GL message of weight is a failure.
#include "render/renderer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/color_vision.h"
#include "film/style_sheet.h"
#include "picture/theme.h"
#include "render/headless_context.h"

namespace {

using base::Color;
using base::Image;
using base::Vec2;
using picture::Picture;

const std::string kRoot = HARMATTAN_SOURCE_DIR;

struct Stage {
    render::HeadlessContext context;
    geo::World world;
    picture::Fonts fonts;
};

Stage& stage() {
    static Stage* s = [] {
        auto context = render::HeadlessContext::make(render::GlDebug::On);
        auto world = geo::loadWorld(kRoot + "/geodata",
                                    std::move(*geo::Projection::make("+proj=laea +lat_0=24 +lon_0=9")));
        auto fonts = picture::Fonts::load(kRoot + "/assets/fonts");
        if (!context || !world || !fonts) std::abort();
        return new Stage{std::move(*context), std::move(*world), std::move(*fonts)};
    }();
    return *s;
}

constexpr base::Size kSize{320, 180};

Picture emptyPicture(geo::Camera camera) {
    Picture p;
    p.size = kSize;
    p.ground.view = geo::makeView(stage().world.projection, camera, kSize);
    picture::GroundStyle& style = p.ground.style;
    style.background = {0, 0, 0, 1};
    style.sea = {0, 0, 1, 1};
    style.land = {0, 1, 0, 1};
    style.focus = {1, 0, 0, 1};
    style.lake = {0, 1, 1, 1};
    style.border = style.admin = style.river = style.focusBorder = style.glow =
        style.focusGlow = {0, 0, 0, 0};
    p.ground.focus = {stage().world.countryIndex("NER")};
    p.camera = camera;
    return p;
}

Image drawn(render::Renderer& renderer, const Picture& picture) {
    auto target = render::Target::make(picture.size);
    EXPECT_TRUE(target.ok());
    renderer.draw(picture, *target);
    EXPECT_EQ(render::glMessageCount(), 0);
    return target->read();
}

// Where two pictures part, so that a failure says more than that they do.
testing::AssertionResult areEqual(const Image& a, const Image& b) {
    if (a == b) return testing::AssertionSuccess();
    if (a.bytes.size() != b.bytes.size()) return testing::AssertionFailure() << "of two sizes";
    const auto [inA, inB] = std::mismatch(a.bytes.begin(), a.bytes.end(), b.bytes.begin());
    const auto first = inA - a.bytes.begin();
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.bytes.size(); ++i) different += a.bytes[i] != b.bytes[i];
    return testing::AssertionFailure()
           << different << " bytes differ, first at " << first / 4 % a.width << "," << first / 4 / a.width
           << ", channel " << first % 4 << ": " << int{*inA} << " and " << int{*inB};
}

Color at(const Image& image, Vec2 p) {
    const auto i = (static_cast<std::size_t>(p.y) * image.width + static_cast<std::size_t>(p.x)) * 4;
    return {image.bytes[i] / 255.0f, image.bytes[i + 1] / 255.0f, image.bytes[i + 2] / 255.0f,
            image.bytes[i + 3] / 255.0f};
}

Color groundAt(const Image& image, const Picture& picture, base::LonLat place) {
    return at(image, *picture.ground.view.toPixels(*stage().world.projection.forward(place)));
}

constexpr geo::Camera kSahel{{5, 15}, 5000, 0, 0};

}  // namespace

TEST(Renderer, PaintsSeaLandAndFocusWhereTheyAre) {
    render::Renderer renderer(stage().world, stage().fonts);
    for (const double bearing : {0.0, 40.0}) {
        geo::Camera camera = kSahel;
        camera.bearing = bearing;
        const Picture picture = emptyPicture(camera);
        const Image image = drawn(renderer, picture);
        EXPECT_EQ(groundAt(image, picture, {9, 17}), picture.ground.style.focus) << "Niger";
        EXPECT_EQ(groundAt(image, picture, {7.5, 9}), picture.ground.style.land) << "Nigeria";
        EXPECT_EQ(groundAt(image, picture, {-2, 20}), picture.ground.style.land) << "Mali";
        EXPECT_EQ(groundAt(image, picture, {2, 3}), picture.ground.style.sea) << "Gulf of Guinea";
    }
}

TEST(Renderer, TheFirstRowIsTheTop) {
    render::Renderer renderer(stage().world, stage().fonts);
    Picture picture = emptyPicture(kSahel);
    picture::Mark mark;
    mark.kind = picture::MarkKind::Dot;
    mark.at = {20.5, 10.5};
    mark.radius = 5;
    mark.color = {1, 1, 1, 1};
    picture.marks = {mark};
    const Image image = drawn(renderer, picture);
    EXPECT_EQ(at(image, {20, 10}), (Color{1, 1, 1, 1}));
    EXPECT_NE(at(image, {20, 170}), (Color{1, 1, 1, 1}));
}

TEST(Renderer, WhatItKeepsChangesNoPixel) {
    render::Renderer used(stage().world, stage().fonts), fresh(stage().world, stage().fonts);
    const Picture a = emptyPicture(kSahel);
    geo::Camera elsewhere = kSahel;
    elsewhere.center.lat = 25;
    const Picture b = emptyPicture(elsewhere);
    drawn(used, a);
    drawn(used, b);
    const Image again = drawn(used, a);
    for (int kept = 0; kept < 3; ++kept) EXPECT_TRUE(areEqual(again, drawn(used, a))) << kept;
    EXPECT_TRUE(areEqual(again, drawn(fresh, a)));
}

TEST(Renderer, ATargetToBeShownHasThePictureToTheLastBit) {
    render::Renderer renderer(stage().world, stage().fonts);
    Picture picture = emptyPicture(kSahel);
    picture.ground.style.landRelief = 1;
    picture.ground.style.border = {1, 1, 1, 0.5f};
    picture.ground.style.borderWidth = 2;
    const Image read = drawn(renderer, picture);
    auto target = render::Target::make(picture.size, render::Target::Use::Show);
    ASSERT_TRUE(target.ok());
    for (int kept = 0; kept < 3; ++kept) {
        renderer.draw(picture, *target);
        EXPECT_LE(base::compare(read, target->read()).worst, 1) << kept;
    }
    EXPECT_TRUE(areEqual(read, drawn(renderer, picture))) << "what is kept of the other kind";
    EXPECT_EQ(render::glMessageCount(), 0);
}

TEST(Renderer, ABandOfAFewPixelsIsUnbrokenInAReducedPictureToo) {
    render::Renderer renderer(stage().world, stage().fonts);
    Picture picture = emptyPicture(kSahel);
    picture::Outline outline;
    outline.countries = picture.ground.focus;
    outline.width = 3;
    outline.color = {1, 1, 1, 1};
    picture.ground.outlines = {outline};
    const Image meant = drawn(renderer, picture);
    picture.ground.fineness = 0.2;
    EXPECT_LE(base::compare(meant, drawn(renderer, picture)).worst, 1);
}

TEST(Renderer, TheOrderOfViewsChangesNoPixelOfTheRelief) {
    // Wide, tilted and magnified views read the same rasters in different ways.
    std::vector<Picture> pictures;
    for (const geo::Camera& camera : {geo::Camera{{5, 15}, 30000, 0, 0},
                                      {{5, 15}, 4000, 0, 50},
                                      {{5, 15}, 1500, 0, 55},
                                      {{5, 15}, 3000, 0, 0},
                                      {{5, 15}, 900, 0, 0}}) {
        Picture p = emptyPicture(camera);
        p.ground.style.landRelief = p.ground.style.focusRelief = p.ground.style.seaRelief = 1;
        p.ground.style.land = p.ground.style.sea = {0.4f, 0.4f, 0.4f, 1};
        pictures.push_back(p);
    }
    render::Renderer used(stage().world, stage().fonts);
    std::vector<Image> forwards;
    for (const Picture& p : pictures) forwards.push_back(drawn(used, p));
    for (std::size_t i = pictures.size(); i-- > 0;)
        EXPECT_TRUE(areEqual(forwards[i], drawn(used, pictures[i]))) << i;
}

// Mean difference of two pictures, 0..255.
double difference(const Image& a, const Image& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.bytes.size(); ++i) sum += std::abs(int{a.bytes[i]} - int{b.bytes[i]});
    return sum / static_cast<double>(a.bytes.size());
}

// The picture as it would be seen from nearer by, about its middle: without the motion that a zoom is.
Image magnified(const Image& image, double by) {
    Image out = image;
    const auto from = [by](int at, int count, int most) {
        return std::clamp((at + 0.5 - count / 2.0) / by + count / 2.0 - 0.5, 0.0, double(most));
    };
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double u = from(x, image.width, image.width - 2),
                         v = from(y, image.height, image.height - 2);
            const int i = static_cast<int>(u), j = static_cast<int>(v);
            for (int c = 0; c < 4; ++c) {
                const auto byte = [&](int column, int row) {
                    return double(
                        image.bytes[static_cast<std::size_t>((row * image.width + column) * 4 + c)]);
                };
                out.bytes[static_cast<std::size_t>((y * image.width + x) * 4 + c)] =
                    static_cast<std::uint8_t>(std::lround(
                        base::lerp(base::lerp(byte(i, j), byte(i + 1, j), u - i),
                                   base::lerp(byte(i, j + 1), byte(i + 1, j + 1), u - i), v - j)));
            }
        }
    }
    return out;
}

TEST(Renderer, TheFineReliefPassesIntoTheCoarseOne) {
    // A land of one colour, around 60 E, where the fine relief ends within the frame.
    const geo::Camera camera{{60, 49}, 2400, 0, 0};
    Picture p = emptyPicture(camera);
    p.size = {960, 540};
    p.ground.view = geo::makeView(stage().world.projection, camera, p.size);
    for (Color* color :
         {&p.ground.style.sea, &p.ground.style.land, &p.ground.style.focus, &p.ground.style.lake})
        *color = {0.5F, 0.5F, 0.5F, 1};
    p.ground.style.landRelief = p.ground.style.focusRelief = p.ground.style.seaRelief = 1;
    render::Renderer renderer(stage().world, stage().fonts);
    const Image image = drawn(renderer, p);
    // By how much steps from pixel to pixel are larger than those beside them, as a mean along an edge.
    const auto sharpest = [&](bool across) {
        const auto value = [&](int along, int at) {
            const int x = across ? at : along, y = across ? along : at;
            return int{image.bytes[(static_cast<std::size_t>(y) * image.width + x) * 4]};
        };
        constexpr int kLength = 32;
        double most = 0;
        for (int at = 8; at < (across ? image.width : image.height) - 8; at += 8) {
            for (int from = 0; from + kLength <= (across ? image.height : image.width); from += 8) {
                const auto step = [&](int i) {
                    double sum = 0;
                    for (int k = from; k < from + kLength; ++k)
                        sum += std::abs(value(k, i) - value(k, i - 1));
                    return sum / kLength;
                };
                most = std::max(most, step(at) - std::max(step(at - 1), step(at + 1)));
            }
        }
        return most;
    };
    // Of 255, and in relief as strong as can be: some is left, as magnified relief is fainter. It was 26.
    EXPECT_LT(sharpest(true), 20);
    EXPECT_LT(sharpest(false), 20);
}

TEST(Renderer, ACoarseReliefThatHasOnlyAPartOfTheGlobeDoesNoHarm) {
    auto projection = geo::Projection::make("+proj=laea +lat_0=24 +lon_0=9");
    auto world = geo::loadWorld(kRoot + "/geodata", std::move(*projection));
    ASSERT_TRUE(world.ok());
    ASSERT_EQ(world->reliefs.size(), 2U);
    for (const double west : {-180.0, 0.0, 179.99}) {
        world->reliefs[0] = {{4, 4, 1, std::vector<std::uint8_t>(16, 128)}, west, 10, west + 0.01, 10.01};
        render::Renderer renderer(*world, stage().fonts);
        EXPECT_EQ(drawn(renderer, emptyPicture(kSahel)).width, kSize.w) << west;
    }
}

TEST(Renderer, NothingPopsUpWhileTheCameraZooms) {
    render::Renderer renderer(stage().world, stage().fonts);
    const auto sheet = film::readStyleSheet(kRoot + "/assets/themes/night.toml");
    const auto theme = picture::makeTheme(*sheet, "night");
    constexpr int kFrames = 260;
    std::vector<double> changes;
    Image before;
    for (int i = 0; i < kFrames; ++i) {
        Picture p = emptyPicture({{-3, 14}, 9000 * std::pow(0.99, i), 0, 0});
        const double admin = theme->ground.adminFromKm;
        p.ground.style = theme->ground;
        p.ground.graticule = true;
        p.ground.adminAlpha = base::clamp01((admin * 1.15 - p.camera.widthKm) / (admin * 0.3));
        const Image now = drawn(renderer, p);
        if (i > 0) changes.push_back(difference(magnified(before, 1 / 0.99), now));
        before = now;
    }
    // A frame in which something appears differs more from the one before than its neighbours do.
    for (std::size_t i = 3; i + 3 < changes.size(); ++i) {
        const double around = std::max({changes[i - 3], changes[i - 2], changes[i + 2], changes[i + 3]});
        EXPECT_LT(changes[i], 1.3 * around + 0.05)
            << "frame " << i << ", " << 9000 * std::pow(0.99, double(i)) << " km";
    }
}

TEST(Renderer, ASizeBeyondTheDriverIsRefused) {
    stage();
    for (const base::Size size : {base::Size{0, 10}, {10, 0}, {-5, 10}, {1 << 20, 10}}) {
        const auto target = render::Target::make(size);
        ASSERT_FALSE(target.ok());
        EXPECT_EQ(target.problems()[0].trouble, base::Trouble::Usage);
    }
}

TEST(Renderer, EveryPixelOfTheGroundIsOpaque) {
    render::Renderer renderer(stage().world, stage().fonts);
    const Image image = drawn(renderer, emptyPicture({{0, 0}, 20000, 0, 0}));
    for (std::size_t i = 3; i < image.bytes.size(); i += 4) ASSERT_EQ(image.bytes[i], 255);
}

TEST(Renderer, ATiltedViewDrawsWithoutComplaint) {
    render::Renderer renderer(stage().world, stage().fonts);
    const Picture picture = emptyPicture({{5, 15}, 4000, 30, 55});
    const Image image = drawn(renderer, picture);
    EXPECT_EQ(groundAt(image, picture, {9, 17}), picture.ground.style.focus);
}

TEST(Renderer, AnArrowCoversItsWayAndNothingBeyondItsProgress) {
    render::Renderer renderer(stage().world, stage().fonts);
    Picture picture = emptyPicture({{0, 0}, 3000, 0, 0});
    picture::Arrow arrow;
    arrow.points = {{20, 90}, {300, 90}};
    arrow.width = 12;
    arrow.tailWidth = 12;
    arrow.tailAlpha = 1;
    arrow.color = {1, 1, 1, 1};
    arrow.progress = 0.5;
    for (const auto fill :
         {picture::ArrowFill::Solid, picture::ArrowFill::Chevrons, picture::ArrowFill::Hollow,
          picture::ArrowFill::Hatched, picture::ArrowFill::Dashed}) {
        arrow.fill = fill;
        picture.arrows = {arrow};
        const Image with = drawn(renderer, picture);
        picture.arrows.clear();
        const Image without = drawn(renderer, picture);
        EXPECT_NE(at(with, {140, 90}), at(without, {140, 90})) << static_cast<int>(fill);
        EXPECT_EQ(at(with, {200, 90}), at(without, {200, 90})) << static_cast<int>(fill);
        EXPECT_EQ(at(with, {100, 130}), at(without, {100, 130})) << static_cast<int>(fill);
    }
}

TEST(Renderer, TextIsDrawnWhereItStands) {
    render::Renderer renderer(stage().world, stage().fonts);
    Picture picture = emptyPicture({{0, 0}, 3000, 0, 0});
    picture::Label label;
    picture::GlyphRun run;
    run.size = 60;
    run.color = {1, 1, 1, 1};
    run.glyphs = stage().fonts.shape("I", {picture::Face::SansSemiBold, run.size, 0, "fr"}).glyphs;
    run.glyphs[0].pen = {100, 120};
    label.runs = {run};
    picture.labels = {label};
    const Image image = drawn(renderer, picture);
    int white = 0;
    for (int y = 76; y < 120; ++y) {
        for (int x = 100; x < 120; ++x) white += at(image, {double(x), double(y)}) == Color{1, 1, 1, 1};
    }
    EXPECT_GT(white, 150);
    EXPECT_NE(at(image, {90, 100}), (Color{1, 1, 1, 1}));
}

namespace {

struct Ink {
    double sum = 0;
    Vec2 centre;
};

Picture blackPicture() {
    Picture picture = emptyPicture({{0, 0}, 3000, 0, 0});
    picture::GroundStyle& style = picture.ground.style;
    for (Color* color : {&style.sea, &style.land, &style.focus, &style.lake}) *color = {0, 0, 0, 1};
    return picture;
}

Ink inkOf(const Image& image) {
    Ink ink;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double value = at(image, {double(x), double(y)}).r;
            ink.sum += value;
            ink.centre = ink.centre + Vec2{x + 0.5, y + 0.5} * value;
        }
    }
    ink.centre = ink.centre * (1 / ink.sum);
    return ink;
}

Ink inkOf(render::Renderer& renderer, const char* text, double size, Vec2 at, double halo = 0) {
    Picture picture = blackPicture();
    picture::Label label;
    picture::GlyphRun run;
    run.size = size;
    run.color = halo > 0 ? Color{0, 0, 0, 0} : Color{1, 1, 1, 1};
    run.halo = {1, 1, 1, 1};
    run.haloWidth = halo;
    run.glyphs = stage().fonts.shape(text, {picture::Face::CondensedMedium, size, 0, "fr"}).glyphs;
    for (picture::Glyph& glyph : run.glyphs) glyph.pen = glyph.pen + at;
    label.runs = {run};
    picture.labels = {label};
    return inkOf(drawn(renderer, picture));
}

}  // namespace

TEST(Renderer, TextGlidesOverPixelsWithoutFlickerOrJumps) {
    render::Renderer renderer(stage().world, stage().fonts);
    constexpr Vec2 kStart{20, 120};
    for (const double size : {12.7, 19.0, 30.0, 100.0}) {
        // A letter: in a word, a thousandth more ink at one end would move the centre as far as half a
        // pixel's step.
        const Ink still = inkOf(renderer, "e", size, kStart);
        for (const Vec2 by : {Vec2{0.2, 0}, {0.5, 0}, {0.8, 0.3}, {0.1, 0.5}, {0.35, 0.7}}) {
            const Ink moved = inkOf(renderer, "e", size, kStart + by);
            EXPECT_NEAR(moved.sum / still.sum, 1, 0.03) << size << " px, by " << by.x << ", " << by.y;
            EXPECT_NEAR(moved.centre.x - still.centre.x, by.x, 0.06) << size;
            EXPECT_NEAR(moved.centre.y - still.centre.y, by.y, 0.06) << size;
        }
    }
}

TEST(Renderer, TextOfTwiceTheSizeHasFourTimesTheInkWhateverFieldItIsDrawnFrom) {
    render::Renderer renderer(stage().world, stage().fonts);
    const double small = inkOf(renderer, "Niamey", 50, {10, 120}).sum;
    const double large = inkOf(renderer, "Niamey", 100, {10, 120}).sum;
    ASSERT_GT(100, picture::kLargestText);
    EXPECT_NEAR(large / small, 4, 0.06);
}

TEST(Renderer, AHaloReachesAboutAsFarAsItsWidthAndLeavesCountersOpen) {
    render::Renderer renderer(stage().world, stage().fonts);
    const double letters = inkOf(renderer, "Niamey", 60, {20, 120}).sum;
    const double narrow = inkOf(renderer, "Niamey", 60, {20, 120}, 2).sum,
                 wide = inkOf(renderer, "Niamey", 60, {20, 120}, 5).sum;
    EXPECT_GT(narrow, letters * 1.15);
    EXPECT_GT(wide, narrow * 1.15);
}

TEST(Renderer, KindsOfArrowsDifferInLightnessSoThatEveryOnlookerTellsThemApart) {
    render::Renderer renderer(stage().world, stage().fonts);
    const auto seen = [&](picture::ArrowDirection direction, picture::ArrowFill fill, base::Vision vision,
                          bool material = false) {
        Picture picture = blackPicture();
        picture::Arrow arrow;
        arrow.direction = direction;
        arrow.fill = fill;
        arrow.material = material;
        arrow.color = *base::parseColor("#ff6b3a");
        arrow.width = 24;
        arrow.tailWidth = 14;
        arrow.points = {{60, 90}, {160, 90}, {260, 90}};
        picture.arrows = {arrow};
        return base::simulated(drawn(renderer, picture), vision);
    };
    const auto apart = [](const Image& a, const Image& b) {
        int pixels = 0;
        for (std::size_t i = 0; i < a.bytes.size(); i += 4)
            pixels += std::abs(a.bytes[i + 1] - b.bytes[i + 1]) > 40;
        return pixels;
    };
    using picture::ArrowDirection, picture::ArrowFill;
    for (const auto vision :
         {base::Vision::Deutan, base::Vision::Protan, base::Vision::Tritan, base::Vision::Grey}) {
        const Image arrival = seen(ArrowDirection::Arrival, ArrowFill::Solid, vision);
        EXPECT_GT(apart(arrival, seen(ArrowDirection::Departure, ArrowFill::Solid, vision)), 100);
        EXPECT_GT(apart(arrival, seen(ArrowDirection::Arrival, ArrowFill::Hollow, vision)), 100);
        EXPECT_GT(apart(arrival, seen(ArrowDirection::Arrival, ArrowFill::Solid, vision, true)), 100);
        EXPECT_GT(apart(arrival, seen(ArrowDirection::Arrival, ArrowFill::Chevrons, vision)), 100);
        EXPECT_GT(apart(arrival, seen(ArrowDirection::Arrival, ArrowFill::Hatched, vision)), 100);
    }
}

TEST(Renderer, WarmingUpChangesNoPicture) {
    const Picture picture = emptyPicture(kSahel);
    render::Renderer renderer(stage().world, stage().fonts);
    const Image before = drawn(renderer, picture);
    renderer.warmUp();
    EXPECT_EQ(drawn(renderer, picture), before);
}
