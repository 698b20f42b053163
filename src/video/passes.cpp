#include "video/passes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace video {

namespace {

constexpr int kMostOff = 1;  // of 255

// x / 255, rounded; exact for 0..255 * 255, within 16 bits: processors do eight of them at a time.
constexpr std::uint16_t divided255(std::uint16_t x) {
    const auto y = static_cast<std::uint16_t>(x + 128);
    return static_cast<std::uint16_t>(y + (y >> 8)) >> 8;
}

constexpr std::uint8_t mixed(std::uint8_t top, std::uint8_t alpha, std::uint8_t below) {
    return static_cast<std::uint8_t>(
        divided255(static_cast<std::uint16_t>(top * alpha + below * (255 - alpha))));
}

// 255 / alpha; 0 for 0.
constexpr std::array<float, 256> kInverses = [] {
    std::array<float, 256> table{};
    for (std::size_t alpha = 1; alpha < 256; ++alpha) table[alpha] = 255.0f / static_cast<float>(alpha);
    return table;
}();

// One pixel of a pass, solved: the alpha is the layer's or the least above it with which some colour gives
// `wanted` closely enough, and the colour the closest.
void solve(const std::uint8_t* below, const std::uint8_t* wanted, std::uint8_t* pass) {
    for (int alpha = pass[3]; alpha < 256; ++alpha) {
        std::array<std::uint8_t, 3> colors{};
        const auto a = static_cast<std::uint8_t>(alpha);
        bool isClose = true;
        for (std::size_t c = 0; c < 3 && isClose; ++c) {
            const int missing = wanted[c] * 255 - below[c] * (255 - alpha);
            if (alpha > 0)
                colors[c] =
                    static_cast<std::uint8_t>(std::min((std::max(missing, 0) + alpha / 2) / alpha, 255));
            isClose = std::abs(mixed(colors[c], a, below[c]) - wanted[c]) <= kMostOff;
        }
        if (!isClose) continue;
        std::copy(colors.begin(), colors.end(), pass);
        pass[3] = a;
        return;
    }
}

using Row = std::vector<std::uint8_t>;

// Each pixel's alpha, four times.
void spreadAlpha(const std::uint8_t* __restrict pixels, Row& alphas) {
    std::uint8_t* __restrict out = alphas.data();
    for (std::size_t i = 0; i < alphas.size(); i += 4) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, pixels + i, 4);
        // The alpha is the highest byte on every machine that this runs on.
        pixel >>= 24;
        pixel |= pixel << 8;
        pixel |= pixel << 16;
        std::memcpy(out + i, &pixel, 4);
    }
}

// A row of a pass over the row below; both opaque where the lower is.
void stackRow(const std::uint8_t* __restrict pass, const Row& alphas, const std::uint8_t* __restrict below,
              std::uint8_t* __restrict stacked) {
    const std::uint8_t* __restrict a = alphas.data();
    const std::size_t count = alphas.size();
    for (std::size_t i = 0; i < count; ++i) stacked[i] = mixed(pass[i], a[i], below[i]);
    for (std::size_t i = 3; i < count; i += 4)
        stacked[i] =
            static_cast<std::uint8_t>(a[i] + divided255(static_cast<std::uint16_t>(below[i] * (255 - a[i]))));
}

int worstOff(const std::uint8_t* __restrict a, const std::uint8_t* __restrict b, std::size_t count) {
    std::uint8_t worst = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto off = static_cast<std::uint8_t>(std::max(a[i], b[i]) - std::min(a[i], b[i]));
        worst = std::max(worst, off);
    }
    return worst;
}

// Solves the pixels of a row that are not close enough, and stacks them again.
void mendRow(std::uint8_t* pass, const std::uint8_t* below, const std::uint8_t* wanted, Row& stacked) {
    for (std::size_t i = 0; i < stacked.size(); i += 4) {
        if (worstOff(stacked.data() + i, wanted + i, 3) <= kMostOff) continue;
        solve(below + i, wanted + i, pass + i);
        for (std::size_t c = i; c < i + 3; ++c) stacked[c] = mixed(pass[c], pass[i + 3], below[c]);
    }
}

[[maybe_unused]] bool isSameSize(const base::Image& a, const base::Image& b) {
    return a.width == b.width && a.height == b.height && a.channels == 4 && b.channels == 4;
}

}  // namespace

base::Image over(const base::Image& top, const base::Image& below) {
    assert(isSameSize(top, below));
    base::Image stacked = below;
    Row alphas(static_cast<std::size_t>(top.width) * 4);
    for (std::size_t at = 0; at < top.bytes.size(); at += alphas.size()) {
        spreadAlpha(top.bytes.data() + at, alphas);
        stackRow(top.bytes.data() + at, alphas, below.bytes.data() + at, stacked.bytes.data() + at);
    }
    return stacked;
}

base::Image toStraight(base::Image image) {
    assert(image.channels == 4);
    for (std::size_t i = 0; i < image.bytes.size(); i += 4) {
        const std::uint8_t alpha = image.bytes[i + 3];
        if (alpha == 0 || alpha == 255) continue;
        const float by = kInverses[alpha];
        for (std::size_t c = i; c < i + 3; ++c) {
            const float value = static_cast<float>(image.bytes[c]) * by + 0.5f;
            image.bytes[c] = static_cast<std::uint8_t>(std::min(value, 255.0f));
        }
    }
    return image;
}

PassStack::PassStack(base::Image lowest) : m_stacked(std::move(lowest)) {
    assert(m_stacked.channels == 4);
}

base::Image PassStack::add(base::Image layer, const base::Image& wanted) {
    assert(isSameSize(layer, m_stacked) && isSameSize(wanted, m_stacked));
    base::Image pass = toStraight(std::move(layer));
    Row alphas(static_cast<std::size_t>(pass.width) * 4), stacked(alphas.size());
    for (std::size_t at = 0; at < pass.bytes.size(); at += stacked.size()) {
        std::uint8_t *row = pass.bytes.data() + at, *below = m_stacked.bytes.data() + at;
        const std::uint8_t* aim = wanted.bytes.data() + at;
        spreadAlpha(row, alphas);
        stackRow(row, alphas, below, stacked.data());
        if (worstOff(stacked.data(), aim, stacked.size()) > kMostOff) mendRow(row, below, aim, stacked);
        std::copy(stacked.begin(), stacked.end(), below);
    }
    return pass;
}

}  // namespace video
