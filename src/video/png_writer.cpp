#include "video/png_writer.h"

#include <libdeflate.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace video {

namespace {

constexpr int kLevel = 1;  // four times the speed of level 6 for a tenth more bytes

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};

void putBig32(std::vector<std::uint8_t>& out, std::uint32_t v) {
    for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(v >> shift));
}

void putChunk(std::vector<std::uint8_t>& out, const char* type, const std::uint8_t* data, std::size_t size) {
    putBig32(out, static_cast<std::uint32_t>(size));
    const std::size_t start = out.size();
    out.insert(out.end(), type, type + 4);
    out.insert(out.end(), data, data + size);
    putBig32(out, libdeflate_crc32(0, out.data() + start, out.size() - start));
}

bool isOpaque(const base::Image& image) {
    if (image.channels != 4) return true;
    for (std::size_t i = 3; i < image.bytes.size(); i += 4) {
        if (image.bytes[i] != 255) return false;
    }
    return true;
}

// Rows of `channels` bytes a pixel, each after its filter byte: the difference to the row above.
struct Bytes {
    std::unique_ptr<std::uint8_t[]> data;  // not cleared: every byte is written
    std::size_t size = 0;
    explicit Bytes(std::size_t n) : data(std::make_unique_for_overwrite<std::uint8_t[]>(n)), size(n) {}
};

template <int InChannels, int OutChannels>
Bytes filteredRows(const base::Image& image) {
    const auto width = static_cast<std::size_t>(image.width);
    Bytes rows((width * OutChannels + 1) * image.height);
    const std::vector<std::uint8_t> nothing(width * InChannels, 0);
    const std::uint8_t* above = nothing.data();
    const std::uint8_t* current = image.bytes.data();
    std::uint8_t* out = rows.data.get();
    for (int y = 0; y < image.height; ++y) {
        *out++ = 2;
        for (std::size_t x = 0; x < width; ++x) {
            for (int c = 0; c < OutChannels; ++c) {
                out[x * OutChannels + c] =
                    static_cast<std::uint8_t>(current[x * InChannels + c] - above[x * InChannels + c]);
            }
        }
        out += width * OutChannels;
        above = current;
        current += width * InChannels;
    }
    return rows;
}

}  // namespace

std::vector<std::uint8_t> encodePng(const base::Image& image) {
    assert(image.channels == 3 || image.channels == 4);
    const int channels = isOpaque(image) ? 3 : 4;
    const Bytes rows = channels == 4         ? filteredRows<4, 4>(image)
                       : image.channels == 4 ? filteredRows<4, 3>(image)
                                             : filteredRows<3, 3>(image);
    const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(kLevel));
    Bytes packed(libdeflate_zlib_compress_bound(compressor.get(), rows.size));
    packed.size = libdeflate_zlib_compress(compressor.get(), rows.data.get(), rows.size, packed.data.get(),
                                           packed.size);

    std::vector<std::uint8_t> png;
    png.reserve(packed.size + 128);
    for (const int v : {0x89, 'P' + 0, 'N' + 0, 'G' + 0, '\r' + 0, '\n' + 0, 0x1a, '\n' + 0}) {
        png.push_back(static_cast<std::uint8_t>(v));
    }
    std::vector<std::uint8_t> header;
    putBig32(header, static_cast<std::uint32_t>(image.width));
    putBig32(header, static_cast<std::uint32_t>(image.height));
    header.insert(header.end(), {8, static_cast<std::uint8_t>(channels == 3 ? 2 : 6), 0, 0, 0});
    putChunk(png, "IHDR", header.data(), header.size());
    const std::uint8_t perceptual = 0;
    putChunk(png, "sRGB", &perceptual, 1);
    putChunk(png, "IDAT", packed.data.get(), packed.size);
    putChunk(png, "IEND", nullptr, 0);
    return png;
}

}  // namespace video
