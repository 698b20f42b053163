#include "video/video_record.h"

#include <filesystem>
#include <optional>
#include <vector>

#include "video/pixel_hash.h"
#include "video/png_stream.h"
#include "video/video_sink.h"
#include "video/whole_file.h"

namespace video {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

std::string settingsPath(const Output& output) {
    return segmentFolder(output.path) + "/settings.json";
}

// Settings and frames of segments. Sound is no matter of theirs.
constexpr const char* kFrames = "frames";
Json segmentSettings(const Output& output, FrameRange whole) {
    Json settings = output.settings;
    settings[kFrames] = std::to_string(whole.first) + "-" + std::to_string(whole.last);
    return settings;
}

std::uint64_t bytesOf(const std::string& path) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(path, error);
    return error ? 0 : bytes;
}

bool hasFrames(const Manifest& manifest, FrameRange whole) {
    return static_cast<std::int64_t>(manifest.frames.size()) == whole.count() &&
           missingFrames(whole, manifest.frames).empty();
}

}  // namespace

Json recordedSettings(const Output& output) {
    Json settings = output.settings;
    if (!output.audioHash.empty()) settings["audio"] = output.audioHash;
    return settings;
}

std::string damageOf(const Output& output, const Manifest& manifest) {
    const bool isSame =
        bytesOf(output.path) == manifest.fileBytes && fileHash(output.path) == manifest.fileHash;
    return isSame ? "" : "the file is not the one that was written";
}

namespace {

// The record of a video that is there; nothing while there is none, or it is in the making.
base::Result<std::optional<Manifest>> videoOnRecord(const Output& output, FrameRange whole) {
    if (!isThere(output.path) || isThere(settingsPath(output))) return std::optional<Manifest>();
    if (!isThere(output.manifestPath()))
        return problem(base::Trouble::Usage,
                       output.path + " is there, but no record of the export that made it",
                       "choose another output, or begin anew with --force");
    auto manifest = readManifest(output.manifestPath());
    if (!manifest) return manifest.problems();
    std::string difference = differenceOf(manifest->settings, recordedSettings(output));
    if (difference.empty() && !hasFrames(*manifest, whole)) difference = "it has other frames";
    if (difference.empty()) return std::optional(std::move(*manifest));
    return problem(base::Trouble::Usage, output.path + " was made otherwise: " + difference,
                   "choose another output, the same settings, or --force to begin anew");
}

}  // namespace

base::Result<bool> isVideoThere(const Output& output, FrameRange whole) {
    const auto record = videoOnRecord(output, whole);
    if (!record) return record.problems();
    return record->has_value() && damageOf(output, **record).empty();
}

bool isVideoDamaged(const Output& output, FrameRange whole) {
    const auto record = videoOnRecord(output, whole);
    return record && record->has_value() && !damageOf(output, **record).empty();
}

base::Result<Output> asBegun(const Output& output, FrameRange whole) {
    if (!isThere(settingsPath(output))) return output;
    const auto begun = readManifest(settingsPath(output));
    // Another process may have finished the video and removed it just now.
    if (!begun && !isThere(settingsPath(output))) return output;
    if (!begun) return begun.problems();
    const std::string difference = differenceOf(begun->settings, segmentSettings(output, whole));
    if (!difference.empty())
        return problem(base::Trouble::Usage,
                       settingsPath(output) + ": segments were made otherwise: " + difference,
                       "choose another output, the same settings, or --force to begin anew");
    Output same = output;
    same.settings = begun->settings;
    same.settings.erase(kFrames);
    same.video->content = contentOf(same.settings);
    return same;
}

bool hasBegun(const Output& output) {
    return isThere(settingsPath(output));
}

base::Result<base::Done> beginSegments(const Output& output, FrameRange whole) {
    std::error_code error;
    fs::create_directories(segmentFolder(output.path), error);
    if (error)
        return problem(base::Trouble::Failure,
                       segmentFolder(output.path) + ": cannot be made: " + error.message(),
                       "choose a folder you may write to");
    if (!isThere(settingsPath(output))) {
        const std::string text = toJson({segmentSettings(output, whole), {}, 0, ""});
        if (auto written = writeOnce(settingsPath(output), {text.begin(), text.end()}); !written)
            return written;
    }
    // Another shard may have been first.
    const auto begun = asBegun(output, whole);
    if (!begun) return begun.problems();
    return base::Done{};
}

base::Result<base::Done> writeVideoManifest(const Output& output, FrameRange whole) {
    Manifest manifest{recordedSettings(output), {}, bytesOf(output.path), fileHash(output.path)};
    std::int64_t frame = whole.first;
    for (std::string& pixels : framePixels(output.path, *output.video, whole)) {
        manifest.frames[frame] = {frame, std::move(pixels), 0, 0};
        ++frame;
    }
    const std::string text = toJson(manifest);
    return writeWhole(output.manifestPath(), {text.begin(), text.end()});
}

void removeParts(const Output& output) {
    std::error_code ignored;
    fs::remove(settingsPath(output), ignored);
    std::vector<std::string> leftovers;
    for (const auto& entry : fs::directory_iterator(segmentFolder(output.path), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("settings.json.")) leftovers.push_back(entry.path().string());
    }
    for (const std::string& path : leftovers) fs::remove(path, ignored);
    removeSegments(output.path);
}

}  // namespace video
