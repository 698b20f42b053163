#include "export_dry_run.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "messages.h"
#include "render/headless_context.h"
#include "video/estimate.h"
#include "video/export_stream.h"

namespace {

namespace fs = std::filesystem;

// Frames that are there are no trouble to who only asks; those of another export are, to who means to go on.
bool isInTheWay(const base::Problems& problems, video::Existing existing) {
    return existing != video::Existing::Refuse || exitCodeOf(problems) != 2;
}

base::Problems asWarnings(base::Problems problems) {
    for (base::Problem& problem : problems) problem.severity = base::Severity::Warning;
    return problems;
}

// The folder that is there, below which the output will be made.
fs::path folderOf(const video::Output& output) {
    std::error_code error;
    fs::path folder = fs::absolute(output.path, error);
    while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
    return folder;
}

base::Result<base::Done> checkFolder(const video::Output& output) {
    const fs::path folder = folderOf(output);
    if (::access(folder.c_str(), W_OK | X_OK) == 0) return base::Done{};
    return base::Problem{base::Severity::Error,
                         base::Trouble::Failure,
                         folder.string(),
                         0,
                         0,
                         std::string("cannot be written: ") + std::strerror(errno),
                         "choose a folder you may write to"};
}

// On the disk that the output's folder lies on.
void warnOfRoom(const video::ExportPlan& plan, std::uint64_t bytes) {
    std::error_code error;
    const fs::space_info space = fs::space(folderOf(plan.outputs.front()), error);
    if (!error) print(video::roomWarnings(plan, bytes, space.available));
}

}  // namespace

int dryRun(const Loaded& loaded, const video::ExportPlan& plan,
           const std::function<base::Result<video::Overlay>()>& overlay, const std::atomic<bool>& stop) {
    for (const video::Output& output : plan.outputs) {
        const auto possible = video::checkEarlierFrames(plan, output);
        if (!possible && isInTheWay(possible.problems(), plan.existing)) return fail(possible.problems());
        if (!possible) print(asWarnings(possible.problems()));
        if (const auto writable = checkFolder(output); !writable) return fail(writable.problems());
        print(video::warningsOf(plan, output));
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
