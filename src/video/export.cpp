#include "video/export.h"

#include <algorithm>
#include <filesystem>

#include "render/renderer.h"
#include "video/encoder_pool.h"
#include "video/frame_pattern.h"
#include "video/stopwatch.h"

namespace video {

namespace {

namespace fs = std::filesystem;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

struct Range {
    std::int64_t first, last;
};

base::Result<Range> rangeOf(const ExportOptions& options, std::int64_t count) {
    if (!options.frames) return Range{1, count};
    const auto [first, last] = *options.frames;
    if (first < 1 || last < first || last > count) {
        return problem(
            base::Trouble::Usage,
            "--frames " + std::to_string(first) + "-" + std::to_string(last) + ": there are no such frames",
            "the film has frames 1-" + std::to_string(count));
    }
    return Range{first, last};
}

base::Result<base::Done> prepareFolder(const FramePattern& pattern, Range range, Overwrite overwrite) {
    std::error_code error;
    fs::create_directories(pattern.folder(), error);
    if (error) {
        return problem(base::Trouble::Failure, pattern.folder() + ": cannot be made: " + error.message(),
                       "choose a folder you may write to");
    }
    if (overwrite == Overwrite::Allow) return base::Done{};
    for (std::int64_t frame = range.first; frame <= range.last; ++frame) {
        if (!fs::exists(pattern.path(frame), error)) continue;
        return problem(base::Trouble::Usage, pattern.path(frame) + " is there already",
                       "choose another output, or overwrite with --force");
    }
    return base::Done{};
}

}  // namespace

base::Result<ExportResult> exportFilm(const film::Film& film, const geo::World& world,
                                      const picture::Fonts& fonts, const ExportOptions& options,
                                      const std::function<void(const Progress&)>& progress,
                                      const std::atomic<bool>& stop) {
    const std::int64_t count = film::frameCount(film::duration(film), options.rate);
    const auto range = rangeOf(options, count);
    if (!range) return range.problems();
    const auto pattern = parsePattern(options.out, count);
    if (!pattern) return pattern.problems();
    auto target = render::Target::make(options.picture.size);
    if (!target) return target.problems();
    if (const auto ready = prepareFolder(*pattern, *range, options.overwrite); !ready)
        return ready.problems();

    const Stopwatch whole;
    ExportResult result{pattern->folder(), range->first, range->last, 0, false, {}};
    const picture::Scene scene(film, world, fonts, options.picture);
    render::Renderer renderer(world, fonts);
    EncoderPool encoders(std::max(options.encoders, 1));
    for (std::int64_t frame = range->first; frame <= range->last; ++frame) {
        if (stop) {
            result.interrupted = true;
            break;
        }
        Stopwatch stage;
        const picture::Picture picture =
            scene.at(film::momentAt(film, film::timeOfFrame(frame, options.rate)));
        result.stats.picture += stage.lap();
        renderer.draw(picture, *target);
        result.stats.draw += stage.lap();
        base::Image image = target->read();
        result.stats.read += stage.lap();
        if (!encoders.push(pattern->path(frame), std::move(image))) break;
        result.stats.wait += stage.lap();
        ++result.written;
        progress({frame - range->first + 1, range->last - range->first + 1, frame});
    }
    const auto failure = encoders.finish();
    result.stats.encode = encoders.workSeconds();
    result.stats.total = whole.seconds();
    if (failure) return *failure;
    return result;
}

}  // namespace video
