#include "video/passes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "film_stage.h"
#include "render/renderer.h"

namespace {

using base::Image;
using Bytes = std::vector<std::uint8_t>;

int rounded255(int x) {
    return (2 * x + 255) / 510;
}

// A layer drawn over `below` in several blends, each rounded, as a graphics card does; and the layer alone.
struct Drawn {
    std::array<std::uint8_t, 4> alone{}, picture{};
};

Drawn drawn(std::array<int, 3> below, const std::vector<std::array<int, 4>>& strokes) {
    Drawn d;
    for (std::size_t c = 0; c < 3; ++c) d.picture[c] = static_cast<std::uint8_t>(below[c]);
    d.picture[3] = 255;
    for (const auto& [r, g, b, a] : strokes) {
        const std::array<int, 4> stroke{rounded255(r * a), rounded255(g * a), rounded255(b * a), a};
        for (std::size_t c = 0; c < 4; ++c) {
            for (auto* pixel : {&d.alone, &d.picture}) {
                const int sum = stroke[c] + rounded255((*pixel)[c] * (255 - a));
                (*pixel)[c] = static_cast<std::uint8_t>(std::min(sum, 255));
            }
        }
    }
    return d;
}

// Many colours, opacities and numbers of strokes, the same every time (a linear congruential generator).
class Numbers {
  public:
    int below(int end) {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<std::uint64_t>(end));
    }

  private:
    std::uint64_t m_state = 20240410;
};

void append(Image& image, const std::array<std::uint8_t, 4>& pixel) {
    image.bytes.insert(image.bytes.end(), pixel.begin(), pixel.end());
    ++image.width;
}

Image emptyRow() {
    return {0, 1, 4, {}};
}

}  // namespace

TEST(Passes, OverIsSourceOverRoundedToTheNearest) {
    const Image below{2, 1, 4, {200, 10, 0, 255, 7, 8, 9, 255}};
    const Image top{2, 1, 4, {100, 255, 0, 128, 1, 2, 3, 0}};
    EXPECT_EQ(video::over(top, below).bytes, (Bytes{150, 133, 0, 255, 7, 8, 9, 255}));
}

TEST(Passes, StraightColoursAreThePremultipliedOnesOverTheirAlpha) {
    const Image image{4, 1, 4, {64, 0, 128, 128, 10, 20, 30, 255, 0, 0, 0, 0, 1, 1, 0, 1}};
    EXPECT_EQ(video::toStraight(image).bytes,
              (Bytes{128, 0, 255, 128, 10, 20, 30, 255, 0, 0, 0, 0, 255, 255, 0, 1}));
}

TEST(Passes, EveryStraightColourSurvivesPremultiplying) {
    for (int alpha = 1; alpha < 256; ++alpha) {
        for (int p = 0; p <= alpha; ++p) {
            const auto byte = static_cast<std::uint8_t>(p);
            const Image one{1, 1, 4, {byte, byte, byte, static_cast<std::uint8_t>(alpha)}};
            EXPECT_EQ(rounded255(video::toStraight(one).bytes[0] * alpha), p) << alpha;
        }
    }
}

TEST(Passes, StackToThePictureWhateverTheColoursAndHoweverManyBlendsMadeIt) {
    Numbers numbers;
    Image below = emptyRow(), alone = emptyRow(), wanted = emptyRow();
    for (int i = 0; i < 60'000; ++i) {
        const std::array<int, 3> ground{numbers.below(256), numbers.below(256), numbers.below(256)};
        std::vector<std::array<int, 4>> strokes(static_cast<std::size_t>(numbers.below(9)));
        const int faintest = numbers.below(2) ? 256 : 12;
        for (auto& s : strokes)
            s = {numbers.below(256), numbers.below(256), numbers.below(256), numbers.below(faintest)};
        const Drawn d = drawn(ground, strokes);
        append(below, {static_cast<std::uint8_t>(ground[0]), static_cast<std::uint8_t>(ground[1]),
                       static_cast<std::uint8_t>(ground[2]), 255});
        append(alone, d.alone);
        append(wanted, d.picture);
    }
    video::PassStack stack(below);
    const Image pass = stack.add(alone, wanted);
    EXPECT_LE(base::compare(video::over(pass, below), wanted).worst, 1);
    EXPECT_EQ(video::over(pass, below), stack.stacked());
    // The layer stays itself: its own colours on nearly all pixels, its own alpha on more.
    const Image natural = video::toStraight(alone);
    std::size_t changed = 0, raised = 0;
    for (std::size_t i = 0; i < pass.bytes.size(); i += 4) {
        EXPECT_GE(pass.bytes[i + 3], alone.bytes[i + 3]);
        changed +=
            !std::equal(pass.bytes.begin() + std::ptrdiff_t(i), pass.bytes.begin() + std::ptrdiff_t(i) + 4,
                        natural.bytes.begin() + std::ptrdiff_t(i));
        raised += pass.bytes[i + 3] != alone.bytes[i + 3];
    }
    EXPECT_LT(changed, 60'000u / 4);
    EXPECT_LT(raised, changed);
}

TEST(Passes, APictureThatIsNothingLikeTheLayerIsReachedByRaisingAlpha) {
    const Image below{2, 1, 4, {255, 255, 255, 255, 0, 0, 0, 255}};
    const Image layer{2, 1, 4, {0, 0, 0, 0, 0, 0, 0, 3}};
    const Image wanted{2, 1, 4, {0, 255, 255, 255, 50, 51, 52, 255}};
    video::PassStack stack(below);
    const Image pass = stack.add(layer, wanted);
    EXPECT_LE(base::compare(video::over(pass, below), wanted).worst, 1);
    EXPECT_LE(pass.bytes[7], 53);
}

TEST(Passes, OfTheShippedFilmStackToThePictureWithinOne) {
    const FilmStage& stage = filmStage();
    render::Renderer renderer(stage.world, stage.fonts);
    for (const char* theme : {"night", "paper"}) {
        const picture::Picture picture = stage.at("us-departure", {640, 360}, theme);
        ASSERT_FALSE(picture.arrows.empty() || picture.labels.empty() || picture.panels.empty());
        const auto target = render::Target::make(picture.size);
        const auto image = [&](const render::Layers& layers) {
            renderer.draw(picture, *target, layers);
            return target->read();
        };
        const Image map = image({true, false, false, false});
        video::PassStack stack(map);
        std::vector<Image> passes{map};
        passes.push_back(stack.add(image({false, true, false, false}), image({true, true, false, false})));
        passes.push_back(stack.add(image({false, false, true, false}), image({true, true, true, false})));
        passes.push_back(stack.add(image({false, false, false, true}), image({})));
        Image stacked = passes[0];
        std::vector<double> floats(stacked.bytes.begin(), stacked.bytes.end());
        for (std::size_t i = 1; i < passes.size(); ++i) {
            stacked = video::over(passes[i], stacked);
            for (std::size_t k = 0; k < floats.size(); ++k) {
                const double alpha = passes[i].bytes[k / 4 * 4 + 3] / 255.0;
                floats[k] = k % 4 == 3 ? 255 : passes[i].bytes[k] * alpha + floats[k] * (1 - alpha);
            }
        }
        const Image whole = image({});
        EXPECT_LE(base::compare(stacked, whole).worst, 1) << theme;
        // An editor that rounds only once.
        double worst = 0;
        for (std::size_t k = 0; k < floats.size(); ++k)
            worst = std::max(worst, std::abs(floats[k] - whole.bytes[k]));
        EXPECT_LT(worst, 2.5) << theme;
    }
}
