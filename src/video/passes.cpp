#include "video/passes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace video {

namespace {

constexpr int kMostOff = 1;  // of 255

// x / 255, rounded; exact for 0..255 * 255.
constexpr int divided255(int x) {
    const int y = x + 128;
    return (y + (y >> 8)) >> 8;
}

constexpr int mixed(int top, int alpha, int below) {
    return divided255(top * alpha + below * (255 - alpha));
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
        std::array<int, 3> colors{};
        bool isClose = true;
        for (std::size_t c = 0; c < 3 && isClose; ++c) {
            const int missing = wanted[c] * 255 - below[c] * (255 - alpha);
            colors[c] = alpha > 0 ? std::clamp((std::max(missing, 0) + alpha / 2) / alpha, 0, 255) : 0;
            isClose = std::abs(mixed(colors[c], alpha, below[c]) - wanted[c]) <= kMostOff;
        }
        if (!isClose) continue;
        for (std::size_t c = 0; c < 3; ++c) pass[c] = static_cast<std::uint8_t>(colors[c]);
        pass[3] = static_cast<std::uint8_t>(alpha);
        return;
    }
}

// Stacks a row of a pass and says whether it is close enough everywhere.
bool stackRow(const std::uint8_t* pass, const std::uint8_t* below, const std::uint8_t* wanted,
              std::size_t count, std::uint8_t* stacked) {
    int worst = 0;
    for (std::size_t i = 0; i < count; i += 4) {
        const int alpha = pass[i + 3];
        for (std::size_t c = i; c < i + 3; ++c) {
            const int value = mixed(pass[c], alpha, below[c]);
            stacked[c] = static_cast<std::uint8_t>(value);
            worst = std::max(worst, std::abs(value - wanted[c]));
        }
        stacked[i + 3] = 255;
    }
    return worst <= kMostOff;
}

// Solves the pixels of a row that are not close enough, and stacks them again.
void mendRow(std::uint8_t* pass, const std::uint8_t* below, const std::uint8_t* wanted, std::size_t count,
             std::uint8_t* stacked) {
    for (std::size_t i = 0; i < count; i += 4) {
        int worst = 0;
        for (std::size_t c = i; c < i + 3; ++c)
            worst = std::max(worst, std::abs(int{stacked[c]} - int{wanted[c]}));
        if (worst <= kMostOff) continue;
        solve(below + i, wanted + i, pass + i);
        for (std::size_t c = i; c < i + 3; ++c)
            stacked[c] = static_cast<std::uint8_t>(mixed(pass[c], pass[i + 3], below[c]));
    }
}

[[maybe_unused]] bool isSameSize(const base::Image& a, const base::Image& b) {
    return a.width == b.width && a.height == b.height && a.channels == 4 && b.channels == 4;
}

}  // namespace

base::Image over(const base::Image& top, const base::Image& below) {
    assert(isSameSize(top, below));
    base::Image stacked = below;
    for (std::size_t i = 0; i < top.bytes.size(); i += 4) {
        const int alpha = top.bytes[i + 3];
        for (std::size_t c = i; c < i + 3; ++c)
            stacked.bytes[c] = static_cast<std::uint8_t>(mixed(top.bytes[c], alpha, below.bytes[c]));
        stacked.bytes[i + 3] =
            static_cast<std::uint8_t>(alpha + divided255(below.bytes[i + 3] * (255 - alpha)));
    }
    return stacked;
}

base::Image toStraight(const base::Image& premultiplied) {
    assert(premultiplied.channels == 4);
    base::Image image = premultiplied;
    for (std::size_t i = 0; i < image.bytes.size(); i += 4) {
        const float by = kInverses[image.bytes[i + 3]];
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

base::Image PassStack::add(const base::Image& layer, const base::Image& wanted) {
    assert(isSameSize(layer, m_stacked) && isSameSize(wanted, m_stacked));
    base::Image pass = toStraight(layer);
    const std::size_t row = static_cast<std::size_t>(layer.width) * 4;
    std::vector<std::uint8_t> stacked(row);
    for (std::size_t at = 0; at < pass.bytes.size(); at += row) {
        std::uint8_t* below = m_stacked.bytes.data() + at;
        const std::uint8_t* aim = wanted.bytes.data() + at;
        if (!stackRow(pass.bytes.data() + at, below, aim, row, stacked.data()))
            mendRow(pass.bytes.data() + at, below, aim, row, stacked.data());
        std::copy(stacked.begin(), stacked.end(), below);
    }
    return pass;
}

}  // namespace video
