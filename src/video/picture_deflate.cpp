#include "video/picture_deflate.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#include "video/huffman_code.h"

// Bytes are read eight at a time, the first of them lowest.
static_assert(std::endian::native == std::endian::little);

namespace video {

namespace {

constexpr std::size_t kSymbols = 286, kEndOfBlock = 256, kLengthSymbols = 19;
constexpr std::size_t kShortest = 8, kLongest = 258;  // of a repetition; deflate's own limit is the latter
constexpr int kLongestCode = 15, kLongestLengthCode = 7;

/// `length` bytes from `at` on repeat those a pixel before.
struct Repetition {
    std::uint32_t at;
    std::uint16_t length;
};

// Deflate's symbol for the length of a repetition, and the extra bits after it (RFC 1951, 3.2.5).
struct LengthSymbol {
    std::uint16_t symbol;
    std::uint8_t extraBits;
    std::uint8_t extra;
};

constexpr std::array<LengthSymbol, kLongest + 1> makeLengthSymbols() {
    std::array<LengthSymbol, kLongest + 1> table{};
    unsigned symbol = 257, length = 3;
    for (unsigned extraBits = 0; extraBits <= 5; ++extraBits) {
        const unsigned symbols = extraBits == 0 ? 8 : 4;
        for (unsigned s = 0; s < symbols; ++s, ++symbol) {
            for (unsigned extra = 0; extra < 1u << extraBits && length < kLongest; ++extra, ++length) {
                table[length] = {static_cast<std::uint16_t>(symbol), static_cast<std::uint8_t>(extraBits),
                                 static_cast<std::uint8_t>(extra)};
            }
        }
    }
    table[kLongest] = {285, 0, 0};
    return table;
}
constexpr std::array<LengthSymbol, kLongest + 1> kLengthSymbolOf = makeLengthSymbols();

std::uint64_t eightAt(const std::uint8_t* p) {
    std::uint64_t v;
    std::memcpy(&v, p, sizeof v);
    return v;
}

// How many bytes from `at` on repeat those `distance` before, up to `end`.
std::size_t runLength(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t distance,
                      std::size_t end) {
    std::size_t i = at;
    while (i + 8 <= end) {
        const std::uint64_t differ = eightAt(&bytes[i]) ^ eightAt(&bytes[i - distance]);
        if (differ != 0) return i - at + static_cast<std::size_t>(std::countr_zero(differ)) / 8;
        i += 8;
    }
    while (i < end && bytes[i] == bytes[i - distance]) ++i;
    return i - at;
}

std::vector<Repetition> repetitionsIn(std::span<const std::uint8_t> bytes, std::size_t distance) {
    std::vector<Repetition> found;
    std::size_t i = distance;
    while (i + kShortest <= bytes.size()) {
        const std::uint64_t differ = eightAt(&bytes[i]) ^ eightAt(&bytes[i - distance]);
        if (differ != 0) {
            // No repetition of eight bytes can hold the last one that differs.
            i += 8 - static_cast<std::size_t>(std::countl_zero(differ)) / 8;
            continue;
        }
        std::size_t left = runLength(bytes, i, distance, bytes.size());
        while (left >= kShortest) {
            const std::size_t length = std::min(left, kLongest);
            found.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint16_t>(length)});
            i += length;
            left -= length;
        }
    }
    return found;
}

using Counts = std::array<std::uint32_t, kSymbols>;

/// Counts bytes in four tables: neighbours are often equal, and adding to one counter twice in a row waits.
class ByteCounter {
  public:
    void add(std::span<const std::uint8_t> bytes) {
        std::size_t i = 0;
        for (; i + 4 <= bytes.size(); i += 4) {
            for (std::size_t t = 0; t < 4; ++t) ++m_tables[t][bytes[i + t]];
        }
        for (; i < bytes.size(); ++i) ++m_tables[0][bytes[i]];
    }
    void addTo(Counts& counts) const {
        for (const auto& table : m_tables) {
            for (std::size_t byte = 0; byte < table.size(); ++byte) counts[byte] += table[byte];
        }
    }

  private:
    std::array<std::array<std::uint32_t, 256>, 4> m_tables{};
};

// Calls literals(bytes) and repeat(length) in order.
template <class Literals, class Repeat>
void walk(std::span<const std::uint8_t> bytes, const std::vector<Repetition>& repetitions,
          const Literals& literals, const Repeat& repeat) {
    std::size_t at = 0;
    for (const Repetition& r : repetitions) {
        if (r.at > at) literals(bytes.subspan(at, r.at - at));
        repeat(r.length);
        at = r.at + std::size_t{r.length};
    }
    if (at < bytes.size()) literals(bytes.subspan(at));
}

/// Writes bits, the first one lowest, into memory that is large enough.
class BitWriter {
  public:
    explicit BitWriter(std::uint8_t* out) : m_out(out) {}
    /// At most 56 bits between two calls of flush().
    void put(std::uint64_t bits, int count) {
        m_bits |= bits << m_count;
        m_count += count;
    }
    void put(HuffmanCode code) { put(code.bits, code.length); }
    void flush() {
        std::memcpy(m_out, &m_bits, sizeof m_bits);
        m_out += m_count >> 3;
        m_bits >>= m_count & ~7;
        m_count &= 7;
    }
    std::uint8_t* finishedByte() {
        m_count = (m_count + 7) & ~7;
        flush();
        return m_out;
    }

  private:
    std::uint8_t* m_out;
    std::uint64_t m_bits = 0;
    int m_count = 0;
};

using Codes = std::array<HuffmanCode, kSymbols>;

