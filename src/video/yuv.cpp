#include "video/yuv.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

namespace video {

namespace {

// Weights of red, green and blue, as whole numbers that fit 16 bits: products of such are what processors
// multiply most of at a time.
struct Weights {
    std::int16_t r, g, b;
};

constexpr double kRed = 0.2126, kGreen = 0.7152, kBlue = 0.0722;
constexpr int kLumaBits = 15, kChromaBits = 18;  // eight pixels are summed up for chroma: 3 bits more

constexpr std::int16_t rounded(double v) {
    return static_cast<std::int16_t>(v < 0 ? v - 0.5 : v + 0.5);
}

constexpr double kLumaScale = 219 / 255.0 * (1 << kLumaBits);
constexpr double kChromaScale = 224 / 255.0 / 8 * (1 << kChromaBits);
constexpr Weights kY{rounded(kRed * kLumaScale), rounded(kGreen* kLumaScale), rounded(kBlue* kLumaScale)};

// A grey must have no colour at all: green takes what rounding leaves.
constexpr Weights chroma(double r, double b) {
    const std::int16_t red = rounded(r * kChromaScale), blue = rounded(b * kChromaScale);
    return {red, static_cast<std::int16_t>(-red - blue), blue};
}
constexpr Weights kU = chroma(-kRed / 1.8556, 0.5), kV = chroma(0.5, -kBlue / 1.5748);

// Compiled for wider registers too: sums of whole numbers are the same in all of them. Not where addresses
// are checked: the choice is made before the checks can run.
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define WIDE_REGISTERS __attribute__((target_clones("avx2", "default")))
#else
#define WIDE_REGISTERS
#endif

// One row, or sums of several, colour by colour.
struct Colors {
    explicit Colors(std::size_t count) : r(count), g(count), b(count) {}
    std::vector<std::int16_t> r, g, b;
};

WIDE_REGISTERS void split(const std::uint8_t* __restrict pixels, Colors& row) {
    std::int16_t* __restrict r = row.r.data(), * __restrict g = row.g.data(), * __restrict b = row.b.data();
    for (std::size_t i = 0; i < row.r.size(); ++i) {
        r[i] = pixels[4 * i];
        g[i] = pixels[4 * i + 1];
        b[i] = pixels[4 * i + 2];
    }
}

// The weighted sum of each element, plus `zero`.
WIDE_REGISTERS void weigh(const Colors& colors, Weights w, int bits, int zero, std::uint8_t* __restrict out) {
    const std::int16_t *__restrict r = colors.r.data(), *__restrict g = colors.g.data(),
                       *__restrict b = colors.b.data();
    const int first = (zero << bits) + (1 << (bits - 1));
    const std::size_t count = colors.r.size();
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<std::uint8_t>((first + r[i] * w.r + g[i] * w.g + b[i] * w.b) >> bits);
}

// Eight values around every even column of two rows.
WIDE_REGISTERS void sumPairs(const std::vector<std::int16_t>& upper, const std::vector<std::int16_t>& lower,
                             std::vector<std::int16_t>& down, std::vector<std::int16_t>& sums) {
    const std::size_t count = upper.size();
    std::int16_t* __restrict d = down.data();
    const std::int16_t* __restrict a = upper.data(), * __restrict b = lower.data();
    for (std::size_t i = 0; i < count; ++i) d[i + 1] = static_cast<std::int16_t>(a[i] + b[i]);
    // Edges are repeated.
    d[0] = d[1];
    d[count + 1] = d[count];
    std::int16_t* __restrict s = sums.data();
    for (std::size_t i = 0; i < sums.size(); ++i)
        s[i] = static_cast<std::int16_t>(d[2 * i] + 2 * d[2 * i + 1] + d[2 * i + 2]);
}

}  // namespace

YuvPlanes planesOf(const render::YuvLayout& layout, std::uint8_t* bytes) {
    const int stride = layout.stride();
    return {bytes, bytes + layout.uStart(), bytes + layout.vStart(), stride, stride, stride};
}

void convertToYuv(const base::Image& image, const YuvPlanes& planes) {
    assert(image.channels == 4);
    const render::YuvLayout layout{{image.width, image.height}};
    const auto width = static_cast<std::size_t>(image.width);
    Colors upper(width), lower(width), sums(static_cast<std::size_t>(layout.chroma().w));
    std::vector<std::int16_t> down(width + 2);
    const auto luma = [&](int row, Colors& colors) {
        split(image.bytes.data() + static_cast<std::size_t>(row) * width * 4, colors);
        weigh(colors, kY, kLumaBits, 16, planes.y + std::ptrdiff_t{row} * planes.yStride);
    };
    for (int row = 0; row < layout.chroma().h; ++row) {
        const bool isPair = 2 * row + 1 < image.height;
        luma(2 * row, upper);
        if (isPair) luma(2 * row + 1, lower);
        const Colors& second = isPair ? lower : upper;
        sumPairs(upper.r, second.r, down, sums.r);
        sumPairs(upper.g, second.g, down, sums.g);
        sumPairs(upper.b, second.b, down, sums.b);
        weigh(sums, kU, kChromaBits, 128, planes.u + std::ptrdiff_t{row} * planes.uStride);
        weigh(sums, kV, kChromaBits, 128, planes.v + std::ptrdiff_t{row} * planes.vStride);
    }
}

}  // namespace video
