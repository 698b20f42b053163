#include "video/picture_deflate.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <string>

#include "video/huffman_code.h"

namespace video {

namespace {

using Bytes = std::vector<std::uint8_t>;

// Numbers that look random and are the same every time (multiplier of P. L'Ecuyer's tables of 1999).
class Noise {
  public:
    std::uint8_t next(std::uint32_t below) {
        m_state = m_state * 2862933555777941757ull + 3037000493ull;
        return static_cast<std::uint8_t>((m_state >> 33) % below);
    }

  private:
    std::uint64_t m_state = 1;
};

Bytes unpacked(const Bytes& packed, std::size_t size) {
    Bytes out(size + 1);
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
    std::size_t got = 0;
    const libdeflate_result result = libdeflate_deflate_decompress(decompressor, packed.data(), packed.size(),
                                                                   out.data(), out.size(), &got);
    libdeflate_free_decompressor(decompressor);
    EXPECT_EQ(result, LIBDEFLATE_SUCCESS);
    out.resize(result == LIBDEFLATE_SUCCESS ? got : 0);
    return out;
}

Bytes packed(const Bytes& bytes, int pixelBytes) {
    Bytes out;
    deflatePiece(bytes, pixelBytes, out);
    endDeflate(out);
    return out;
}

Bytes noise(std::size_t size, std::uint32_t below) {
    Noise source;
    Bytes bytes(size);
    for (auto& b : bytes) b = source.next(below);
    return bytes;
}

}  // namespace

TEST(PictureDeflate, WhatIsPackedComesBack) {
    std::vector<Bytes> samples = {{}, {7}, {1, 2, 3}, Bytes(3, 0), Bytes(100'000, 0), Bytes(70'000, 255)};
    for (const std::uint32_t below : {2u, 3u, 17u, 256u}) {
        for (const std::size_t size : {1u, 11u, 257u, 258u, 259u, 5'000u, 70'001u})
            samples.push_back(noise(size, below));
    }
    // Runs of every length around deflate's limits, between bytes that break them.
    Bytes runs;
    for (int length = 0; length < 600; ++length) {
        runs.insert(runs.end(), static_cast<std::size_t>(length), static_cast<std::uint8_t>(length));
        runs.push_back(99);
    }
    samples.push_back(runs);
    for (const Bytes& sample : samples) {
        for (const int pixelBytes : {1, 3, 4})
            EXPECT_EQ(unpacked(packed(sample, pixelBytes), sample.size()), sample) << sample.size();
    }
}

TEST(PictureDeflate, PiecesJoinInAnyOrder) {
    const Bytes a = noise(3'000, 9), b(5'000, 4), c = noise(66'000, 256);
    for (const auto& order : {std::array{&a, &b, &c}, std::array{&c, &a, &b}}) {
        Bytes stream, all;
        for (const Bytes* piece : order) {
            deflatePiece(*piece, 3, stream);
            all.insert(all.end(), piece->begin(), piece->end());
        }
        endDeflate(stream);
        EXPECT_EQ(unpacked(stream, all.size()), all);
    }
}

TEST(PictureDeflate, RepeatedPixelsTakeNextToNothing) {
    Bytes rows;
    for (int i = 0; i < 30'000; ++i) rows.insert(rows.end(), {10, 200, 30});
    EXPECT_LT(packed(rows, 3).size(), rows.size() / 300);
}

TEST(PictureDeflate, NoiseGrowsByNextToNothing) {
    const Bytes bytes = noise(200'000, 256);
    EXPECT_LT(packed(bytes, 3).size(), bytes.size() + 64);
}

TEST(HuffmanCode, IsCompleteWithinTheLimitAndShortForTheFrequent) {
    // Fibonacci counts give the deepest tree there is.
    std::array<std::uint32_t, 30> counts{};
    counts[0] = counts[1] = 1;
    for (std::size_t i = 2; i < counts.size(); ++i) counts[i] = counts[i - 1] + counts[i - 2];
    for (const int longest : {5, 7, 15}) {
        std::array<HuffmanCode, 30> codes{};
        makeHuffmanCodes(counts, longest, codes);
        double space = 0;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            EXPECT_GE(codes[i].length, 1);
            EXPECT_LE(codes[i].length, longest);
            if (i > 0) {
                EXPECT_LE(codes[i].length, codes[i - 1].length);
            }
            space += 1.0 / (1 << codes[i].length);
        }
        EXPECT_EQ(space, 1.0) << longest;
    }
}

TEST(HuffmanCode, AloneASymbolStillHasACode) {
    std::array<std::uint32_t, 19> counts{};
    counts[18] = 5;
    std::array<HuffmanCode, 19> codes{};
    makeHuffmanCodes(counts, 7, codes);
    EXPECT_EQ(codes[18].length, 1);
}

}  // namespace video
