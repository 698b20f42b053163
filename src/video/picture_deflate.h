// A deflate encoder for the filtered rows of pictures. Pieces of a stream are packed on their own, so that
// they can be packed on several threads, and kept while the pixels below them stay as they are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace video {

/// Appends `bytes` to `out` as deflate blocks (RFC 1951), none of them the stream's last, the end filled up
/// to a whole byte. They refer to no bytes before: pieces may be joined in any order. Repetitions are sought
/// at the distance of a pixel alone (`pixelBytes`, 1..4), which is what filtered rows of maps repeat; the
/// rest is left to the Huffman code made for each piece. The same bytes give the same bytes on every machine.
void deflatePiece(std::span<const std::uint8_t> bytes, int pixelBytes, std::vector<std::uint8_t>& out);

/// Appends the block that ends a deflate stream.
void endDeflate(std::vector<std::uint8_t>& out);

}  // namespace video
