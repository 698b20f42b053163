#include "video/huffman_code.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace video {

namespace {

constexpr std::size_t kMostSymbols = 288;
constexpr int kLongest = 15;

struct Leaf {
    std::uint32_t count;
    std::uint16_t symbol;
};

// Symbols that occur, rarest first; at least two, as a tree has two branches.
struct Leaves {
    std::array<Leaf, kMostSymbols> of;
    std::size_t number = 0;
};

Leaves leavesOf(std::span<const std::uint32_t> counts) {
    Leaves leaves;
    for (std::size_t s = 0; s < counts.size(); ++s) {
        if (counts[s] > 0) leaves.of[leaves.number++] = {counts[s], static_cast<std::uint16_t>(s)};
    }
    for (std::size_t s = 0; leaves.number < 2; ++s) {
        if (counts[s] == 0) leaves.of[leaves.number++] = {0, static_cast<std::uint16_t>(s)};
    }
    std::sort(leaves.of.begin(), leaves.of.begin() + static_cast<std::ptrdiff_t>(leaves.number),
              [](const Leaf& a, const Leaf& b) {
                  return a.count != b.count ? a.count < b.count : a.symbol < b.symbol;
              });
    return leaves;
}

// How many codes there are of each length: the two rarest trees are joined until one is left (D. A. Huffman
// 1952), with the leaves sorted in two queues (J. van Leeuwen 1976).
std::array<int, kMostSymbols> depthsOf(const Leaves& leaves) {
    const std::size_t n = leaves.number;
    std::array<std::uint64_t, kMostSymbols> weight{};
    std::array<std::size_t, 2 * kMostSymbols> parent{};
    std::size_t leaf = 0, tree = 0;
    const auto takeRarest = [&](std::size_t made) {
        const bool isLeaf = leaf < n && (tree >= made || leaves.of[leaf].count <= weight[tree]);
        return isLeaf ? leaf++ : n + tree++;
    };
    const auto weightOf = [&](std::size_t node) {
        return node < n ? leaves.of[node].count : weight[node - n];
    };
    for (std::size_t made = 0; made + 1 < n; ++made) {
        const std::size_t a = takeRarest(made), b = takeRarest(made);
        weight[made] = weightOf(a) + weightOf(b);
        parent[a] = parent[b] = n + made;
    }
    std::array<int, 2 * kMostSymbols> depth{};
    std::array<int, kMostSymbols> ofLength{};
    for (std::size_t node = 2 * n - 2; node-- > 0;) {
        depth[node] = depth[parent[node]] + 1;
        if (node < n) ++ofLength[static_cast<std::size_t>(depth[node])];
    }
    return ofLength;
}

// Codes that are too long become `longest` bits long; then longer codes are given to short ones until the
// sum of 2^-length is 1 again (Kraft's inequality).
void limitLengths(std::array<int, kMostSymbols>& ofLength, int longest) {
    const auto last = static_cast<std::size_t>(longest);
    for (std::size_t length = last + 1; length < ofLength.size(); ++length) {
        ofLength[last] += ofLength[length];
        ofLength[length] = 0;
    }
    std::uint64_t space = 0;
    for (std::size_t length = 1; length <= last; ++length)
        space += static_cast<std::uint64_t>(ofLength[length]) << (last - length);
    while (space > std::uint64_t{1} << last) {
        std::size_t length = last - 1;
        while (ofLength[length] == 0) --length;
        // A code is split for two: one that was too long takes the place beside it.
        --ofLength[length];
        ofLength[length + 1] += 2;
        --ofLength[last];
        --space;
    }
}

std::uint16_t reversed(std::uint32_t code, int length) {
    std::uint32_t r = 0;
    for (int i = 0; i < length; ++i) r |= (code >> i & 1) << (length - 1 - i);
    return static_cast<std::uint16_t>(r);
}

}  // namespace

void makeHuffmanCodes(std::span<const std::uint32_t> counts, int longest, std::span<HuffmanCode> codes) {
    assert(counts.size() <= kMostSymbols && counts.size() == codes.size() && longest <= kLongest);
    std::fill(codes.begin(), codes.end(), HuffmanCode{});
    const Leaves leaves = leavesOf(counts);
    std::array<int, kMostSymbols> ofLength = depthsOf(leaves);
    limitLengths(ofLength, longest);

    // The most frequent symbols get the shortest codes.
    std::size_t next = leaves.number;
    for (int length = 1; length <= longest; ++length) {
        for (int i = 0; i < ofLength[static_cast<std::size_t>(length)]; ++i)
            codes[leaves.of[--next].symbol].length = static_cast<std::uint8_t>(length);
    }
    std::array<std::uint32_t, kLongest + 2> first{};
    for (int length = 1; length <= longest; ++length) {
        const auto l = static_cast<std::size_t>(length);
        first[l + 1] = (first[l] + static_cast<std::uint32_t>(ofLength[l])) << 1;
    }
    for (HuffmanCode& code : codes) {
        if (code.length > 0) code.bits = reversed(first[code.length]++, code.length);
    }
}

}  // namespace video
