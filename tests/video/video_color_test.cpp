#include <gtest/gtest.h>

#include <array>
#include <cmath>

extern "C" {
#include <libavutil/pixdesc.h>
}

#include "video_fixture.h"

namespace {

using Rgba = std::array<int, 4>;

// Greys, primaries, secondaries, and colours of the themes and actors.
const std::vector<Rgba> kPatches = {{0, 0, 0, 255},      {255, 255, 255, 255}, {128, 128, 128, 255},
                                    {18, 18, 18, 255},   {235, 235, 235, 255}, {255, 0, 0, 255},
                                    {0, 255, 0, 255},    {0, 0, 255, 255},     {255, 255, 0, 255},
                                    {0, 255, 255, 255},  {255, 0, 255, 255},   {255, 107, 58, 255},
                                    {92, 168, 255, 255}, {14, 26, 43, 255},    {242, 236, 222, 255}};
constexpr int kPatch = 32;  // pixels

base::Image patches(const std::vector<Rgba>& colors) {
    const int columns = static_cast<int>(colors.size());
    base::Image image{kPatch * columns, kPatch, 4, {}};
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            for (const int v : colors[static_cast<std::size_t>(x / kPatch)])
                image.bytes.push_back(static_cast<std::uint8_t>(v));
        }
    }
    return image;
}

int sample(const AVFrame& frame, int component, int x, int y) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const AVComponentDescriptor& c = format->comp[component];
    const bool isChroma = component == 1 || component == 2;
    const bool isRgb = (format->flags & AV_PIX_FMT_FLAG_RGB) != 0;
    const int px = isChroma && !isRgb ? x >> format->log2_chroma_w : x;
    const int py = isChroma && !isRgb ? y >> format->log2_chroma_h : y;
    const std::uint8_t* at = frame.data[c.plane] + py * frame.linesize[c.plane] + px * c.step + c.offset;
    const int value = c.depth > 8 ? at[0] | at[1] << 8 : at[0];
    return value & ((1 << c.depth) - 1);
}

/// A pixel as R, G, B, A in 0..255, by the formulas of ITU-R BT.709 for limited range.
std::array<double, 4> rgbaAt(const AVFrame& frame, int x, int y) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    std::array<double, 4> c = {0, 0, 0, 255};
    for (int i = 0; i < format->nb_components; ++i) c[static_cast<std::size_t>(i)] = sample(frame, i, x, y);
    if (format->flags & AV_PIX_FMT_FLAG_RGB) return c;
    const double scale = 1 << (format->comp[0].depth - 8);
    const double luma = (c[0] / scale - 16) / 219, cb = (c[1] / scale - 128) / 224,
                 cr = (c[2] / scale - 128) / 224;
    const double red = luma + 1.5748 * cr, blue = luma + 1.8556 * cb;
    const double green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152;
    const double most = (1 << format->comp[0].depth) - 1;
    return {255 * red, 255 * green, 255 * blue, format->nb_components == 4 ? 255 * c[3] / most : 255};
}

/// The middle of each patch after encoding and decoding.
std::vector<std::array<double, 4>> roundTrip(const std::string& path, const VideoSettings& settings,
                                             const base::Image& image, const char* decoder = nullptr) {
    auto sink = video::openVideoSink(path, settings, {1, 3}, {1, 3});
    const auto shared = std::make_shared<const base::Image>(image);
    for (int n = 1; n <= 3; ++n) (*sink)->push({n, shared});
    EXPECT_FALSE((*sink)->finish());
    joinVideo(path, settings, {1, 3});
    const ReadVideo read(path);
    const auto frames = read.decoded(0, decoder);
    EXPECT_EQ(frames.size(), 3u);
    std::vector<std::array<double, 4>> colors;
    for (int x = kPatch / 2; x < image.width; x += kPatch)
        colors.push_back(rgbaAt(*frames.back(), x, kPatch / 2));
    return colors;
}

}  // namespace

TEST_F(VideoFiles, ColoursComeBackWithinTwoParts) {
    const base::Image image = patches(kPatches);
    for (const auto& [container, limit] : {std::pair{VideoContainer::Mp4, 2.0}, {VideoContainer::Mov, 0.75},
                                           {VideoContainer::WebM, 2.0}, {VideoContainer::Mkv, 0.0}}) {
        VideoSettings settings = smallVideo(container, {image.width, image.height});
        settings.preset = "";
        const std::string file = path("film" + std::string(video::endingOf(container)));
        const auto colors = roundTrip(file, settings, image);
        for (std::size_t i = 0; i < kPatches.size(); ++i) {
            for (std::size_t c = 0; c < 3; ++c)
                EXPECT_NEAR(colors[i][c], kPatches[i][c], limit) << file << " patch " << i << " channel " << c;
        }
    }
}

TEST_F(VideoFiles, AlphaSurvivesAndColoursStayStraight) {
    const std::vector<Rgba> colors = {{255, 107, 58, 255}, {255, 107, 58, 0},  {92, 168, 255, 128},
                                      {92, 168, 255, 1},   {14, 26, 43, 254}, {242, 236, 222, 64}};
    const base::Image image = patches(colors);
    for (const auto& [container, decoder] :
         {std::pair{VideoContainer::Mov, "prores"}, {VideoContainer::WebM, "libvpx-vp9"},
          {VideoContainer::Mkv, "ffv1"}}) {
        VideoSettings settings = smallVideo(container, {image.width, image.height});
        settings.preset = "";
        settings.alpha = video::VideoAlpha::Straight;
        const auto back = roundTrip(path("film" + std::string(video::endingOf(container))), settings, image, decoder);
        for (std::size_t i = 0; i < colors.size(); ++i) {
            for (std::size_t c = 0; c < 4; ++c)
                EXPECT_NEAR(back[i][c], colors[i][c], 2) << decoder << " patch " << i << " channel " << c;
        }
        EXPECT_EQ(back[0][3], 255) << decoder;
        EXPECT_EQ(back[1][3], 0) << decoder;
    }
}

TEST_F(VideoFiles, MkvIsLossless) {
    for (const auto alpha : {video::VideoAlpha::Opaque, video::VideoAlpha::Straight}) {
        VideoSettings settings = smallVideo(VideoContainer::Mkv, {65, 49});
        settings.alpha = alpha;
        writeVideo(path("film.mkv"), settings, {1, 25});
        const ReadVideo read(path("film.mkv"));
        const auto frames = read.decoded(0);
        ASSERT_EQ(frames.size(), 25u);
        for (int n = 1; n <= 25; ++n) {
            const base::Image image = pictureOfFrame(settings.size, n);
            int wrong = 0;
            for (int i = 0; i < 65 * 49; ++i) {
                for (int c = 0; c < 3; ++c)
                    wrong += sample(*frames[static_cast<std::size_t>(n - 1)], c, i % 65, i / 65) !=
                             image.bytes[static_cast<std::size_t>(4 * i + c)];
            }
            EXPECT_EQ(wrong, 0) << n;
        }
    }
}