constexpr std::size_t kDistances = 4;  // symbols 0 to 3 are the distances 1 to 4

// The head of a block: the lengths of all its codes (RFC 1951, 3.2.7), one by one.
struct BlockHead {
    std::array<std::uint8_t, kSymbols + kDistances> lengths{};
    std::array<HuffmanCode, kLengthSymbols> codes;

    BlockHead(const Codes& literals, int pixelBytes) {
        for (std::size_t s = 0; s < kSymbols; ++s) lengths[s] = literals[s].length;
        lengths[kSymbols + static_cast<std::size_t>(pixelBytes) - 1] = 1;
        std::array<std::uint32_t, kLengthSymbols> counts{};
        for (const std::uint8_t length : lengths) ++counts[length];
        makeHuffmanCodes(counts, kLongestLengthCode, codes);
    }
    std::size_t bits() const {
        std::size_t sum = 3 + 5 + 5 + 4 + 3 * kLengthSymbols;
        for (const std::uint8_t length : lengths) sum += codes[length].length;
        return sum;
    }
    void put(BitWriter& writer) const {
        static constexpr std::array<std::uint8_t, kLengthSymbols> kOrder = {
            16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
        writer.put(0b100, 3);  // not the last block, codes of its own
        writer.put(kSymbols - 257, 5);
        writer.put(kDistances - 1, 5);
        writer.put(kLengthSymbols - 4, 4);
        for (const std::uint8_t symbol : kOrder) {
            writer.flush();
            writer.put(codes[symbol].length, 3);
        }
        for (const std::uint8_t length : lengths) {
            writer.flush();
            writer.put(codes[length]);
        }
        writer.flush();
    }
};

std::size_t bitsOfSymbols(const Counts& counts, const Codes& codes,
                          const std::vector<Repetition>& repetitions) {
    std::size_t bits = 0;
    for (std::size_t s = 0; s < kSymbols; ++s) bits += std::size_t{counts[s]} * codes[s].length;
    for (const Repetition& r : repetitions) bits += kLengthSymbolOf[r.length].extraBits + 1u;
    return bits;
}

void putLiterals(BitWriter& writer, std::span<const std::uint8_t> bytes, const Codes& codes) {
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        writer.put(codes[bytes[i]]);
        writer.put(codes[bytes[i + 1]]);
        writer.put(codes[bytes[i + 2]]);
        writer.flush();
    }
    for (; i < bytes.size(); ++i) {
        writer.put(codes[bytes[i]]);
        writer.flush();
    }
}

// An empty stored block, which ends on a whole byte.
void putEmptyBlock(BitWriter& writer, bool isLast) {
    writer.put(isLast ? 1 : 0, 3);
    std::uint8_t* end = writer.finishedByte();
    const std::array<std::uint8_t, 4> none = {0, 0, 0xff, 0xff};
    std::memcpy(end, none.data(), none.size());
}

void putStored(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& out) {
    constexpr std::size_t kMost = 65'535;
    while (!bytes.empty()) {
        const std::size_t n = std::min(bytes.size(), kMost);
        const auto low = static_cast<std::uint8_t>(n & 255), high = static_cast<std::uint8_t>(n >> 8);
        for (const unsigned v :
             {0u, unsigned{low}, unsigned{high}, ~unsigned{low} & 255u, ~unsigned{high} & 255u})
            out.push_back(static_cast<std::uint8_t>(v));
        out.insert(out.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(n));
        bytes = bytes.subspan(n);
    }
}

}  // namespace

void deflatePiece(std::span<const std::uint8_t> bytes, int pixelBytes, std::vector<std::uint8_t>& out) {
    assert(pixelBytes >= 1 && pixelBytes <= static_cast<int>(kDistances));
    if (bytes.empty()) return;
    const std::vector<Repetition> repetitions = repetitionsIn(bytes, static_cast<std::size_t>(pixelBytes));
    Counts counts{};
    counts[kEndOfBlock] = 1;
    ByteCounter literals;
    walk(
        bytes, repetitions, [&](std::span<const std::uint8_t> part) { literals.add(part); },
        [&](std::size_t length) { ++counts[kLengthSymbolOf[length].symbol]; });
    literals.addTo(counts);
    Codes codes;
    makeHuffmanCodes(counts, kLongestCode, codes);
    const BlockHead head(codes, pixelBytes);

    const std::size_t bits = head.bits() + bitsOfSymbols(counts, codes, repetitions) + 3;
    const std::size_t size = (bits + 7) / 8 + 4;
    if (size > bytes.size() + 5 * (bytes.size() / 65'535 + 1)) return putStored(bytes, out);
    const std::size_t start = out.size();
    out.resize(start + size + 8);  // the writer stores eight bytes at a time
    BitWriter writer(&out[start]);
    head.put(writer);
    walk(
        bytes, repetitions, [&](std::span<const std::uint8_t> part) { putLiterals(writer, part, codes); },
        [&](std::size_t length) {
            const LengthSymbol& symbol = kLengthSymbolOf[length];
            writer.put(codes[symbol.symbol]);
            writer.put(symbol.extra, symbol.extraBits);
            writer.put(0, 1);  // the distance's only code
            writer.flush();
        });
    writer.put(codes[kEndOfBlock]);
    writer.flush();
    putEmptyBlock(writer, false);
    out.resize(start + size);
}

void endDeflate(std::vector<std::uint8_t>& out) {
    for (const int v : {1, 0, 0, 0xff, 0xff}) out.push_back(static_cast<std::uint8_t>(v));
}

}  // namespace video
