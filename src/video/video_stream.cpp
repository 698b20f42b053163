#include <filesystem>

#include "video/export_stream.h"
#include "video/file_lock.h"
#include "video/png_stream.h"
#include "video/video_mux.h"
#include "video/video_record.h"
#include "video/video_sink.h"

namespace video {

namespace {

namespace fs = std::filesystem;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

bool hasSegments(const ExportPlan& plan, const Output& output) {
    for (const Segment& segment : segmentsOf(plan.whole, plan.rate)) {
        if (plan.range.contains(segment.frames.first) && fs::exists(segmentPath(output.path, segment)))
            return true;
    }
    return false;
}

// True when the video is there and nothing is to be done.
base::Result<bool> settle(const ExportPlan& plan, const Output& output) {
    if (plan.existing == Existing::Overwrite) return false;
    if (auto begun = asBegun(output); !begun) return begun.problems();
    if (plan.existing == Existing::Resume) return isVideoThere(output, plan.whole);
    if (fs::exists(output.path))
        return problem(base::Trouble::Usage, output.path + " is there already",
                       "choose another output, or overwrite with --force");
    if (hasSegments(plan, output))
        return problem(base::Trouble::Usage,
                       segmentFolder(output.path) + ": an export of these frames was begun before",
                       "go on with --resume, or begin anew with --force");
    return false;
}

// Of a shard only its own segments: the others may be in the making. The video itself stays until another
// takes its place.
void forgetSegments(const ExportPlan& plan, const Output& output) {
    if (!plan.isShard()) return removeParts(output);
    std::error_code ignored;
    for (const Segment& segment : segmentsOf(plan.whole, plan.rate)) {
        if (plan.range.contains(segment.frames.first)) fs::remove(segmentPath(output.path, segment), ignored);
    }
}

base::Result<base::Done> join(const film::Film& film, const ExportPlan& plan, const Output& asked) {
    const auto output = asBegun(asked);
    if (!output) return output.problems();
    VideoParts parts;
    const std::string& language = plan.picture.language;
    parts.chapters = chaptersOf(film, language, plan.rate, plan.whole);
    for (const std::string& each : film.languages)
        parts.captions.push_back({each, captionsOf(film, each, plan.rate, plan.whole)});
    parts.audio = plan.audio;
    parts.metadata = metadataOf(film, language);
    if (auto joined = muxVideo(output->path, *output->video, plan.whole, parts); !joined) return joined;
    if (auto written = writeVideoManifest(*output, plan.whole); !written) return written;
    removeParts(*output);
    return base::Done{};
}

/// For a video that is there.
class NoFrames final : public FrameSink {
  public:
    bool wants(std::int64_t) const override { return false; }
    bool push(Frame) override { return false; }
    std::optional<base::Problem> finish() override { return std::nullopt; }
    std::int64_t finishedFrames() const override { return 0; }
    std::uint64_t bytesWritten() const override { return 0; }
    double encodeSeconds() const override { return 0; }
};

class VideoStream final : public ExportStream {
  public:
    VideoStream(const film::Film& film, const ExportPlan& plan, const Output& output)
        : m_film(film), m_plan(plan), m_output(output), m_sink(std::make_unique<NoFrames>()) {}

    base::Result<base::Done> open() {
        const auto there = settle(m_plan, m_output);
        if (!there) return there.problems();
        m_isThere = *there;
        if (m_isThere) return base::Done{};
        std::error_code ignored;
        fs::create_directories(segmentFolder(m_output.path), ignored);
        const std::string lock = segmentFolder(m_output.path) + "/frames-" +
                                 std::to_string(m_plan.range.first) + "-" +
                                 std::to_string(m_plan.range.last) + ".lock";
        if (fs::exists(segmentFolder(m_output.path)) && !m_lock.take(lock))
            return problem(base::Trouble::Failure, m_output.path + ": another export is writing these frames",
                           "wait until it has ended");
        if (m_plan.existing == Existing::Overwrite) forgetSegments(m_plan, m_output);
        if (auto begun = beginSegments(m_output); !begun) return begun;
        auto opened = openVideoSink(m_output.path, *m_output.video, m_plan.whole, m_plan.range);
        if (!opened) return opened.problems();
        m_sink = std::move(*opened);
        return base::Done{};
    }
    FrameSink& sink() override { return *m_sink; }
    base::Result<base::Done> close() override {
        m_lock.release();
        if (m_isThere || m_plan.isShard()) return base::Done{};
        return join(m_film, m_plan, m_output);
    }

  private:
    const film::Film& m_film;
    const ExportPlan& m_plan;
    const Output& m_output;
    FileLock m_lock;
    std::unique_ptr<FrameSink> m_sink;
    bool m_isThere = false;
};

base::Result<base::Done> assembleSegments(const film::Film& film, const ExportPlan& plan,
                                          const Output& asked) {
    const auto output = asBegun(asked);
    if (!output) return output.problems();
    const auto there = isVideoThere(*output, plan.whole);
    const std::vector<Segment> missing = missingSegments(output->path, *output->video, plan.whole);
    if (missing.empty()) return join(film, plan, *output);
    if (!there) return there.problems();
    if (*there) return base::Done{};
    return problem(base::Trouble::Failure,
                   output->path + ": frames " + framesText(missing) + " are missing or damaged",
                   "export them with --resume, then assemble again");
}

}  // namespace

base::Result<std::unique_ptr<ExportStream>> openVideoStream(const film::Film& film, const ExportPlan& plan,
                                                            const Output& output) {
    auto stream = std::make_unique<VideoStream>(film, plan, output);
    if (const auto opened = stream->open(); !opened) return opened.problems();
    return std::unique_ptr<ExportStream>(std::move(stream));
}

base::Result<base::Done> checkEarlierFrames(const ExportPlan& plan, const Output& output) {
    if (!output.video) return checkEarlierFiles(plan, output);
    const auto settled = settle(plan, output);
    if (!settled) return settled.problems();
    return base::Done{};
}

base::Result<base::Done> assemble(const film::Film& film, const ExportPlan& plan, const Output& output) {
    return output.video ? assembleSegments(film, plan, output) : assembleFiles(plan, output);
}

}  // namespace video
