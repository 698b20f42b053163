#include <cstdio>
#include <filesystem>

#include "video/audio_track.h"
#include "video/export_stream.h"
#include "video/png_stream.h"
#include "video/segment_lock.h"
#include "video/video_mux.h"
#include "video/video_record.h"
#include "video/video_sink.h"
#include "video/whole_file.h"

namespace video {

namespace {

namespace fs = std::filesystem;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

bool hasSegments(const ExportPlan& plan, const Output& output) {
    for (const Segment& segment : segmentsOf(plan.whole, plan.rate)) {
        if (plan.range.contains(segment.frames.first) && isThere(segmentPath(output.path, segment)))
            return true;
    }
    return false;
}

// True when the video is there and nothing is to be done.
base::Result<bool> settle(const ExportPlan& plan, const Output& output) {
    const bool beginsAnew = plan.existing == Existing::Overwrite;
    if (beginsAnew && !plan.isShard()) return false;
    if (auto begun = asBegun(output, plan.whole); !begun) {
        base::Problem problem = begun.problems().front();
        // A shard must not throw away what the others make.
        if (beginsAnew) problem.advice = "remove " + segmentFolder(output.path) + " first";
        return problem;
    }
    if (beginsAnew) return false;
    if (plan.existing == Existing::Resume) return isVideoThere(output, plan.whole);
    if (isThere(output.path))
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
    const auto output = asBegun(asked, plan.whole);
    if (!output) return output.problems();
    VideoParts parts;
    const std::string& language = plan.picture.language;
    // They follow the film's own timeline.
    if (!plan.performance) {
        parts.chapters = chaptersOf(film, language, plan.rate, plan.whole);
        for (const std::string& each : film.languages)
            parts.captions.push_back({each, captionsOf(film, each, plan.rate, plan.whole)});
    }
    parts.audio = plan.audio;
    parts.audioAt = plan.soundAt();
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
        : m_film(film),
          m_plan(plan),
          m_output(output),
          m_lock(output.path),
          m_sink(std::make_unique<NoFrames>()) {}

    base::Result<base::Done> open() {
        const auto there = settle(m_plan, m_output);
        if (!there) return there.problems();
        m_isThere = *there;
        // A run that was killed after the last byte leaves its segments.
        if (m_isThere && !isThere(segmentFolder(m_output.path))) return base::Done{};
        if (auto taken = m_lock.take(m_plan.range, m_plan.isShard() ? Share::Part : Share::Whole); !taken)
            return m_isThere ? base::Done{} : taken;
        // Who held the lock may have finished the video.
        const auto now = settle(m_plan, m_output);
        if (!now) return now.problems();
        m_isThere = *now;
        if (m_isThere) {
            if (!m_plan.isShard()) removeParts(m_output);
            m_lock.release();
            return base::Done{};
        }
        if (m_plan.existing == Existing::Overwrite) forgetSegments(m_plan, m_output);
        m_isNew = !hasBegun(m_output);
        if (auto begun = beginSegments(m_output, m_plan.whole); !begun) return begun;
        auto opened = openVideoSink(m_output.path, *m_output.video, m_plan.whole, m_plan.range);
        if (!opened) return opened.problems();
        m_sink = std::move(*opened);
        return base::Done{};
    }
    FrameSink& sink() override { return *m_sink; }
    // The lock is kept until the video is whole: somebody who begins anew would remove its segments.
    base::Result<base::Done> close() override {
        const auto done = m_isThere || m_plan.isShard() ? base::Done{} : join(m_film, m_plan, m_output);
        m_lock.release();
        return done;
    }
    void abandon() override {
        m_sink = std::make_unique<NoFrames>();
        if (m_isNew && !m_plan.isShard()) removeParts(m_output);
        m_lock.release();
    }

  private:
    const film::Film& m_film;
    const ExportPlan& m_plan;
    const Output& m_output;
    SegmentLock m_lock;
    std::unique_ptr<FrameSink> m_sink;
    bool m_isThere = false, m_isNew = false;
};

std::string secondsText(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", seconds);
    return text;
}

// A sound that ends before the film is told of: a copy that was cut short looks like any other file.
std::optional<base::Problem> missingSound(const ExportPlan& plan, const Output& output) {
    constexpr double kUnheard = 1;  // seconds of silence at the end that nobody asks about
    auto track = AudioTrack::open(plan.audio, *output.video, plan.whole, plan.soundAt());
    if (!track) return std::nullopt;  // refused elsewhere
    const auto count = track->countSamples();
    if (!count) return count.problems().front();
    const double there = static_cast<double>(*count) / kAudioRate;
    const double wanted = static_cast<double>(track->samples()) / kAudioRate;
    if (wanted - there < kUnheard) return std::nullopt;
    const std::string what =
        *count == 0 ? "has no sound for these frames"
                    : "its sound ends after " + secondsText(there) + " of " + secondsText(wanted);
    return base::Problem{base::Severity::Warning,
                         base::Trouble::Usage,
                         plan.audio,
                         0,
                         0,
                         what,
                         "the rest is silent; if it should be longer, look whether the file is whole"};
}

base::Result<base::Done> assembleSegments(const film::Film& film, const ExportPlan& plan,
                                          const Output& asked) {
    constexpr double kPatience = 120;  // seconds: another process that joins the video is waited for
    SegmentLock lock(asked.path);
    if (isThere(segmentFolder(asked.path))) {
        if (auto taken = lock.take(plan.whole, Share::Whole, kPatience); !taken) return taken;
    }
    const auto output = asBegun(asked, plan.whole);
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

base::Problems warningsOf(const ExportPlan& plan, const Output& output) {
    if (!output.video) return warningsOfFiles(plan, output);
    base::Problems warnings;
    if (plan.existing == Existing::Resume && isVideoDamaged(output, plan.whole)) {
        warnings.push_back({base::Severity::Warning, base::Trouble::Usage, output.path, 0, 0,
                            "is damaged: not the file that was written", "it is made again"});
    }
    // Once for all passes; of shards the run that joins them hears the sound.
    const bool hears = !plan.audio.empty() && !plan.isShard() && &output == &plan.outputs.front();
    if (const auto missing = hears ? missingSound(plan, output) : std::nullopt) warnings.push_back(*missing);
    return warnings;
}

base::Result<base::Done> assemble(const film::Film& film, const ExportPlan& plan, const Output& output) {
    return output.video ? assembleSegments(film, plan, output) : assembleFiles(plan, output);
}

}  // namespace video
