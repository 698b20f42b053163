#include "base/media_ending.h"

#include <algorithm>
#include <array>

namespace base {

namespace {

constexpr std::array<std::string_view, 41> kForeign = {
    ".3gp", ".aac",  ".ac3",  ".apng", ".asf",  ".avi",  ".avif", ".bmp", ".dpx",  ".dv",   ".exr",
    ".f4v", ".flac", ".flv",  ".gif",  ".h264", ".hevc", ".jpeg", ".jpg", ".jxl",  ".m2ts", ".m4a",
    ".m4v", ".mp3",  ".mpeg", ".mpg",  ".mts",  ".mxf",  ".ogg",  ".ogv", ".opus", ".qt",   ".svg",
    ".tga", ".tif",  ".tiff", ".ts",   ".vob",  ".wav",  ".webp", ".wmv"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool hasEnding(std::string_view path, std::string_view ending) {
    if (path.size() <= ending.size()) return false;
    const std::string_view end = path.substr(path.size() - ending.size());
    return std::equal(end.begin(), end.end(), ending.begin(), [](char a, char b) { return lower(a) == b; });
}

std::string_view foreignMediaEnding(std::string_view path) {
    const auto found = std::find_if(kForeign.begin(), kForeign.end(),
                                    [&](std::string_view ending) { return hasEnding(path, ending); });
    return found == kForeign.end() ? std::string_view() : path.substr(path.size() - found->size());
}

}  // namespace base
