#include "video/assemble.h"

#include <array>

#include "base/image.h"
#include "video/export_stream.h"
#include "video/manifest.h"
#include "video/pixel_hash.h"
#include "video/png_stream.h"
#include "video/video_record.h"
#include "video/video_segments.h"
#include "video/whole_file.h"

namespace video {

namespace {

base::Problem problem(base::Trouble trouble, const std::string& file, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, file, 0, 0, std::move(what), std::move(advice)};
}

// What is drawn must be alike: programs and drivers may differ, and frames know no encoder.
std::string differenceOfFrames(nlohmann::ordered_json was, nlohmann::ordered_json is) {
    for (const char* key : {"program", "driver", kEncoding, "video", "conversion"}) {
        was.erase(key);
        is.erase(key);
    }
    return differenceOf(was, is);
}

base::Result<Manifest> manifestOfFrames(const ExportPlan& plan, const Output& output,
                                        const std::string& folder) {
    const std::string path = folder + "/manifest.json";
    auto manifest = readManifest(path);
    if (!manifest) return manifest;
    const std::string difference = differenceOfFrames(manifest->settings, output.settings);
    if (!difference.empty())
        return problem(base::Trouble::Usage, path, "these frames are of another film: " + difference,
                       "give the options that exported them");
    const std::string missing = missingFrames(plan.whole, manifest->frames);
    if (!missing.empty())
        return problem(base::Trouble::Failure, path, "frames " + missing + " are missing",
                       "export them first");
    return manifest;
}

// Reads the frames that the sink wants and hands them over. A problem when one is not as recorded.
base::Result<base::Done> pushFrames(const ExportPlan& plan, const VideoSettings& video,
                                    const Manifest& manifest, const FramePattern& pattern, FrameSink& sink,
                                    const std::atomic<bool>& stop) {
    SharedImage last;
    std::string lastPixels;
    for (std::int64_t frame = plan.whole.first; frame <= plan.whole.last; ++frame) {
        if (stop) break;
        if (!sink.wants(frame)) continue;
        const FrameRecord& record = manifest.frames.at(frame);
        if (!last || record.pixels != lastPixels) {
            auto image = base::readImage(pattern.path(frame));
            if (!image) return image.problems();
            const base::Size size = video.size;
            if (image->width != size.w || image->height != size.h)
                return problem(base::Trouble::Failure, pattern.path(frame),
                               "is " + std::to_string(image->width) + "x" + std::to_string(image->height) +
                                   ", not " + std::to_string(size.w) + "x" + std::to_string(size.h),
                               "export it again with --resume");
            if (pixelHash(*image) != record.pixels)
                return problem(base::Trouble::Failure, pattern.path(frame),
                               "is not the frame that was exported", "export it again with --resume");
            last = std::make_shared<const base::Image>(std::move(*image));
            lastPixels = record.pixels;
        }
        if (!sink.push({frame, last})) break;
    }
    return base::Done{};
}

}  // namespace

base::Result<base::Done> assembleFrames(const film::Film& film, const ExportPlan& plan, const Output& asked,
                                        const std::string& folder, const std::atomic<bool>& stop) {
    const auto manifest = manifestOfFrames(plan, asked, folder);
    if (!manifest) return manifest.problems();
    // The record says who drew the frames, not who joins them.
    Output output = asked;
    for (const char* key : {"program", "driver"}) {
        if (manifest->settings.contains(key)) output.settings[key] = manifest->settings[key];
    }
    output.settings.erase("conversion");
    output.video->content = contentOf(output.settings);
    const auto pattern = patternOf(folder, plan.whole.first);
    if (!pattern) return pattern.problems();
    auto stream = openVideoStream(film, plan, output);
    if (!stream) return stream.problems();
    const auto pushed = pushFrames(plan, *output.video, *manifest, *pattern, (*stream)->sink(), stop);
    if (!pushed) {
        (*stream)->abandon();
        return pushed;
    }
    if (const auto failure = (*stream)->sink().finish()) return *failure;
    return stop ? base::Done{} : (*stream)->close();
}

}  // namespace video
