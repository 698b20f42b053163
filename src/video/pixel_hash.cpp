#include "video/pixel_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>

#include <fstream>
#include <vector>

namespace video {

namespace {

std::string toHex(XXH128_hash_t hash) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    std::string text;
    for (const unsigned char byte : canonical.digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

}  // namespace

std::string pixelHash(const base::Image& image) {
    // The seed keeps apart pictures of the same bytes and another shape.
    const std::uint64_t shape = static_cast<std::uint64_t>(image.width) << 32 |
                                static_cast<std::uint64_t>(image.height) << 8 |
                                static_cast<std::uint64_t>(image.channels);
    return toHex(XXH3_128bits_withSeed(image.bytes.data(), image.bytes.size(), shape));
}

std::string byteHash(std::string_view bytes) {
    return toHex(XXH3_128bits(bytes.data(), bytes.size()));
}

void ByteHasher::FreeState::operator()(void* state) const {
    XXH3_freeState(static_cast<XXH3_state_t*>(state));
}

ByteHasher::ByteHasher() : m_state(XXH3_createState()) {
    XXH3_128bits_reset(static_cast<XXH3_state_t*>(m_state.get()));
}

void ByteHasher::add(const void* bytes, std::size_t size) {
    XXH3_128bits_update(static_cast<XXH3_state_t*>(m_state.get()), bytes, size);
}

std::string ByteHasher::text() const {
    return toHex(XXH3_128bits_digest(static_cast<const XXH3_state_t*>(m_state.get())));
}

std::string fileHash(const std::string& path) {
    ByteHasher hasher;
    std::ifstream file(path, std::ios::binary);
    std::vector<char> buffer(1 << 18);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0)
        hasher.add(buffer.data(), static_cast<std::size_t>(file.gcount()));
    return hasher.text();
}

}  // namespace video
