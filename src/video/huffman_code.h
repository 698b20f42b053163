// Huffman codes of limited length, as deflate wants them.
#pragma once

#include <cstdint>
#include <span>

namespace video {

/// A symbol's code, its first bit lowest as deflate writes it; 0 bits when the symbol does not occur.
struct HuffmanCode {
    std::uint16_t bits = 0;
    std::uint8_t length = 0;
};

/// Codes for symbols that occur `counts` times: canonical (RFC 1951, 3.2.2), none longer than `longest`
/// (at most 15). Where only one symbol occurs a second one gets a code too, as some decoders want both.
/// `codes` has the length of `counts`, at most 288 and at most 2^longest.
void makeHuffmanCodes(std::span<const std::uint32_t> counts, int longest, std::span<HuffmanCode> codes);

}  // namespace video
