#include "commands.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <limits>

#include "loading.h"
#include "messages.h"
#include "render/headless_context.h"
#include "video/export.h"
#include "video/stopwatch.h"

namespace {

std::atomic<bool> interrupted{false};

void interrupt(int) {
    interrupted = true;
}

// On a terminal a line that changes; in a log, a line each tenth of the way.
void printProgress(const video::Progress& progress, const video::Stopwatch& watch, bool terminal) {
    const auto done = static_cast<long long>(progress.done), total = static_cast<long long>(progress.total);
    if (!terminal) {
        if (done * 10 / total != (done - 1) * 10 / total)
            std::fprintf(stderr, "%lld of %lld frames\n", done, total);
        return;
    }
    const double rate = static_cast<double>(progress.done) / std::max(watch.seconds(), 1e-3);
    const int left =
        static_cast<int>(static_cast<double>(progress.total - progress.done) / std::max(rate, 1e-3));
    std::fprintf(stderr, "\rframe %lld, %lld of %lld, %.1f frames/s, %d:%02d left ",
                 static_cast<long long>(progress.frame), done, total, rate, left / 60, left % 60);
}

void printStats(const video::ExportResult& result) {
    const video::ExportStats& s = result.stats;
    const auto frames = static_cast<double>(std::max<std::int64_t>(result.written, 1));
    std::fprintf(
        stderr,
        "%lld frames in %.2f s, %.1f frames/s\nper frame: picture %.1f ms, draw %.1f ms, read %.1f ms, "
        "waiting for encoders %.1f ms; encoding, on its own threads, %.1f ms\n",
        static_cast<long long>(result.written), s.total, frames / std::max(s.total, 1e-9),
        s.picture / frames * 1e3, s.draw / frames * 1e3, s.read / frames * 1e3, s.wait / frames * 1e3,
        s.encode / frames * 1e3);
}

int reportExport(const video::ExportResult& result) {
    if (!result.interrupted) {
        std::printf("%lld frames in %s\n", static_cast<long long>(result.written), result.folder.c_str());
        return kDone;
    }
    std::fprintf(stderr, "harmattan: interrupted after frame %lld; go on with --frames %lld-%lld\n",
                 static_cast<long long>(result.firstFrame + result.written - 1),
                 static_cast<long long>(result.firstFrame + result.written),
                 static_cast<long long>(result.lastFrame));
    return kInterrupted;
}

}  // namespace

int runExport(const CommandLine& line) {
    auto loaded = load(line);
    if (!loaded) return fail(loaded.problems());
    printWarnings(line, *loaded);
    const auto options = pictureOptions(line, *loaded);
    if (!options) return fail(options.problems());
    const auto context = render::HeadlessContext::make();
    if (!context) return fail(context.problems());

    video::ExportOptions wanted{line.out, *options, line.rate, line.frames, video::Overwrite::Refuse,
                                line.jobs};
    if (line.force) wanted.overwrite = video::Overwrite::Allow;
    if (wanted.frames) {
        const std::int64_t count = film::frameCount(film::duration(loaded->film), line.rate);
        if (wanted.frames->second == std::numeric_limits<std::int64_t>::max()) wanted.frames->second = count;
    }
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    const video::Stopwatch watch;
    const bool terminal = isatty(STDERR_FILENO) == 1;
    const auto progress = [&](const video::Progress& p) { printProgress(p, watch, terminal); };
    const auto result =
        video::exportFilm(loaded->film, loaded->world, loaded->fonts, wanted, progress, interrupted);
    if (terminal) std::fputc('\n', stderr);
    if (!result) return fail(result.problems());
    if (line.stats) printStats(*result);
    return reportExport(*result);
}
