#include "video/video_record.h"

#include <filesystem>

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

// Sound is no matter of segments.
Json recordedSettings(const Output& output) {
    Json settings = output.settings;
    if (!output.audioHash.empty()) settings["audio"] = output.audioHash;
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

std::string damageOf(const Output& output, const Manifest& manifest) {
    const bool isSame =
        bytesOf(output.path) == manifest.fileBytes && fileHash(output.path) == manifest.fileHash;
    return isSame ? "" : "the file is not the one that was written";
}

base::Result<bool> isVideoThere(const Output& output, FrameRange whole) {
    if (!fs::exists(output.path) || fs::exists(settingsPath(output))) return false;
    if (!fs::exists(output.manifestPath()))
        return problem(base::Trouble::Usage,
                       output.path + " is there, but no record of the export that made it",
                       "choose another output, or begin anew with --force");
    const auto manifest = readManifest(output.manifestPath());
    if (!manifest) return manifest.problems();
    std::string difference = differenceOf(manifest->settings, recordedSettings(output));
    if (difference.empty() && !hasFrames(*manifest, whole)) difference = "it has other frames";
    if (difference.empty()) difference = damageOf(output, *manifest);
    if (difference.empty()) return true;
    return problem(base::Trouble::Usage, output.path + " was made otherwise: " + difference,
                   "choose another output, the same settings, or --force to begin anew");
}

base::Result<Output> asBegun(const Output& output) {
    if (!fs::exists(settingsPath(output))) return output;
    const auto begun = readManifest(settingsPath(output));
    if (!begun) return begun.problems();
    const std::string difference = differenceOf(begun->settings, output.settings);
    if (!difference.empty())
        return problem(base::Trouble::Usage,
                       settingsPath(output) + ": segments were made otherwise: " + difference,
                       "choose another output, the same settings, or --force to begin anew");
    Output same = output;
    same.settings = begun->settings;
    same.video->content = contentOf(same.settings);
    return same;
}

base::Result<base::Done> beginSegments(const Output& output) {
    std::error_code error;
    fs::create_directories(segmentFolder(output.path), error);
    if (error)
        return problem(base::Trouble::Failure,
                       segmentFolder(output.path) + ": cannot be made: " + error.message(),
                       "choose a folder you may write to");
    if (!fs::exists(settingsPath(output))) {
        const std::string text = toJson({output.settings, {}, 0, ""});
        if (auto written = writeOnce(settingsPath(output), {text.begin(), text.end()}); !written)
            return written;
    }
    // Another shard may have been first.
    const auto begun = asBegun(output);
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
    removeSegments(output.path);
}

}  // namespace video
