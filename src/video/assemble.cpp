#include "video/assemble.h"

#include <array>

#include "base/image.h"
#include "video/export_stream.h"
#include "video/manifest.h"
#include "video/pixel_hash.h"
#include "video/png_stream.h"

namespace video {

namespace {

base::Problem problem(base::Trouble trouble, const std::string& file, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, file, 0, 0, std::move(what), std::move(advice)};
}

// What must be alike for frames to be frames of this video; programs and drivers may differ.
std::string differenceOfFrames(const nlohmann::ordered_json& was, const nlohmann::ordered_json& is) {
    nlohmann::ordered_json a, b;
    for (const char* key : {"film", "size", "fps", "language", "theme", "panels", "alpha", "pass"}) {
        if (was.contains(key)) a[key] = was[key];
        if (is.contains(key)) b[key] = is[key];
    }
    return differenceOf(a, b);
}

base::Result<Manifest> manifestOf(const ExportPlan& plan, const Output& output, const std::string& folder) {
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

}  // namespace

base::Result<base::Done> assembleFrames(const film::Film& film, const ExportPlan& plan, const Output& output,
                                        const std::string& folder) {
    const auto manifest = manifestOf(plan, output, folder);
    if (!manifest) return manifest.problems();
    const auto pattern = patternOf(folder, plan.whole.first);
    if (!pattern) return pattern.problems();
    auto stream = openVideoStream(film, plan, output);
    if (!stream) return stream.problems();
    FrameSink& sink = (*stream)->sink();
    SharedImage last;
    std::string lastPixels;
    for (std::int64_t frame = plan.whole.first; frame <= plan.whole.last; ++frame) {
        if (!sink.wants(frame)) continue;
        const FrameRecord& record = manifest->frames.at(frame);
        if (!last || record.pixels != lastPixels) {
            auto image = base::readImage(pattern->path(frame));
            if (!image) return image.problems();
            if (pixelHash(*image) != record.pixels)
                return problem(base::Trouble::Failure, pattern->path(frame),
                               "is not the frame that was exported", "export it again with --resume");
            last = std::make_shared<const base::Image>(std::move(*image));
            lastPixels = record.pixels;
        }
        if (!sink.push({frame, last})) break;
    }
    if (const auto failure = sink.finish()) return *failure;
    return (*stream)->close();
}

}  // namespace video
