#include "video/motion_blur.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/color.h"

namespace {

using base::Image;
using video::LightMean;

constexpr film::FrameRate kRate{10, 1};

film::Film filmOf(std::vector<double> flights) {
    film::Film film;
    for (const double fly : flights) {
        film::Cue cue;
        cue.flySeconds = fly;
        cue.playSeconds = 1 - fly;
        cue.holdSeconds = 0;
        film.cues.push_back(cue);
    }
    return film;
}

Image meanOf(const std::vector<Image>& images) {
    LightMean mean({images[0].width, images[0].height});
    for (const Image& image : images) mean.add(image);
    return mean.take();
}

// Every premultiplied grey there is, one a pixel.
Image everyGrey() {
    Image image{0, 1, 4, {}};
    for (int alpha = 0; alpha < 256; ++alpha) {
        for (int p = 0; p <= alpha; ++p) {
            const auto byte = static_cast<std::uint8_t>(p);
            image.bytes.insert(image.bytes.end(), {byte, byte, byte, static_cast<std::uint8_t>(alpha)});
            ++image.width;
        }
    }
    return image;
}

}  // namespace

TEST(LightMean, EqualImagesGiveExactlyThemselves) {
    const Image image = everyGrey();
    for (const int count : {1, 2, 3, 7, 16, video::kMostSubframes})
        EXPECT_EQ(meanOf(std::vector<Image>(static_cast<std::size_t>(count), image)), image) << count;
}

TEST(LightMean, IsTheMeanOfLightNotOfBytes) {
    const Image black{1, 1, 4, {0, 0, 0, 255}}, white{1, 1, 4, {255, 255, 255, 255}};
    const auto half = static_cast<std::uint8_t>(std::lround(255 * base::encoded(0.5)));
    EXPECT_EQ(half, 188);
    EXPECT_EQ(meanOf({black, white}).bytes, (std::vector<std::uint8_t>{half, half, half, 255}));
    const Image grey{1, 1, 4, {10, 100, 200, 255}};
    const Image mixed = meanOf({grey, grey, white});
    for (std::size_t c = 0; c < 3; ++c) {
        const double light = (2 * base::linear(grey.bytes[c] / 255.0) + 1) / 3;
        EXPECT_NEAR(mixed.bytes[c], 255 * base::encoded(light), 0.51) << c;
    }
}

TEST(LightMean, TranslucentPixelsWeighAsMuchAsTheirAlpha) {
    const Image red{1, 1, 4, {255, 0, 0, 255}}, nothing{1, 1, 4, {0, 0, 0, 0}};
    EXPECT_EQ(meanOf({red, nothing}).bytes, (std::vector<std::uint8_t>{128, 0, 0, 128}));
    // A bright pixel that is hardly there changes the colour hardly.
    const Image dim{1, 1, 4, {50, 50, 50, 255}}, faint{1, 1, 4, {5, 5, 5, 5}};
    EXPECT_NEAR(meanOf({dim, faint}).bytes[0],
                255 * base::encoded((base::linear(50 / 255.0) * 255 + 5) / 260) / 2, 6);
    EXPECT_EQ(meanOf({dim, faint}).bytes[3], 130);
}

TEST(LightMean, ColoursNeverExceedTheirAlpha) {
    const Image all = everyGrey();
    Image turned = all;
    std::vector<std::uint8_t> reversed;
    for (std::size_t i = all.bytes.size(); i > 0; i -= 4)
        reversed.insert(reversed.end(), all.bytes.begin() + std::ptrdiff_t(i - 4),
                        all.bytes.begin() + std::ptrdiff_t(i));
    turned.bytes = reversed;
    const Image mean = meanOf({all, turned, all});
    for (std::size_t i = 0; i < mean.bytes.size(); i += 4) ASSERT_LE(mean.bytes[i], mean.bytes[i + 3]);
}

TEST(LightMean, TakingBeginsAnew) {
    LightMean mean({1, 1});
    mean.add({1, 1, 4, {255, 255, 255, 255}});
    mean.take();
    const Image dark{1, 1, 4, {3, 2, 1, 255}};
    mean.add(dark);
    EXPECT_EQ(mean.take(), dark);
}

TEST(Shutter, OpensAtTheFramesTimeAndClosesAfterItsAngle) {
    const film::Film film = filmOf({0, 0.5});
    const auto moments = video::momentsOf(film, 4, kRate, {4, 180});
    ASSERT_EQ(moments.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(moments[i].cue, 0u);
        EXPECT_NEAR(moments[i].seconds, 0.3 + 0.05 * static_cast<double>(i) / 4, 1e-12);
    }
    EXPECT_EQ(moments[0], film::momentAt(film, film::timeOfFrame(4, kRate)));
    EXPECT_NEAR(video::momentsOf(film, 4, kRate, {2, 360})[1].seconds, 0.35, 1e-12);
}

TEST(Shutter, ASingleSubframeIsTheFrameItself) {
    const film::Film film = filmOf({0, 0.5});
    for (const std::int64_t frame : {1, 7, 11, 20}) {
        const auto moments = video::momentsOf(film, frame, {24, 1}, {1, 180});
        EXPECT_EQ(moments,
                  std::vector<film::Moment>{film::momentAt(film, film::timeOfFrame(frame, {24, 1}))});
    }
}

TEST(Shutter, GoesThroughAFlightButNeverAcrossACut) {
    const film::FrameRate rate{4, 3};  // frame 2 begins at 0.75 s, and the next at 1.5 s
    const film::Film flight = filmOf({0, 0.5}), cut = filmOf({0, 0});
    const auto through = video::momentsOf(flight, 2, rate, {3, 360}),
               held = video::momentsOf(cut, 2, rate, {3, 360});
    EXPECT_EQ(through[1], (film::Moment{1, 0.0}));
    EXPECT_EQ(through[2].cue, 1u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(held[i].cue, 0u);
        EXPECT_NEAR(held[i].seconds, 0.75 + 0.25 * static_cast<double>(i), 1e-12);
    }
}

TEST(Shutter, TheLastCueGoesOnPastTheEndOfTheFilm) {
    const auto moments = video::momentsOf(filmOf({0.5}), 10, kRate, {2, 360});
    EXPECT_EQ(moments[1].cue, 0u);
    const auto late = video::momentsOf(filmOf({0.5}), 1, {1, 1}, {2, 360});
    EXPECT_NEAR(late[1].seconds, 0.5, 1e-12);
    EXPECT_NEAR(video::momentsOf(filmOf({0.5, 0.5}), 2, {2, 3}, {2, 360})[1].seconds, 1.25, 1e-12);
}
