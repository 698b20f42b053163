#include <atomic>
#include <csignal>
#include <cstdio>

#include "commands.h"
#include "export_progress.h"
#include "loading.h"
#include "messages.h"
#include "provenance.h"
#include "render/headless_context.h"
#include "video/export.h"

namespace {

std::atomic<bool> interrupted{false};

void interrupt(int) {
    interrupted = true;
}

video::Existing existingOf(const CommandLine& line) {
    return line.force              ? video::Existing::Overwrite
           : line.exporting.resume ? video::Existing::Resume
                                   : video::Existing::Refuse;
}

base::Result<video::ExportPlan> planOf(const CommandLine& line, const Loaded& loaded,
                                       const std::string& driver) {
    const auto picture = pictureOptions(line, loaded);
    if (!picture) return picture.problems();
    auto provenance = provenanceOf(line, loaded, driver);
    if (!provenance) return provenance.problems();
    video::ExportOptions options;
    options.out = line.out;
    options.picture = *picture;
    options.rate = line.rate;
    if (line.frames) options.frames = video::FrameRange{line.frames->first, line.frames->second};
    if (line.exporting.shard)
        options.shard = video::Shard{line.exporting.shard->first, line.exporting.shard->second};
    options.existing = existingOf(line);
    options.jobs = line.exporting.jobs;
    options.texts = pngTexts(loaded, picture->language);
    options.provenance = std::move(*provenance);
    return video::planExport(loaded.film, std::move(options));
}

}  // namespace

int runExport(const CommandLine& line) {
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    const auto context = render::HeadlessContext::make();
    if (!context) return fail(context.problems());
    const auto plan = planOf(line, *loaded, context->description());
    if (!plan) return fail(plan.problems());

    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    ExportProgress progress(line);
    const auto result = video::exportFilm(
        {loaded->film, loaded->world, loaded->fonts, {}}, *plan,
        [&](const video::Progress& p) { progress.show(p); }, interrupted);
    progress.end();
    if (!result) return fail(result.problems());
    if (line.stats) printStats(*result);
    return reportExport(line, *plan, *result);
}
