// A fingerprint of pixels, for "is it the same picture?" across runs and machines.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/image.h"

namespace video {

/// XXH3, 128 bits, of size, channels and bytes, as 32 hexadecimal digits. The same on every machine.
std::string pixelHash(const base::Image& image);

/// The same of any bytes, for film and data files.
std::string byteHash(std::string_view bytes);

/// byteHash of bytes that come in pieces.
class ByteHasher {
  public:
    ByteHasher();
    void add(const void* bytes, std::size_t size);
    std::string text() const;  ///< of everything added so far

  private:
    struct FreeState {
        void operator()(void* state) const;
    };
    std::unique_ptr<void, FreeState> m_state;
};

/// byteHash of a file's bytes; that of no bytes when it cannot be read.
std::string fileHash(const std::string& path);

}  // namespace video
