#include "video/output_name.h"

#include <unistd.h>

#include <climits>
#include <filesystem>

namespace video {

namespace {

namespace fs = std::filesystem;

base::Problem usage(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, std::move(what), std::move(advice)};
}

// Of the nearest folder that is there.
std::size_t longestName(fs::path path) {
    std::error_code error;
    do path = path.parent_path();
    while (path.has_relative_path() && !fs::is_directory(path, error));
    const long longest = ::pathconf(path.empty() ? "." : path.c_str(), _PC_NAME_MAX);
    return longest > 0 ? static_cast<std::size_t>(longest) : NAME_MAX;
}

}  // namespace

base::Result<base::Done> checkName(const Output& output) {
    std::error_code error;
    if (output.video && fs::is_directory(output.path, error))
        return usage(output.path + " is a folder", "name a file, or move the folder away");
    const std::string path = output.video ? output.path : output.pattern.path(1);
    // The longest name beside it: "film.mp4.manifest.json.part", "0001.png.part".
    const std::string behind = output.video ? ".manifest.json.part" : ".part";
    const std::size_t most = longestName(path) - behind.size();
    const std::size_t length = fs::path(path).filename().string().size();
    if (length <= most) return base::Done{};
    return usage(path + ": the name is too long, " + std::to_string(length) + " bytes",
                 "use at most " + std::to_string(most));
}

}  // namespace video
