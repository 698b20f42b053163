#include "video/export.h"

#include <algorithm>
#include <memory>

#include "render/renderer.h"
#include "video/earlier_frames.h"
#include "video/png_sink.h"
#include "video/stopwatch.h"

namespace video {

namespace {

/// The loop that draws: as many frames under way as the driver can use, each handed to its sink in order.
class ExportRun {
  public:
    ExportRun(const ExportPlan& plan, FrameDrawer& drawer, FrameSink& sink,
              const std::function<void(const Progress&)>& progress)
        : m_plan(plan), m_drawer(drawer), m_sink(sink), m_progress(progress) {}

    /// False when it ended early: stopped, or a problem of the sink or `problem`.
    bool run(const std::atomic<bool>& stop) {
        for (std::int64_t frame = m_plan.range.first; frame <= m_plan.range.last; ++frame) {
            if (stop) return false;
            if (!m_sink.wants(frame)) {
                if (!handOverAll()) return false;
                ++earlier;
                report(frame);
                continue;
            }
            while (m_drawer.isFull()) {
                if (!handOver()) return false;
            }
            m_drawer.begin(frame);
        }
        return handOverAll();
    }

    std::int64_t done = 0, earlier = 0;
    double waitSeconds = 0;
    std::optional<base::Problem> problem;

  private:
    bool handOver() {
        auto frame = m_drawer.take();
        if (!frame) {
            problem = frame.problems().front();
            return false;
        }
        const Stopwatch watch;
        const bool taken = m_sink.push({frame->number, frame->image});
        waitSeconds += watch.seconds();
        if (taken) report(frame->number);
        return taken;
    }
    bool handOverAll() {
        while (!m_drawer.isEmpty()) {
            if (!handOver()) return false;
        }
        return true;
    }
    void report(std::int64_t frame) {
        ++done;
        m_progress({done, m_plan.range.count(), earlier, frame, m_sink.bytesWritten()});
    }

    const ExportPlan& m_plan;
    FrameDrawer& m_drawer;
    FrameSink& m_sink;
    const std::function<void(const Progress&)>& m_progress;
};

ExportStats statsOf(const ExportRun& run, const FrameDrawer& drawer, const FrameSink& sink) {
    ExportStats stats;
    stats.picture = drawer.seconds().picture;
    stats.draw = drawer.seconds().draw;
    stats.read = drawer.seconds().read;
    stats.wait = run.waitSeconds;
    stats.convert = sink.convertSeconds();
    stats.encode = sink.encodeSeconds();
    stats.write = sink.writeSeconds();
    stats.drawn = run.done - run.earlier;
    stats.repeated = drawer.repeated();
    return stats;
}

}  // namespace

base::Result<ExportResult> exportFilm(const ExportMeans& means, const ExportPlan& plan,
                                      const std::function<void(const Progress&)>& progress,
                                      const std::atomic<bool>& stop) {
    const Stopwatch whole;
    const picture::Scene scene(means.film, means.world, means.fonts, plan.picture);
    render::Renderer renderer(means.world, means.fonts);
    auto drawer = FrameDrawer::make(means.film, scene, renderer, plan.rate, means.overlay);
    if (!drawer) return drawer.problems();
    FrameLedger ledger(plan.pattern.folder(), plan.range, plan.whole, plan.settings);
    if (const auto settled = settleEarlierFrames(plan, ledger); !settled) return settled.problems();
    if (const auto begun = ledger.begin(); !begun) return begun.problems();

    PngSink sink({plan.pattern, PngColor::Rgb, plan.texts, plan.jobs}, ledger);
    ExportRun run(plan, *drawer, sink, progress);
    const bool isWhole = run.run(stop);
    const auto failure = sink.finish();
    ExportResult result;
    result.interrupted = !isWhole && !failure && !run.problem;
    result.finished = run.done;
    result.earlier = run.earlier;
    result.stats = statsOf(run, *drawer, sink);
    const auto closed = ledger.close();
    result.stats.total = whole.seconds();
    if (failure) return *failure;
    if (run.problem) return *run.problem;
    if (!closed) return closed.problems();
    return result;
}

}  // namespace video
