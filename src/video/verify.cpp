#include "video/verify.h"

#include <algorithm>
#include <filesystem>

#include "render/renderer.h"
#include "video/manifest.h"
#include "video/pixel_hash.h"
#include "video/png_stream.h"
#include "video/video_record.h"

namespace video {

namespace {

namespace fs = std::filesystem;

base::Result<Manifest> manifestOf(const ExportPlan& plan, const Output& output) {
    auto manifest = readManifest(output.manifestPath());
    if (!manifest) return manifest;
    const std::string difference = differenceOf(manifest->settings, output.settings);
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
    const FrameRecord& record = manifest.frames.at(frame);
    const std::string name =
        output.video ? output.path + ", frame " + std::to_string(frame) : output.pattern.path(frame);
    if (!output.video && !isAsRecorded(name, record))
        found.different.push_back(name + ": the file is not the one that was written");
    if (pixelHash(image) != record.pixels)
        found.different.push_back(name + ": the film shows other pixels now");
}

}  // namespace

bool isWhole(const ExportPlan& plan) {
    return std::all_of(plan.outputs.begin(), plan.outputs.end(), [&](const Output& output) {
        if (output.video && !fs::exists(output.path)) return false;
        if (!fs::exists(output.manifestPath())) return false;
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
        const std::string damage =
            plan.outputs[i].video ? damageOf(plan.outputs[i], manifests[i]) : std::string();
        if (!damage.empty()) found.different.push_back(plan.outputs[i].path + ": " + damage);
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
