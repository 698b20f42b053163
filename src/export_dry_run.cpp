#include "export_dry_run.h"

#include <cstdio>
#include <filesystem>

#include "messages.h"
#include "render/headless_context.h"
#include "video/estimate.h"
#include "video/export_stream.h"

namespace {

// Frames that are there are no trouble to who only asks; those of another export are, to who means to go on.
bool isInTheWay(const base::Problems& problems, video::Existing existing) {
    return existing != video::Existing::Refuse || exitCodeOf(problems) != 2;
}

base::Problems asWarnings(base::Problems problems) {
    for (base::Problem& problem : problems) problem.severity = base::Severity::Warning;
    return problems;
}

// On the disk that the output's nearest folder lies on.
void warnOfRoom(const video::ExportPlan& plan, std::uint64_t bytes) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path folder = fs::absolute(plan.outputs.front().path, error);
    while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
    const fs::space_info space = fs::space(folder, error);
    if (!error) print(video::roomWarnings(plan, bytes, space.available));
}

}  // namespace

int dryRun(const Loaded& loaded, const video::ExportPlan& plan,
           const std::function<base::Result<video::Overlay>()>& overlay, const std::atomic<bool>& stop) {
    for (const video::Output& output : plan.outputs) {
        const auto possible = video::checkEarlierFrames(plan, output);
        if (!possible && isInTheWay(possible.problems(), plan.existing)) return fail(possible.problems());
        if (!possible) print(asWarnings(possible.problems()));
    }
    const auto count = numberOf(static_cast<std::size_t>(plan.range.count()), "frame");
    const auto context = render::HeadlessContext::make();
    if (!context) {
        std::printf("%s; size and time cannot be told here: no OpenGL\n", count.c_str());
        return kDone;
    }
    const auto list = overlay();
    if (!list) return fail(list.problems());
    const auto estimate = video::estimateExport({loaded.film, loaded.world, loaded.fonts, *list}, plan, stop);
    if (!estimate) return fail(estimate.problems());
    if (stop) return kInterrupted;
    const int seconds = static_cast<int>(estimate->seconds + 0.5);
    std::printf("%s, about %.1f MB, about %d:%02d:%02d on this machine (from %s)\n", count.c_str(),
                static_cast<double>(estimate->bytes) / 1e6, seconds / 3600, seconds / 60 % 60, seconds % 60,
                numberOf(static_cast<std::size_t>(estimate->sampled), "frame").c_str());
    warnOfRoom(plan, estimate->bytes);
    return kDone;
}
