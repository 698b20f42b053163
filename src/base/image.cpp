#include "base/image.h"

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 32768
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>

#include "base/file.h"

namespace base {

namespace {

constexpr std::size_t kLargestFile = std::size_t{1} << 30;
constexpr std::uint64_t kFnvOffset = 14695981039346656037ull;
constexpr std::uint64_t kFnvPrime = 1099511628211ull;

Problem failure(const std::string& path, std::string what, std::string advice) {
    return {Severity::Error, Trouble::Failure, path, 0, 0, std::move(what), std::move(advice)};
}

std::uint64_t mixed(std::uint64_t hash, std::uint8_t byte) {
    return (hash ^ byte) * kFnvPrime;
}

std::uint64_t mixed(std::uint64_t hash, int number) {
    for (int shift = 0; shift < 32; shift += 8) {
        hash = mixed(hash, static_cast<std::uint8_t>(static_cast<std::uint32_t>(number) >> shift));
    }
    return hash;
}

}  // namespace

Result<Image> readImage(const std::string& path, int channels) {
    assert(channels >= 1 && channels <= 4);
    const auto file = readFile(path, kLargestFile);
    if (!file) return file.problems();
    int width = 0, height = 0, channelsInFile = 0;
    const std::unique_ptr<stbi_uc, decltype(&std::free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(file->data()), static_cast<int>(file->size()),
                              &width, &height, &channelsInFile, channels),
        &std::free);
    if (!pixels) {
        return failure(path, std::string("the picture cannot be decoded: ") + stbi_failure_reason(),
                       "give a PNG or JPEG file");
    }
    const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                             static_cast<std::size_t>(channels);
    return Image{width, height, channels, {pixels.get(), pixels.get() + size}};
}

std::vector<std::uint8_t> encodeJpeg(const Image& image, int quality) {
    assert(image.channels == 3 || image.channels == 4);
    assert(quality >= 1 && quality <= 100);
    std::vector<std::uint8_t> bytes;
    const auto append = [](void* out, void* data, int size) {
        const auto* first = static_cast<const std::uint8_t*>(data);
        auto& all = *static_cast<std::vector<std::uint8_t>*>(out);
        all.insert(all.end(), first, first + size);
    };
    [[maybe_unused]] const int done = stbi_write_jpg_to_func(append, &bytes, image.width, image.height,
                                                             image.channels, image.bytes.data(), quality);
    assert(done != 0);
    return bytes;
}

ImageDifference compare(const Image& a, const Image& b) {
    ImageDifference difference;
    difference.sameSize = a.width == b.width && a.height == b.height && a.channels == b.channels &&
                          a.bytes.size() == b.bytes.size();
    if (!difference.sameSize || a.bytes.empty()) return difference;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < a.bytes.size(); ++i) {
        const int apart = std::abs(a.bytes[i] - b.bytes[i]);
        difference.worst = std::max(difference.worst, apart);
        sum += static_cast<std::uint64_t>(apart);
    }
    difference.mean = static_cast<double>(sum) / static_cast<double>(a.bytes.size());
    return difference;
}

std::uint64_t hashOf(const Image& image) {
    std::uint64_t hash = mixed(mixed(mixed(kFnvOffset, image.width), image.height), image.channels);
    for (const std::uint8_t byte : image.bytes) hash = mixed(hash, byte);
    return hash;
}

}  // namespace base
