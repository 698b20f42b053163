#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "commands.h"
#include "export_dry_run.h"
#include "export_progress.h"
#include "export_side_files.h"
#include "loading.h"
#include "messages.h"
#include "provenance.h"
#include "render/headless_context.h"
#include "take_loading.h"
#include "ui/frame_overlay.h"
#include "video/assemble.h"
#include "video/export.h"
#include "video/export_stream.h"
#include "video/verify.h"

namespace {

using base::Done;
using base::Result;

constexpr std::int64_t kFramesVerified = 24;

std::atomic<bool> interrupted{false};

// The second time at once, whatever is under way.
void interrupt(int number) {
    interrupted = true;
    std::signal(number, SIG_DFL);
}

video::Existing existingOf(const CommandLine& line) {
    return line.force              ? video::Existing::Overwrite
           : line.exporting.resume ? video::Existing::Resume
                                   : video::Existing::Refuse;
}

std::vector<video::Content> contentsOf(const ExportLine& line) {
    std::vector<video::Content> contents;
    for (const std::string& pass : line.passes) {
        for (const video::Content content : {video::Content::MapPass, video::Content::ArrowsPass,
                                             video::Content::LabelsPass, video::Content::PanelsPass}) {
            if (video::nameOf(content) == pass) contents.push_back(content);
        }
    }
    if (contents.empty())
        contents.push_back(line.alpha ? video::Content::WithoutMap : video::Content::Picture);
    return contents;
}

// What only a video has would otherwise be left out without a word.
Result<Done> checkVideoWish(const CommandLine& line) {
    const ExportLine& wish = line.exporting;
    const bool isFrames = !line.out.empty() && !video::videoFormatOf(line.out);
    for (const auto& [option, isGiven] : {std::pair("--crf", wish.crf.has_value()),
                                          {"--speed", !wish.speed.empty()},
                                          {"--encoder", !wish.encoder.empty()},
                                          {"--encoder-threads", wish.encoderThreads.has_value()}}) {
        if (isFrames && isGiven)
            return usage(std::string(option) + ": frames have no encoder to set",
                         "write a video: .mp4, .mov, .webm or .mkv");
    }
    return Done{};
}

// What can be said without loading anything.
Result<Done> checkWish(const CommandLine& line) {
    const ExportLine& wish = line.exporting;
    if (line.out.empty() && !hasSideFiles(wish))
        return usage("export needs an output", "give -o FOLDER, -o FILM.mp4, or --tracks FILE");
    const ExportPreset* preset = findPreset(wish.preset);
    if (preset && !line.out.empty() && !line.out.ends_with(preset->ending))
        return usage("--preset " + wish.preset + " writes " + preset->ending + " files",
                     std::string("end the output in ") + preset->ending);
    if (wish.verify && wish.shard)
        return usage("--verify looks at the whole export, not at a part", "assemble the parts, then verify");
    if (wish.alpha && !wish.passes.empty())
        return usage("--alpha and --passes do not go together", "passes have alpha by themselves");
    const bool isPlain = wish.passes.empty() && !wish.alpha && !wish.motionBlur && !wish.tile;
    if (line.overlay && !isPlain)
        return usage("--overlay goes with the plain picture alone",
                     "leave out --passes, --alpha, --motion-blur and --tile");
    if (!wish.from.empty() && !video::videoFormatOf(line.out))
        return usage("--from makes a video", "end the output in .mp4, .mov, .webm or .mkv");
    if (!line.take.empty() && line.overlay)
        return usage("--overlay: the event list is no part of a take", "leave one of them out");
    if (!line.take.empty() && hasSideFiles(wish))
        return usage("--tracks, --srt and --vtt follow the film's own timeline, not a take",
                     "leave out --take, or these");
    if (auto possible = checkVideoWish(line); !possible) return possible;
    return checkSideFiles(line);
}

// The sound recorded beside a take goes with its video, unless another is given.
Result<Done> addSound(CommandLine& line, const ui::Take& take) {
    const auto sound = ui::soundOf(take);
    if (!sound || !line.exporting.audio.empty() || !video::videoFormatOf(line.out)) return Done{};
    std::error_code ignored;
    if (!std::filesystem::exists(sound->path, ignored))
        return usage(sound->path + ": the take's sound is not there",
                     "put it there, give another with --audio, or take the \"sound\" line out of the take");
    line.exporting.audio = sound->path;
    return Done{};
}

/// What is shown in place of the film's own timeline.
struct Played {
    std::shared_ptr<const video::Performance> performance;  ///< none: the film itself
    std::vector<std::string> overrides;                     ///< as overridesOf() names them
};

Result<video::ExportPlan> planOf(const CommandLine& line, const Loaded& loaded, const Played& played,
                                 const std::string& driver) {
    const ExportLine& wish = line.exporting;
    const auto picture = pictureOptions(line, loaded);
    if (!picture) return picture.problems();
    auto provenance = provenanceOf(line, loaded, driver);
    if (!provenance) return provenance.problems();
    if (!played.overrides.empty()) (*provenance)["take_overrides"] = played.overrides;
    video::ExportOptions options;
    options.out = line.out;
    options.picture = *picture;
    options.rate = line.rate;
    if (line.frames) options.frames = video::FrameRange{line.frames->first, line.frames->second};
    if (wish.shard) options.shard = video::Shard{wish.shard->first, wish.shard->second};
    options.existing = existingOf(line);
    options.contents = contentsOf(wish);
    options.paint = {wish.supersample.value_or(1), wish.tile.value_or(0)};
    options.shutter = {wish.motionBlur.value_or(1), wish.shutterDegrees};
    options.overlay = line.overlay;
    // Frames that are there are joined by the processor.
    const auto conversion = !wish.from.empty()         ? video::Conversion::Processor
                            : wish.conversion == "gpu" ? video::Conversion::GraphicsCard
                            : wish.conversion == "cpu" ? video::Conversion::Processor
                                                       : video::Conversion::Best;
    options.video = {wish.encoder, wish.speed, wish.crf, wish.encoderThreads, conversion, wish.audio};
    options.jobs = wish.jobs;
    options.texts = pngTexts(loaded, picture->language);
    options.provenance = std::move(*provenance);
    options.performance = played.performance;
    return video::planExport(loaded.film, options);
}

// What draws the event list, if the plan has it: needs the context until its end.
Result<video::Overlay> overlayOf(const Loaded& loaded, const video::ExportPlan& plan) {
    if (!plan.overlay) return video::Overlay{};
    auto made =
        ui::FrameOverlay::make(loaded.film, plan.picture.theme, plan.picture.size, loaded.files.fonts());
    if (!made) return made.problems();
    auto list = std::make_shared<ui::FrameOverlay>(std::move(*made));
    return video::Overlay([list](const picture::Picture& picture, const render::Target& target) {
        list->draw(picture, target);
    });
}

int verify(const video::ExportMeans& means, const video::ExportPlan& plan) {
    const auto found = video::verifyExport(means, plan, kFramesVerified, interrupted);
    if (!found) return fail(found.problems());
    for (const std::string& difference : found->different)
        std::fprintf(stderr, "harmattan: %s\n", difference.c_str());
    if (!found->different.empty()) return kDiffer;
    if (interrupted) return kInterrupted;
    std::printf("%s as recorded, %s drawn again: the same\n",
                numberOf(static_cast<std::size_t>(found->files), "file").c_str(),
                numberOf(static_cast<std::size_t>(found->checked), "frame").c_str());
    return kDone;
}

int assemble(const CommandLine& line, const Loaded& loaded, const video::ExportPlan& plan) {
    const bool isFromFrames = !line.exporting.from.empty();
    const auto stopped = [&] {
        std::fprintf(stderr, "harmattan: interrupted; go on with: %s\n",
                     commandWith(line, "--resume").c_str());
        return kInterrupted;
    };
    for (const video::Output& output : plan.outputs) {
        if (interrupted) return stopped();
        const auto done =
            isFromFrames ? video::assembleFrames(loaded.film, plan, output, line.exporting.from, interrupted)
                         : video::assemble(loaded.film, plan, output);
        if (!done) return fail(done.problems());
        // Joining segments ends what it has begun.
        if (interrupted && isFromFrames) return stopped();
        std::printf("%s in %s\n", numberOf(static_cast<std::size_t>(plan.whole.count()), "frame").c_str(),
                    output.path.c_str());
    }
    return kDone;
}

int makeFrames(const CommandLine& line, const video::ExportMeans& means, const video::ExportPlan& plan) {
    for (const video::Output& output : plan.outputs) print(video::warningsOf(plan, output));
    ExportProgress progress(line);
    const auto result = video::exportFilm(
        means, plan, [&](const video::Progress& p) { progress.show(p); }, interrupted);
    progress.end();
    if (!result) return fail(result.problems());
    if (line.stats) printStats(*result);
    return reportExport(line, plan, *result);
}

// Joining and counting draw nothing, so any machine may do it, whatever its driver.
int exportOutput(const CommandLine& line, const Loaded& loaded, const Played& played) {
    const ExportLine& wish = line.exporting;
    if (wish.dryRun || wish.assemble) {
        const auto plan = planOf(line, loaded, played, "");
        if (!plan) return fail(plan.problems());
        const int done = wish.dryRun
                             ? dryRun(
                                   loaded, *plan, [&] { return overlayOf(loaded, *plan); }, interrupted)
                             : assemble(line, loaded, *plan);
        if (done != kDone || wish.dryRun || !wish.verify) return done;
    }
    const auto context = render::HeadlessContext::make();
    if (!context) return fail(context.problems());
    const auto plan = planOf(line, loaded, played, context->description());
    if (!plan) return fail(plan.problems());
    const auto overlay = overlayOf(loaded, *plan);
    if (!overlay) return fail(overlay.problems());
    if (plan->overlay) print(ui::FrameOverlay::warnings(loaded.film, plan->picture.language));
    const video::ExportMeans means{loaded.film, loaded.world, loaded.fonts, *overlay};
    // What is there whole is only looked at, unless it is to be mended.
    const bool isOnlyVerified =
        wish.assemble || (wish.verify && !line.force && !wish.resume && video::isWhole(*plan));
    const int made = isOnlyVerified ? kDone : makeFrames(line, means, *plan);
    return made == kDone && wish.verify ? verify(means, *plan) : made;
}

}  // namespace

int runExport(const CommandLine& given) {
    CommandLine line = given;
    if (const auto possible = checkWish(line); !possible) return fail(possible.problems());
    std::optional<AskedTake> take;
    if (!line.take.empty()) {
        auto asked = loadTake(line);
        if (!asked) return fail(asked.problems());
        if (const auto added = addSound(line, asked->take); !added) return fail(added.problems());
        take = std::move(*asked);
    }
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    Played played;
    if (take) {
        auto made = performanceOf(*take, line, *loaded);
        if (!made) return fail(made.problems());
        played = {std::move(*made), overridesOf(*take)};
    }
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    // A terminal that is closed; nohup, which has it ignored, is left alone.
    if (std::signal(SIGHUP, interrupt) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
    if (!line.out.empty()) {
        if (const int code = exportOutput(line, *loaded, played); code != kDone) return code;
    }
    // Files beside the frames are the whole film's: shards leave them to the run that joins them.
    if (line.exporting.dryRun || line.exporting.shard) return kDone;
    const auto written = writeSideFiles(line, *loaded, interrupted);
    return written ? kDone : fail(written.problems());
}
