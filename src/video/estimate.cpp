#include "video/estimate.h"

#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <string>

#include "video/stopwatch.h"

namespace video {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kRuns = 6, kFramesOfRun = 10;

/// A folder that goes away with the object.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::error_code error;
        std::string pattern = (fs::temp_directory_path(error) / "harmattan-XXXXXX").string();
        if (::mkdtemp(pattern.data())) m_path = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::string& path() const { return m_path; }

  private:
    std::string m_path;
};

// The same export of one run of frames, elsewhere.
ExportPlan sampleOf(const ExportPlan& plan, FrameRange run, const std::string& folder) {
    ExportPlan sample = plan;
    sample.whole = sample.range = run;
    sample.existing = Existing::Overwrite;
    sample.audio.clear();
    int number = 0;
    for (Output& output : sample.outputs) {
        output.path = folder + "/" + std::to_string(number++);
        if (output.video)
            output.path += endingOf(output.video->container);
        else
            output.pattern = FramePattern{output.path + "/", ".png", 9};
    }
    return sample;
}

std::uint64_t bytesIn(const std::string& folder) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const bool isRecord = it->path().extension() == ".json";
        // Frames that look alike are links to the same bytes.
        if (!isRecord && it->is_regular_file(error))
            bytes += it->file_size(error) / std::max<std::uintmax_t>(it->hard_link_count(error), 1);
    }
    return bytes;
}

std::vector<FrameRange> runsOf(FrameRange range) {
    if (range.count() <= kRuns * kFramesOfRun) return {range};
    std::vector<FrameRange> runs;
    for (std::int64_t i = 0; i < kRuns; ++i) {
        const std::int64_t first = range.first + (range.count() - kFramesOfRun) * i / (kRuns - 1);
        runs.push_back({first, first + kFramesOfRun - 1});
    }
    return runs;
}

}  // namespace

base::Problems roomWarnings(const ExportPlan& plan, std::uint64_t bytes, std::uint64_t available) {
    const std::uint64_t needed = plan.outputs.front().video ? 2 * bytes : bytes;
    if (needed <= available) return {};
    const auto megabytes = [](std::uint64_t count) { return std::to_string(count / 1'000'000) + " MB"; };
    return {{base::Severity::Warning, base::Trouble::Failure, plan.out, 0, 0,
             "needs about " + megabytes(needed) + " on the disk, which has " + megabytes(available),
             "make room, or choose another output"}};
}

base::Result<Estimate> estimateExport(const ExportMeans& means, const ExportPlan& plan,
                                      const std::atomic<bool>& stop) {
    Estimate estimate;
    estimate.frames = plan.range.count();
    double seconds = 0;
    std::int64_t timed = 0;
    std::uint64_t bytes = 0;
    for (const FrameRange run : runsOf(plan.range)) {
        const TemporaryFolder folder;
        if (folder.path().empty()) {
            return base::Problem{base::Severity::Error,
                                 base::Trouble::Failure,
                                 "",
                                 0,
                                 0,
                                 "there is no folder for temporary files",
                                 "set TMPDIR to one that you may write to"};
        }
        // What comes before the first frame is done once for a film, or for a cue: it does not grow with
        // frames.
        const Stopwatch watch;
        double first = 0;
        const auto progress = [&](const Progress& p) {
            if (p.done == 1) first = watch.seconds();
        };
        const auto made = exportFilm(means, sampleOf(plan, run, folder.path()), progress, stop);
        if (!made) return made.problems();
        if (stop) break;
        seconds += watch.seconds() - first;
        timed += std::max<std::int64_t>(run.count() - 1, 1);
        bytes += bytesIn(folder.path());
        estimate.sampled += run.count();
    }
    const double share = static_cast<double>(estimate.frames) / static_cast<double>(estimate.sampled);
    estimate.bytes = static_cast<std::uint64_t>(static_cast<double>(bytes) * share);
    estimate.seconds = seconds * static_cast<double>(estimate.frames) / static_cast<double>(timed);
    return estimate;
}

}  // namespace video
