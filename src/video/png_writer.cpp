#include "video/png_writer.h"

#include <libdeflate.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstring>

#include "video/picture_deflate.h"

namespace video {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kStripBytes = 96 * 1024;  // about: large enough for a code of its own

void putBig32(Bytes& out, std::uint32_t v) {
    for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(v >> shift));
}

// A chunk's length and check are known when its data is there.
std::size_t beginChunk(Bytes& out, const char* type) {
    putBig32(out, 0);
    out.insert(out.end(), type, type + 4);
    return out.size();
}

void endChunk(Bytes& out, std::size_t start) {
    const auto size = static_cast<std::uint32_t>(out.size() - start);
    for (std::size_t i = 0; i < 4; ++i) out[start - 8 + i] = static_cast<std::uint8_t>(size >> (24 - 8 * i));
    putBig32(out, libdeflate_crc32(0, &out[start - 4], size + 4));
}

void putText(Bytes& out, const PngText& text) {
    const std::size_t chunk = beginChunk(out, "iTXt");
    out.insert(out.end(), text.key.begin(), text.key.end());
    out.insert(out.end(), 5, 0);  // end of key, not compressed (two bytes), no language, no translated key
    out.insert(out.end(), text.text.begin(), text.text.end());
    endChunk(out, chunk);
}

// Everything before the pixels, with the two bytes that begin a zlib stream (RFC 1950).
std::shared_ptr<const Bytes> headOf(const base::Image& image, PngColor color,
                                    const std::vector<PngText>& texts) {
    auto out = std::make_shared<Bytes>();
    for (const int v : {0x89, 'P' + 0, 'N' + 0, 'G' + 0, '\r' + 0, '\n' + 0, 0x1a, '\n' + 0})
        out->push_back(static_cast<std::uint8_t>(v));
    std::size_t chunk = beginChunk(*out, "IHDR");
    putBig32(*out, static_cast<std::uint32_t>(image.width));
    putBig32(*out, static_cast<std::uint32_t>(image.height));
    out->insert(out->end(), {8, static_cast<std::uint8_t>(color == PngColor::Rgb ? 2 : 6), 0, 0, 0});
    endChunk(*out, chunk);
    chunk = beginChunk(*out, "sRGB");
    out->push_back(0);  // perceptual
    endChunk(*out, chunk);
    for (const PngText& text : texts) putText(*out, text);
    chunk = beginChunk(*out, "IDAT");
    out->insert(out->end(), {0x78, 0x01});
    endChunk(*out, chunk);
    return out;
}

std::shared_ptr<const Bytes> tailOf(std::uint32_t adler) {
    auto out = std::make_shared<Bytes>();
    std::size_t chunk = beginChunk(*out, "IDAT");
    endDeflate(*out);
    putBig32(*out, adler);
    endChunk(*out, chunk);
    chunk = beginChunk(*out, "IEND");
    endChunk(*out, chunk);
    return out;
}

// The Adler-32 checksum of two pieces one after the other (its sums as in RFC 1950, 8.2).
std::uint32_t joined(std::uint32_t a, std::uint32_t b, std::uint64_t sizeOfB) {
    constexpr std::uint64_t kPrime = 65'521;
    const std::uint64_t a1 = a & 0xffff, a2 = a >> 16, b1 = b & 0xffff, b2 = b >> 16;
    const std::uint64_t low = (a1 + b1 + kPrime - 1) % kPrime;
    const std::uint64_t high = (a2 + b2 + (sizeOfB % kPrime) * (a1 + kPrime - 1)) % kPrime;
    return static_cast<std::uint32_t>(high << 16 | low);
}

std::size_t rowBytes(const base::Image& image) {
    return static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.channels);
}

// A row's bytes as differences to the row above.
template <int InChannels, int OutChannels>
void filterRow(const std::uint8_t* above, const std::uint8_t* current, std::size_t width, std::uint8_t* out) {
    for (std::size_t x = 0; x < width; ++x) {
        for (std::size_t c = 0; c < OutChannels; ++c) {
            out[x * OutChannels + c] =
                static_cast<std::uint8_t>(current[x * InChannels + c] - above[x * InChannels + c]);
        }
    }
}

