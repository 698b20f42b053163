#include "video/verify.h"

#include <algorithm>
#include <filesystem>

#include "render/renderer.h"
#include "video/manifest.h"
#include "video/pixel_hash.h"
#include "video/png_stream.h"
#include "video/video_record.h"
#include "video/whole_file.h"

namespace video {

namespace {

namespace fs = std::filesystem;

base::Result<Manifest> manifestOf(const ExportPlan& plan, const Output& output) {
    auto manifest = readManifest(output.manifestPath());
    if (!manifest) return manifest;
    const std::string difference = differenceOf(manifest->settings, recordedSettings(output));
    const std::string missing = missingFrames(plan.range, manifest->frames);
    if (difference.empty() && missing.empty()) return manifest;
    return base::Problem{base::Severity::Error,
                         base::Trouble::Usage,
                         output.manifestPath(),
                         0,
                         0,
                         difference.empty() ? "frames " + missing + " are not in it"
                                            : "these frames were made otherwise: " + difference,
                         "verify with the command that exported them"};
}

// Spread evenly, the first and the last among them, from the last to the first.
std::vector<std::int64_t> sampleOf(FrameRange range, std::int64_t most) {
    std::vector<std::int64_t> sample;
    const std::int64_t count = std::min(most, range.count());
    for (std::int64_t i = count - 1; i >= 0; --i)
        sample.push_back(range.first + (count == 1 ? 0 : i * (range.count() - 1) / (count - 1)));
    return sample;
}

void compare(const Output& output, const Manifest& manifest, std::int64_t frame, const base::Image& image,
             Verification& found) {
    const std::string name =
        output.video ? output.path + ", frame " + std::to_string(frame) : output.pattern.path(frame);
    if (pixelHash(image) != manifest.frames.at(frame).pixels)
        found.different.push_back(name + ": the film shows other pixels now");
}

/// Files of one kind of damage: how many, and the names of the first.
struct Damaged {
    std::int64_t count = 0;
    std::string names;

    void add(const std::string& path) {
        constexpr std::int64_t kMostNamed = 5;
        if (++count <= kMostNamed) names += (names.empty() ? "" : ", ") + path;
        if (count == kMostNamed + 1) names += ", ...";
    }
};

void report(const Damaged& damaged, const Output& output, std::int64_t files, const std::string& what,
            Verification& found) {
    if (damaged.count == 0) return;
    found.different.push_back(output.path + ": " + std::to_string(damaged.count) + " of " +
                              std::to_string(files) + " files " + what + ": " + damaged.names +
                              "; make them again with --resume");
}

// Length and checksum of every file of the range.
void checkFiles(const ExportPlan& plan, const Output& output, const Manifest& manifest,
                const std::atomic<bool>& stop, Verification& found) {
    Damaged missing, changed;
    for (std::int64_t frame = plan.range.first; frame <= plan.range.last && !stop; ++frame) {
        const std::string path = output.pattern.path(frame);
        ++found.files;
        if (!isThere(path))
            missing.add(path);
        else if (!isAsRecorded(path, manifest.frames.at(frame)))
            changed.add(path);
    }
    report(missing, output, plan.range.count(), missing.count == 1 ? "is missing" : "are missing", found);
    report(changed, output, plan.range.count(),
           changed.count == 1 ? "is not as it was written" : "are not as they were written", found);
}

void checkVideo(const Output& output, const Manifest& manifest, Verification& found) {
    ++found.files;
    const std::string damage = damageOf(output, manifest);
    if (!damage.empty())
        found.different.push_back(output.path + ": " + damage + "; make it again with --resume");
}

}  // namespace

bool isWhole(const ExportPlan& plan) {
    return std::all_of(plan.outputs.begin(), plan.outputs.end(), [&](const Output& output) {
        if (output.video && !isThere(output.path)) return false;
        if (!isThere(output.manifestPath())) return false;
        const auto manifest = readManifest(output.manifestPath());
        return manifest && missingFrames(plan.range, manifest->frames).empty();
    });
}

base::Result<Verification> verifyExport(const ExportMeans& means, const ExportPlan& plan, std::int64_t most,
                                        const std::atomic<bool>& stop) {
    std::vector<Manifest> manifests;
    for (const Output& output : plan.outputs) {
        auto manifest = manifestOf(plan, output);
        if (!manifest) return manifest.problems();
        manifests.push_back(std::move(*manifest));
    }
    const picture::Scene scene(means.film, means.world, means.fonts, plan.picture);
    render::Renderer renderer(means.world, means.fonts);
    auto drawer = FrameDrawer::make(means.film, scene, renderer, drawOptionsOf(means, plan));
    if (!drawer) return drawer.problems();
    Verification found;
    for (std::size_t i = 0; i < plan.outputs.size(); ++i) {
        const Output& output = plan.outputs[i];
        if (output.video)
            checkVideo(output, manifests[i], found);
        else
            checkFiles(plan, output, manifests[i], stop, found);
    }
    for (const std::int64_t frame : sampleOf(plan.range, most)) {
        if (stop) break;
        if (const auto begun = (*drawer)->begin(frame); !begun) return begun.problems();
        const auto drawn = (*drawer)->take();
        if (!drawn) return drawn.problems();
        ++found.checked;
        for (std::size_t i = 0; i < plan.outputs.size(); ++i)
            compare(plan.outputs[i], manifests[i], frame, *drawn->images[i], found);
    }
    return found;
}

}  // namespace video
