#include "video/frame_pattern.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/media_ending.h"

namespace video {

namespace {

base::Problem usage(const std::string& out, const std::string& what, const std::string& advice) {
    return {base::Severity::Error, base::Trouble::Usage, "", 0, 0, "-o " + out + ": " + what, advice};
}

bool endsWith(const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// "%d" or "%05d" at `start`; the number of characters it takes, 0 when it is something else.
std::size_t printfNumber(const std::string& out, std::size_t start, int& digits) {
    std::size_t i = start + 1;
    digits = 0;
    while (i < out.size() && out[i] >= '0' && out[i] <= '9' && digits < 100)
        digits = digits * 10 + (out[i++] - '0');
    return i < out.size() && out[i] == 'd' ? i + 1 - start : 0;
}

}  // namespace

std::string FramePattern::path(std::int64_t frame) const {
    std::string number = std::to_string(frame);
    if (static_cast<int>(number.size()) < digits)
        number.insert(0, static_cast<std::size_t>(digits) - number.size(), '0');
    return before + number + after;
}

std::string FramePattern::folder() const {
    const std::string folder = std::filesystem::path(before + "0").parent_path().string();
    return folder.empty() ? "." : folder;
}

base::Result<FramePattern> parsePattern(const std::string& out, std::int64_t lastFrame) {
    const int needed = static_cast<int>(std::to_string(lastFrame).size());
    const int automatic = std::max(4, needed);
    // Folders above may be called as they like.
    const std::size_t slash = out.rfind('/'), name = slash == std::string::npos ? 0 : slash + 1;
    const std::size_t hash = out.find('#', name), percent = out.find('%', name),
                      brace = out.find("{frame}", name);
    FramePattern pattern;
    if (hash != std::string::npos) {
        const std::size_t end = std::min(out.find_first_not_of('#', hash), out.size());
        pattern = {out.substr(0, hash), out.substr(end), static_cast<int>(end - hash)};
    } else if (percent != std::string::npos) {
        int digits = 0;
        const std::size_t length = printfNumber(out, percent, digits);
        if (length == 0) return usage(out, "% is not followed by a number's place", "write %05d");
        pattern = {out.substr(0, percent), out.substr(percent + length), std::max(digits, 1)};
        if (digits == 0) pattern.digits = automatic;
    } else if (brace != std::string::npos) {
        pattern = {out.substr(0, brace), out.substr(brace + 7), automatic};
    } else {
        if (out.empty())
            return usage(out, "the output is empty", "name a folder or a pattern such as out/####.png");
        if (const std::string ending(base::foreignMediaEnding(out)); !ending.empty())
            return usage(
                out, "files of this kind (" + ending + ") are not made",
                "end it in .mp4, .mov, .webm or .mkv, or write " + out + "/ for a folder of PNG frames");
        const std::string extension = std::filesystem::path(out).extension().string();
        if (extension == ".png") {
            return usage(out, "one file cannot hold a film",
                         "write " + out.substr(0, out.size() - 4) + "####.png");
        }
        pattern = {out + (endsWith(out, "/") ? "" : "/"), ".png", automatic};
    }
    if (!endsWith(pattern.after, ".png"))
        return usage(out, "frames are PNG files", "end the pattern in .png");
    if (pattern.after.find_first_of("#%/") != std::string::npos) {
        return usage(out, "a pattern has one number, in the file's name", "write folder/name####.png");
    }
    if (pattern.digits < needed) {
        return usage(out, "the film's last frame is " + std::to_string(lastFrame) + ", which does not fit",
                     "give the number at least " + std::to_string(needed) + " places");
    }
    return pattern;
}

base::Result<FramePattern> patternOf(const std::string& folder, std::int64_t first) {
    std::vector<FramePattern> found;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (!endsWith(name, ".png")) continue;
        const std::string stem = name.substr(0, name.size() - 4);
        const std::size_t text = stem.find_last_not_of("0123456789");
        const std::size_t number = text == std::string::npos ? 0 : text + 1;
        const FramePattern pattern{folder + "/" + stem.substr(0, number), ".png",
                                   static_cast<int>(stem.size() - number)};
        if (pattern.digits > 0 && pattern.path(first) == folder + "/" + name) found.push_back(pattern);
    }
    if (found.size() == 1) return found.front();
    return base::Problem{base::Severity::Error,
                         base::Trouble::Failure,
                         folder,
                         0,
                         0,
                         found.empty() ? "there is no frame " + std::to_string(first)
                                       : "there are several files for frame " + std::to_string(first),
                         "name the folder of one export"};
}

}  // namespace video
