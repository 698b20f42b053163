#include "video/ranged_files.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

#include "video/file_lock.h"

namespace video {

namespace {

namespace fs = std::filesystem;

std::optional<FrameRange> rangeIn(std::string_view text) {
    const char* const end = text.data() + text.size();
    FrameRange range;
    const auto first = std::from_chars(text.data(), end, range.first);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '-') return std::nullopt;
    const auto last = std::from_chars(first.ptr + 1, end, range.last);
    const bool isRange = last.ec == std::errc{} && last.ptr == end && range.first <= range.last;
    return isRange ? std::optional(range) : std::nullopt;
}

}  // namespace

std::vector<RangedFile> rangedFiles(const std::string& folder, const std::string& before,
                                    const std::string& after) {
    std::vector<RangedFile> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        const std::size_t around = before.size() + after.size();
        if (name.size() < around || !name.starts_with(before) || !name.ends_with(after)) continue;
        const auto range = rangeIn(std::string_view(name).substr(before.size(), name.size() - around));
        if (range) files.push_back({*range, it->path().string()});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::string heldByOthers(const std::vector<RangedFile>& files, FrameRange range, const std::string& own) {
    for (const RangedFile& file : files) {
        std::error_code ignored;
        const bool isOwn = fs::equivalent(file.path, own, ignored);
        if (!isOwn && file.frames.overlaps(range) && isHeld(file.path)) return file.path;
    }
    return "";
}

}  // namespace video
