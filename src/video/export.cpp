#include "video/export.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "render/renderer.h"
#include "video/export_stream.h"
#include "video/stopwatch.h"

namespace video {

namespace {

using Streams = std::vector<std::unique_ptr<ExportStream>>;

/// The loop that draws: as many frames under way as the driver can use, each handed to its sinks in order.
class ExportRun {
  public:
    ExportRun(const ExportPlan& plan, FrameDrawer& drawer, Streams& streams,
              const std::function<void(const Progress&)>& progress)
        : m_plan(plan), m_drawer(drawer), m_streams(streams), m_progress(progress) {}

    /// False when it ended early: stopped, a problem of a sink, or `problem`.
    bool run(const std::atomic<bool>& stop) {
        for (std::int64_t frame = m_plan.range.first; frame <= m_plan.range.last; ++frame) {
            if (stop) {
                handOverAll();
                return false;
            }
            if (!isWanted(frame)) {
                if (!handOverAll()) return false;
                ++earlier;
                report(frame);
                continue;
            }
            while (m_drawer.isFull()) {
                if (!handOver()) return false;
            }
            if (const auto begun = m_drawer.begin(frame); !begun) {
                problem = begun.problems().front();
                return false;
            }
        }
        return handOverAll();
    }

    std::int64_t done = 0, earlier = 0;
    double waitSeconds = 0;
    std::optional<base::Problem> problem;

  private:
    bool isWanted(std::int64_t frame) const {
        return std::any_of(m_streams.begin(), m_streams.end(),
                           [&](const auto& stream) { return stream->sink().wants(frame); });
    }
    bool handOver() {
        auto frame = m_drawer.take();
        if (!frame) {
            problem = frame.problems().front();
            return false;
        }
        const Stopwatch watch;
        for (std::size_t i = 0; i < m_streams.size(); ++i) {
            FrameSink& sink = m_streams[i]->sink();
            if (sink.wants(frame->number) && !sink.push({frame->number, frame->images[i]})) return false;
        }
        waitSeconds += watch.seconds();
        report(frame->number);
        return true;
    }
    bool handOverAll() {
        while (!m_drawer.isEmpty()) {
            if (!handOver()) return false;
        }
        return true;
    }
    void report(std::int64_t frame) {
        ++done;
        std::uint64_t bytes = 0;
        for (const auto& stream : m_streams) bytes += stream->sink().bytesWritten();
        m_progress({done, m_plan.range.count(), earlier, frame, bytes});
    }

    const ExportPlan& m_plan;
    FrameDrawer& m_drawer;
    Streams& m_streams;
    const std::function<void(const Progress&)>& m_progress;
};

ExportStats statsOf(const ExportRun& run, const FrameDrawer& drawer, const Streams& streams) {
    ExportStats stats;
    stats.picture = drawer.seconds().picture;
    stats.draw = drawer.seconds().draw;
    stats.read = drawer.seconds().read;
    stats.wait = run.waitSeconds;
    for (const auto& stream : streams) {
        stats.convert += stream->sink().convertSeconds();
        stats.encode += stream->sink().encodeSeconds();
        stats.write += stream->sink().writeSeconds();
    }
    stats.drawn = run.done - run.earlier;
    stats.repeated = drawer.repeated();
    return stats;
}

base::Result<Streams> openStreams(const film::Film& film, const ExportPlan& plan) {
    Streams streams;
    for (const Output& output : plan.outputs) {
        auto stream = output.video ? openVideoStream(film, plan, output) : openPngStream(plan, output);
        if (!stream) return stream.problems();
        streams.push_back(std::move(*stream));
    }
    return streams;
}

}  // namespace

DrawOptions drawOptionsOf(const ExportMeans& means, const ExportPlan& plan) {
    DrawOptions options;
    options.rate = plan.rate;
    options.contents.clear();
    for (const Output& output : plan.outputs) options.contents.push_back(output.content);
    options.paint = plan.paint;
    options.shutter = plan.shutter;
    if (plan.overlay) options.overlay = means.overlay;
    options.convertsToYuv = plan.convertsOnCard;
    options.performance = plan.performance;
    return options;
}

base::Result<ExportResult> exportFilm(const ExportMeans& means, const ExportPlan& plan,
                                      const std::function<void(const Progress&)>& progress,
                                      const std::atomic<bool>& stop) {
    const Stopwatch whole;
    const picture::Scene scene(means.film, means.world, means.fonts, plan.picture);
    render::Renderer renderer(means.world, means.fonts);
    auto drawer = FrameDrawer::make(means.film, scene, renderer, drawOptionsOf(means, plan));
    if (!drawer) return drawer.problems();
    auto streams = openStreams(means.film, plan);
    if (!streams) return streams.problems();

    ExportRun run(plan, **drawer, *streams, progress);
    const bool isWhole = run.run(stop);
    std::optional<base::Problem> failure = run.problem;
    for (const auto& stream : *streams) {
        const auto failed = stream->sink().finish();
        if (failed && !failure) failure = failed;
    }
    ExportResult result;
    result.interrupted = !isWhole && !failure;
    result.earlier = run.earlier;
    result.finished = plan.range.count();
    for (const auto& stream : *streams)
        result.finished = std::min(result.finished, run.earlier + stream->sink().finishedFrames());
    if (failure) return *failure;
    if (isWhole) {
        for (const auto& stream : *streams) {
            if (const auto closed = stream->close(); !closed) return closed.problems();
        }
    }
    result.stats = statsOf(run, **drawer, *streams);
    result.stats.total = whole.seconds();
    return result;
}

}  // namespace video
