#include "video/track_files.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "video/track_writers.h"

namespace video {

namespace {

struct Format {
    std::string_view ending;
    void (*write)(const Tracks&, TextFile&);
};

constexpr std::array kFormats = {Format{".json", writeJson}, Format{".jsx", writeAfterEffects},
                                 Format{".py", writeBlender}, Format{".chan", writeNuke}};

const Format* formatOf(std::string_view path) {
    const auto isOne = [path](const Format& format) {
        const std::string_view ending = format.ending;
        return path.size() > ending.size() &&
               std::equal(ending.begin(), ending.end(), path.end() - std::ssize(ending), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
               });
    };
    const auto format = std::find_if(kFormats.begin(), kFormats.end(), isOne);
    return format != kFormats.end() ? format : nullptr;
}

base::Problem interrupted(const std::string& path) {
    return {base::Severity::Error, base::Trouble::Failure, path, 0, 0, "not written: it was interrupted",
            "start it again"};
}

}  // namespace

std::optional<base::Problem> checkTracksPath(const std::string& path) {
    if (formatOf(path)) return std::nullopt;
    return base::Problem{base::Severity::Error,
                         base::Trouble::Usage,
                         "",
                         0,
                         0,
                         "--tracks " + path + ": tracks are not written in such a file",
                         "end it in .json, .jsx (After Effects), .py (Blender) or .chan (Nuke)"};
}

base::Result<base::Done> writeTracks(const std::string& path, const Tracks& tracks) {
    if (const auto problem = checkTracksPath(path)) return *problem;
    if (tracks.interrupted) return interrupted(path);
    TextFile file(path);
    formatOf(path)->write(tracks, file);
    return file.finish();
}

}  // namespace video
