#include "render/mipmap.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace render {

namespace {

// Two neighbours that are read as one: the share of the second in 256ths.
struct Tap {
    std::size_t first = 0, second = 0;
    std::uint32_t share = 0;
};

// What each sample of a row or column of half the length reads.
std::vector<Tap> tapsOf(int length) {
    const int half = std::max(length / 2, 1);
    std::vector<Tap> taps;
    for (int i = 0; i < half; ++i) {
        const double middle = (i + 0.5) * length / half - 0.5;
        const int first = static_cast<int>(middle);
        taps.push_back({static_cast<std::size_t>(first),
                        static_cast<std::size_t>(std::min(first + 1, length - 1)),
                        static_cast<std::uint32_t>((middle - first) * 256 + 0.5)});
    }
    return taps;
}

// Two rows as one, in 256ths.
void mixRows(const base::Image& image, const Tap& tap, std::vector<std::uint16_t>& row) {
    const std::uint8_t* a = image.bytes.data() + tap.first * row.size();
    const std::uint8_t* b = image.bytes.data() + tap.second * row.size();
    for (std::size_t x = 0; x < row.size(); ++x)
        row[x] = static_cast<std::uint16_t>(a[x] * (256 - tap.share) + b[x] * tap.share);
}

}  // namespace

base::Image halved(const base::Image& image) {
    assert(image.channels == 1 && image.width > 0 && image.height > 0);
    const std::vector<Tap> across = tapsOf(image.width), down = tapsOf(image.height);
    base::Image half{static_cast<int>(across.size()), static_cast<int>(down.size()), 1, {}};
    half.bytes.reserve(across.size() * down.size());
    std::vector<std::uint16_t> row(static_cast<std::size_t>(image.width));
    for (const Tap& rows : down) {
        mixRows(image, rows, row);
        for (const Tap& tap : across) {
            const std::uint32_t sum = row[tap.first] * (256 - tap.share) + row[tap.second] * tap.share;
            half.bytes.push_back(static_cast<std::uint8_t>((sum + 32768) >> 16));
        }
    }
    return half;
}

}  // namespace render
