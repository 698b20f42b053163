#include "video/segment_lock.h"

#include <unistd.h>

#include <filesystem>
#include <limits>
#include <vector>

#include "video/ranged_files.h"
#include "video/video_segments.h"

namespace video {

namespace {

base::Problem failure(std::string what, std::string advice) {
    return {base::Severity::Error, base::Trouble::Failure, "", 0, 0, std::move(what), std::move(advice)};
}

base::Result<base::Done> makeFolder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) return base::Done{};
    return failure(folder + ": cannot be made: " + error.message(), "choose a folder you may write to");
}

// Of runs that were killed: taking a lock and giving it back removes its file. Those that are held stay.
void removeLeftovers(const std::vector<RangedFile>& locks) {
    for (const RangedFile& lock : locks) static_cast<void>(FileLock().take(lock.path, "", 0));
}

}  // namespace

SegmentLock::SegmentLock(std::string output) : m_output(std::move(output)) {}

base::Result<base::Done> SegmentLock::take(FrameRange range, Share share, double patience) {
    release();
    const std::string folder = segmentFolder(m_output);
    const std::string path =
        folder + "/frames-" + std::to_string(range.first) + "-" + std::to_string(range.last) + ".lock";
    const auto busy =
        failure(m_output + ": another export is writing these frames", "wait until it has ended");
    m_isTaken = true;
    constexpr int kTries = 20;  // of others that finish the video meanwhile, and remove the folder
    for (int i = 1;; ++i) {
        if (auto made = makeFolder(folder); !made) return made;
        const auto taken = m_lock.take(path, busy.what, patience);
        if (taken) break;
        if (i == kTries || taken.problems().front().what == busy.what) {
            release();
            return taken.problems();
        }
    }
    constexpr FrameRange kAll{0, std::numeric_limits<std::int64_t>::max()};
    const FrameRange kept = share == Share::Whole ? kAll : range;
    const std::vector<RangedFile> locks = rangedFiles(folder, "frames-", ".lock");
    if (!heldByOthers(locks, kept, path).empty()) {
        release();
        return busy;
    }
    if (share == Share::Whole) removeLeftovers(locks);
    return base::Done{};
}

void SegmentLock::release() {
    m_lock.release();
    // Fails while anything is in it.
    if (m_isTaken) ::rmdir(segmentFolder(m_output).c_str());
    m_isTaken = false;
}

}  // namespace video
