#include <filesystem>

#include "video/export_stream.h"
#include "video/manifest.h"
#include "video/png_stream.h"
#include "video/video_mux.h"
#include "video/video_sink.h"
#include "video/whole_file.h"

namespace video {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

base::Problem problem(base::Trouble trouble, std::string what, std::string advice) {
    return {base::Severity::Error, trouble, "", 0, 0, std::move(what), std::move(advice)};
}

// True when the video at the output's path is whole and of these settings.
base::Result<bool> isThere(const Output& output, FrameRange whole) {
    if (!fs::exists(output.path)) return false;
    if (!fs::exists(output.manifestPath()))
        return problem(base::Trouble::Usage,
                       output.path + " is there, but no record of the export that made it",
                       "choose another output, or begin anew with --force");
    const auto manifest = readManifest(output.manifestPath());
    if (!manifest) return manifest.problems();
    std::string difference = differenceOf(manifest->settings, output.settings);
    if (difference.empty() && !missingFrames(whole, manifest->frames).empty())
        difference = "it has other frames";
    if (difference.empty()) return true;
    return problem(base::Trouble::Usage, output.path + " was made otherwise: " + difference,
                   "choose another output, the same settings, or --force to begin anew");
}

std::string settingsPath(const Output& output) {
    return segmentFolder(output.path) + "/settings.json";
}

// Segments know nothing of the driver that drew them: what they were made with stands beside them.
base::Result<Json> segmentSettings(const Output& output) {
    if (!fs::exists(settingsPath(output))) return output.settings;
    const auto manifest = readManifest(settingsPath(output));
    if (!manifest) return manifest.problems();
    const std::string difference = differenceOf(manifest->settings, output.settings);
    if (difference.empty()) return manifest->settings;
    return problem(base::Trouble::Usage,
                   settingsPath(output) + ": segments were made otherwise: " + difference,
                   "choose another output, the same settings, or --force to begin anew");
}

base::Result<base::Done> writeSegmentSettings(const Output& output) {
    std::error_code error;
    fs::create_directories(segmentFolder(output.path), error);
    if (error)
        return problem(base::Trouble::Failure,
                       segmentFolder(output.path) + ": cannot be made: " + error.message(),
                       "choose a folder you may write to");
    const std::string text = toJson({output.settings, {}});
    return writeWhole(settingsPath(output), {text.begin(), text.end()});
}

bool hasSegments(const ExportPlan& plan, const Output& output) {
    for (const Segment& segment : segmentsOf(plan.whole, plan.rate)) {
        if (plan.range.contains(segment.frames.first) && fs::exists(segmentPath(output.path, segment)))
            return true;
    }
    return false;
}

base::Result<bool> settle(const ExportPlan& plan, const Output& output) {
    if (plan.existing == Existing::Overwrite) return false;
    if (auto settings = segmentSettings(output); !settings) return settings.problems();
    if (plan.existing == Existing::Resume) return isThere(output, plan.whole);
    if (fs::exists(output.path))
        return problem(base::Trouble::Usage, output.path + " is there already",
                       "choose another output, or overwrite with --force");
    if (hasSegments(plan, output))
        return problem(base::Trouble::Usage,
                       segmentFolder(output.path) + ": an export of these frames was begun before",
                       "go on with --resume, or begin anew with --force");
    return false;
}

// Of a shard only its own segments: the others may be in the making.
void forgetSegments(const ExportPlan& plan, const Output& output) {
    std::error_code ignored;
    if (!plan.isShard()) {
        fs::remove(settingsPath(output), ignored);
        removeSegments(output.path);
        fs::remove(output.path, ignored);
        fs::remove(output.manifestPath(), ignored);
    }
    for (const Segment& segment : segmentsOf(plan.whole, plan.rate)) {
        if (plan.range.contains(segment.frames.first)) fs::remove(segmentPath(output.path, segment), ignored);
    }
}

base::Result<base::Done> writeManifest(const ExportPlan& plan, const Output& output) {
    auto settings = segmentSettings(output);
    if (!settings) return settings.problems();
    Manifest manifest{std::move(*settings), {}};
    std::int64_t frame = plan.whole.first;
    for (std::string& pixels : framePixels(output.path, *output.video, plan.whole)) {
        manifest.frames[frame] = {frame, std::move(pixels), 0, 0};
        ++frame;
    }
    const std::string text = toJson(manifest);
    return writeWhole(output.manifestPath(), {text.begin(), text.end()});
}

base::Result<base::Done> join(const film::Film& film, const ExportPlan& plan, const Output& output) {
    VideoParts parts;
    const std::string& language = plan.picture.language;
    parts.chapters = chaptersOf(film, language, plan.rate, plan.whole);
    for (const std::string& each : film.languages)
        parts.captions.push_back({each, captionsOf(film, each, plan.rate, plan.whole)});
    parts.audio = plan.audio;
    parts.metadata = metadataOf(film, language);
    if (auto written = writeManifest(plan, output); !written) return written;
    if (auto joined = muxVideo(output.path, *output.video, plan.whole, parts); !joined) return joined;
    std::error_code ignored;
    fs::remove(settingsPath(output), ignored);
    removeSegments(output.path);
    return base::Done{};
}

/// For a video that is there: nothing is to be done.
class NoFrames final : public FrameSink {
  public:
    bool wants(std::int64_t) const override { return false; }
    bool push(Frame) override { return false; }
    std::optional<base::Problem> finish() override { return std::nullopt; }
    std::uint64_t bytesWritten() const override { return 0; }
    double encodeSeconds() const override { return 0; }
};

class VideoStream final : public ExportStream {
  public:
    VideoStream(const film::Film& film, const ExportPlan& plan, const Output& output,
                std::unique_ptr<FrameSink> sink, bool isThere)
        : m_film(film), m_plan(plan), m_output(output), m_sink(std::move(sink)), m_isThere(isThere) {}

    FrameSink& sink() override { return *m_sink; }
    base::Result<base::Done> close() override {
        if (m_isThere || m_plan.isShard()) return base::Done{};
        return join(m_film, m_plan, m_output);
    }

  private:
    const film::Film& m_film;
    const ExportPlan& m_plan;
    const Output& m_output;
    std::unique_ptr<FrameSink> m_sink;
    bool m_isThere;
};

base::Result<base::Done> assembleSegments(const film::Film& film, const ExportPlan& plan,
                                          const Output& output) {
    const auto there = isThere(output, plan.whole);
    if (there && *there) return base::Done{};
    if (!there && plan.existing != Existing::Overwrite) return there.problems();
    const std::vector<Segment> missing = missingSegments(output.path, *output.video, plan.whole);
    if (missing.empty()) return join(film, plan, output);
    return problem(base::Trouble::Failure,
                   output.path + ": frames " + framesText(missing) + " are missing or damaged",
                   "export them with --resume, then assemble again");
}

}  // namespace

base::Result<std::unique_ptr<ExportStream>> openVideoStream(const film::Film& film, const ExportPlan& plan,
                                                            const Output& output) {
    const auto there = settle(plan, output);
    if (!there) return there.problems();
    std::unique_ptr<FrameSink> sink = std::make_unique<NoFrames>();
    if (!*there) {
        if (plan.existing == Existing::Overwrite) forgetSegments(plan, output);
        if (auto written = writeSegmentSettings(output); !written) return written.problems();
        auto opened = openVideoSink(output.path, *output.video, plan.whole, plan.range);
        if (!opened) return opened.problems();
        sink = std::move(*opened);
    }
    return std::unique_ptr<ExportStream>(new VideoStream(film, plan, output, std::move(sink), *there));
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