void filterRow(const base::Image& image, PngColor color, const std::uint8_t* above,
               const std::uint8_t* current, std::uint8_t* out) {
    const auto width = static_cast<std::size_t>(image.width);
    if (color == PngColor::Rgba) return filterRow<4, 4>(above, current, width, out);
    if (image.channels == 4) return filterRow<4, 3>(above, current, width, out);
    filterRow<3, 3>(above, current, width, out);
}

bool isOpaque(const base::Image& image) {
    if (image.channels != 4) return true;
    std::uint8_t all = 255;
    for (std::size_t i = 3; i < image.bytes.size(); i += 4) all &= image.bytes[i];
    return all == 255;
}

}  // namespace

/// Some rows, packed as a chunk of the file.
struct PngEncoder::Strip {
    std::shared_ptr<const Bytes> chunk;
    std::uint32_t adler = 1;
    std::size_t size = 0;  ///< bytes before packing
};

PngEncoder::PngEncoder(Workers& workers, PngColor color, std::vector<PngText> texts)
    : m_workers(workers), m_color(color), m_texts(std::move(texts)) {}
PngEncoder::~PngEncoder() = default;

PngEncoder::Strip PngEncoder::packed(const base::Image& image, int firstRow, int rows) const {
    const int channels = m_color == PngColor::Rgb ? 3 : 4;
    const std::size_t in = rowBytes(image);
    const std::size_t out = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(channels) + 1;
    const Bytes nothing(firstRow == 0 ? in : 0, 0);
    Bytes filtered(out * static_cast<std::size_t>(rows));
    for (int row = firstRow; row < firstRow + rows; ++row) {
        const std::uint8_t* current = image.bytes.data() + in * static_cast<std::size_t>(row);
        std::uint8_t* to = filtered.data() + out * static_cast<std::size_t>(row - firstRow);
        *to = 2;  // filter Up
        filterRow(image, m_color, row == 0 ? nothing.data() : current - in, current, to + 1);
    }
    auto chunk = std::make_shared<Bytes>();
    const std::size_t start = beginChunk(*chunk, "IDAT");
    deflatePiece(filtered, channels, *chunk);
    endChunk(*chunk, start);
    chunk->shrink_to_fit();
    return {chunk, libdeflate_adler32(1, filtered.data(), filtered.size()), filtered.size()};
}

PngPieces PngEncoder::encode(std::shared_ptr<const base::Image> image) {
    assert(image->channels == 4 || (image->channels == 3 && m_color == PngColor::Rgb));
    const std::size_t bytes = rowBytes(*image);
    const int rows = std::max(1, static_cast<int>(kStripBytes / bytes));
    const auto strips = static_cast<std::size_t>((image->height + rows - 1) / rows);
    const bool alike = m_last && m_last->width == image->width && m_last->height == image->height &&
                       m_last->channels == image->channels;
    if (!alike) m_strips.assign(strips, Strip{});
    std::atomic<std::size_t> packedNow{0};
    m_workers.share(strips, [&](std::size_t i) {
        const int first = static_cast<int>(i) * rows, count = std::min(rows, image->height - first);
        // The row above counts too: the first row is packed as its difference to it.
        const std::size_t from = static_cast<std::size_t>(std::max(first - 1, 0)) * bytes;
        const std::size_t to = static_cast<std::size_t>(first + count) * bytes;
        if (alike && std::memcmp(&m_last->bytes[from], &image->bytes[from], to - from) == 0) return;
        m_strips[i] = packed(*image, first, count);
        ++packedNow;
    });
    m_packedStrips += packedNow;
    PngPieces pieces{headOf(*image, m_color, m_texts)};
    std::uint32_t adler = 1;
    for (const Strip& strip : m_strips) {
        pieces.push_back(strip.chunk);
        adler = joined(adler, strip.adler, strip.size);
    }
    pieces.push_back(tailOf(adler));
    m_last = std::move(image);
    return pieces;
}

std::vector<std::uint8_t> encodePng(const base::Image& image, const std::vector<PngText>& texts) {
    Workers alone(2);
    PngEncoder encoder(alone, isOpaque(image) ? PngColor::Rgb : PngColor::Rgba, texts);
    // The caller keeps the image until the end.
    const PngPieces pieces =
        encoder.encode(std::shared_ptr<const base::Image>(std::shared_ptr<const base::Image>(), &image));
    Bytes file;
    for (const auto& piece : pieces) file.insert(file.end(), piece->begin(), piece->end());
    return file;
}

}  // namespace video
