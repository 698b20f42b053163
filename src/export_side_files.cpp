#include "export_side_files.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <limits>

#include "messages.h"
#include "video/captions.h"
#include "video/pixel_hash.h"
#include "video/track_files.h"
#include "video/tracks.h"
#include "video/whole_file.h"

namespace {

using base::Done;
using base::Result;

Result<video::FrameRange> rangeOf(const CommandLine& line, const film::Film& film) {
    const std::int64_t count = film::frameCount(film::duration(film), line.rate);
    if (!line.frames) return video::FrameRange{1, count};
    const std::int64_t last = line.frames->second;
    const bool isOpen = last == std::numeric_limits<std::int64_t>::max();
    if (line.frames->first > count || (last > count && !isOpen))
        return usage("--frames: the film has " + numberOf(static_cast<std::size_t>(count), "frame"),
                     "choose from 1-" + std::to_string(count));
    return video::FrameRange{line.frames->first, std::min(line.frames->second, count)};
}

// Under --resume a file that is there stays, if it is what would be written: it may have been worked on.
template <class Write>
Result<Done> writeFile(const CommandLine& line, const std::string& path, const Write& write) {
    if (line.force || !line.exporting.resume || !video::isThere(path)) return write(path);
    const std::filesystem::path name(path);
    const std::string again =
        std::filesystem::path(name).replace_extension(".again").string() + name.extension().string();
    const auto written = write(again);
    const bool isSame = written && video::fileHash(again) == video::fileHash(path);
    std::error_code ignored;
    std::filesystem::remove(again, ignored);
    if (!written || isSame) return written;
    return usage(path + " is there already, and differs", "choose another name, or overwrite with --force");
}

Result<Done> writeText(const CommandLine& line, const std::string& path, const std::string& text) {
    return writeFile(line, path, [&](const std::string& to) {
        return video::writeWhole(to, {text.begin(), text.end()});
    });
}

Result<Done> writeCaptions(const CommandLine& line, const Loaded& loaded, video::FrameRange range) {
    const ExportLine& wish = line.exporting;
    if (wish.srt.empty() && wish.vtt.empty()) return Done{};
    const auto language = languageOf(loaded.film, line.language);
    if (!language) return language.problems();
    const auto captions = video::captionsOf(loaded.film, *language, line.rate, range);
    if (!wish.srt.empty()) {
        if (auto written = writeText(line, wish.srt, video::toSrt(captions)); !written) return written;
        std::printf("%s in %s\n", numberOf(captions.size(), "caption").c_str(), wish.srt.c_str());
    }
    if (wish.vtt.empty()) return Done{};
    if (auto written = writeText(line, wish.vtt, video::toVtt(captions)); !written) return written;
    std::printf("%s in %s\n", numberOf(captions.size(), "caption").c_str(), wish.vtt.c_str());
    return Done{};
}

Result<Done> writeAllTracks(const CommandLine& line, const Loaded& loaded, video::FrameRange range,
                            const std::atomic<bool>& stop) {
    if (line.exporting.tracks.empty()) return Done{};
    const auto picture = pictureOptions(line, loaded);
    if (!picture) return picture.problems();
    const auto tracks = video::makeTracks(loaded.film, loaded.world, loaded.fonts,
                                          {*picture, line.rate, std::pair(range.first, range.last)}, stop);
    if (!tracks) return tracks.problems();
    for (const std::string& path : line.exporting.tracks) {
        const auto write = [&](const std::string& to) { return video::writeTracks(to, *tracks); };
        if (auto written = writeFile(line, path, write); !written) return written;
        std::printf("tracks of %s in %s\n",
                    numberOf(static_cast<std::size_t>(range.count()), "frame").c_str(), path.c_str());
    }
    return Done{};
}

}  // namespace

bool hasSideFiles(const ExportLine& line) {
    return !line.tracks.empty() || !line.srt.empty() || !line.vtt.empty();
}

Result<Done> checkSideFiles(const CommandLine& line) {
    const ExportLine& wish = line.exporting;
    for (const std::string& path : wish.tracks) {
        if (const auto problem = video::checkTracksPath(path)) return *problem;
    }
    if (!wish.srt.empty() && !wish.srt.ends_with(".srt"))
        return usage("--srt " + wish.srt + ": subtitles of this kind are .srt files", "end it in .srt");
    if (!wish.vtt.empty() && !wish.vtt.ends_with(".vtt"))
        return usage("--vtt " + wish.vtt + ": subtitles of this kind are .vtt files", "end it in .vtt");
    if (line.force || wish.resume || wish.shard || wish.dryRun) return Done{};
    std::vector<std::string> paths = wish.tracks;
    paths.push_back(wish.srt);
    paths.push_back(wish.vtt);
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (!path.empty() && std::filesystem::exists(path, ignored))
            return usage(path + " is there already", "choose another name, or overwrite with --force");
    }
    return Done{};
}

Result<Done> writeSideFiles(const CommandLine& line, const Loaded& loaded, const std::atomic<bool>& stop) {
    if (!hasSideFiles(line.exporting)) return Done{};
    const auto range = rangeOf(line, loaded.film);
    if (!range) return range.problems();
    if (auto written = writeCaptions(line, loaded, *range); !written) return written;
    return writeAllTracks(line, loaded, *range, stop);
}
