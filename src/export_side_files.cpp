#include "export_side_files.h"

#include <algorithm>
#include <filesystem>
#include <limits>

#include "messages.h"
#include "video/captions.h"
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
        return usage("--frames: there are no such frames", "the film has frames 1-" + std::to_string(count));
    return video::FrameRange{line.frames->first, std::min(line.frames->second, count)};
}

Result<Done> writeText(const std::string& path, const std::string& text) {
    return video::writeWhole(path, {text.begin(), text.end()});
}

Result<Done> writeCaptions(const CommandLine& line, const Loaded& loaded, video::FrameRange range) {
    const ExportLine& wish = line.exporting;
    if (wish.srt.empty() && wish.vtt.empty()) return Done{};
    const auto language = languageOf(loaded.film, line.language);
    if (!language) return language.problems();
    const auto captions = video::captionsOf(loaded.film, *language, line.rate, range);
    if (!wish.srt.empty()) {
        if (auto written = writeText(wish.srt, video::toSrt(captions)); !written) return written;
    }
    return wish.vtt.empty() ? Done{} : writeText(wish.vtt, video::toVtt(captions));
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
        if (auto written = video::writeTracks(path, *tracks); !written) return written;
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
