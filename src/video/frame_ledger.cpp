#include "video/frame_ledger.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <vector>

#include "base/file.h"
#include "video/file_lock.h"
#include "video/ranged_files.h"
#include "video/whole_file.h"

namespace video {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kLargestJournal = std::size_t{1} << 30;
constexpr const char* kBusy = "another export is writing these frames";
constexpr const char* kBusyAdvice = "wait until it has ended";
constexpr int kSyncEvery = 32;  // frames: what a power cut may cost, beside the frames under way

std::string padded(std::int64_t number) {
    std::string text = std::to_string(number);
    if (text.size() < 6) text.insert(0, 6 - text.size(), '0');
    return text;
}

std::vector<RangedFile> journalsIn(const std::string& folder) {
    return rangedFiles(folder, "export-", ".journal");
}

struct Journal {
    Json settings;
    FrameRecords frames;
    std::size_t size = 0;  ///< bytes that are whole
};

// A crash may have torn the last line: what comes from there on does not count.
Journal parseJournal(std::string_view text) {
    Journal journal;
    while (journal.size < text.size()) {
        const std::size_t end = text.find('\n', journal.size);
        if (end == std::string_view::npos) break;
        const auto line = parseLine(text.substr(journal.size, end - journal.size));
        if (!line) break;
        if (journal.size == 0) {
            if (!line->contains("settings") || !(*line)["settings"].is_object()) break;
            journal.settings = (*line)["settings"];
        } else {
            auto record = recordOf(*line);
            if (!record) break;
            journal.frames.insert_or_assign(record->frame, std::move(*record));
        }
        journal.size = end + 1;
    }
    return journal;
}

std::string lineOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

FrameLedger::FrameLedger(std::string folder, FrameRange range, FrameRange whole, Json settings)
    : m_folder(std::move(folder)),
      m_range(range),
      m_whole(whole),
      m_manifest{std::move(settings), {}, 0, ""} {}

FrameLedger::~FrameLedger() {
    unlock();
}

std::string FrameLedger::journalPath() const {
    return m_folder + "/export-" + padded(m_range.first) + "-" + padded(m_range.last) + ".journal";
}

base::Result<base::Done> FrameLedger::take(const Json& settings, const FrameRecords& frames,
                                           const std::string& path) {
    m_hasEarlier = true;
    const std::string difference = differenceOf(settings, m_manifest.settings);
    if (!difference.empty()) {
        m_areAlike = false;
        return base::Problem{base::Severity::Error,
                             base::Trouble::Usage,
                             path,
                             0,
                             0,
                             "these frames were made otherwise: " + difference,
                             "choose another output, the same settings, or --force to begin anew"};
    }
    m_manifest.settings = settings;  // the same, with the driver where this run has none
    for (const auto& [frame, record] : frames) m_manifest.frames.insert({frame, record});
    return base::Done{};
}

base::Result<base::Done> FrameLedger::readJournals() {
    for (const auto& [frames, path] : journalsIn(m_folder)) {
        const auto text = base::readFile(path, kLargestJournal);
        // Another machine may have finished and removed it just now.
        if (!text && !isThere(path)) continue;
        if (!text) return text.problems();
        const Journal journal = parseJournal(*text);
        if (journal.settings.is_null()) continue;
        if (const auto taken = take(journal.settings, journal.frames, path); !taken) return taken;
    }
    return base::Done{};
}

base::Result<base::Done> FrameLedger::readEarlier() {
    if (const auto read = readJournals(); !read) return read;
    if (!isThere(manifestPath())) return base::Done{};
    const auto manifest = readManifest(manifestPath());
    if (!manifest) return manifest.problems();
    return take(manifest->settings, manifest->frames, manifestPath());
}

base::Result<base::Done> FrameLedger::forgetEarlier() {
    const std::vector<RangedFile> journals = journalsIn(m_folder);
    constexpr FrameRange kAll{0, std::numeric_limits<std::int64_t>::max()};
    if (auto alone = refuseOthers(journals, kAll); !alone) return alone;
    if (m_file >= 0 && ::ftruncate(m_file, 0) != 0)
        return cannotBeWritten(errno, "choose a folder you may write to");
    std::error_code ignored;
    for (const RangedFile& journal : journals) {
        if (m_file >= 0 && isFileOf(journal.path, m_file)) continue;
        // Given back, a lock removes its file.
        if (auto taken = FileLock().take(journal.path, kBusy, 0); !taken) return taken;
    }
    fs::remove(manifestPath(), ignored);
    m_manifest.frames.clear();
    m_hasEarlier = false;
    return base::Done{};
}

void FrameLedger::forget(std::int64_t frame) {
    m_manifest.frames.erase(frame);
}

base::Problem FrameLedger::journalProblem(const std::string& what, const std::string& advice) const {
    return {base::Severity::Error, base::Trouble::Failure, journalPath(), 0, 0, what, advice};
}

base::Problem FrameLedger::cannotBeWritten(int error, const std::string& advice) const {
    return journalProblem(std::string("cannot be written: ") + std::strerror(error), advice);
}

base::Result<base::Done> FrameLedger::refuseOthers(const std::vector<RangedFile>& journals,
                                                   FrameRange range) const {
    const std::string held = heldByOthers(journals, range, m_file < 0 ? "" : journalPath());
    if (held.empty()) return base::Done{};
    return base::Problem{base::Severity::Error, base::Trouble::Failure, held, 0, 0, kBusy, kBusyAdvice};
}

base::Result<base::Done> FrameLedger::lock(double patience) {
    constexpr int kTries = 20;  // of others that come and go meanwhile
    for (int i = 0; m_file < 0; ++i) {
        m_file = ::open(journalPath().c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        if (m_file < 0) return cannotBeWritten(errno, "choose a folder you may write to");
        const bool isLocked = i < kTries && lockFile(m_file, patience);
        // Whoever finishes the sequence removes the journals.
        if (isLocked && isFileOf(journalPath(), m_file)) break;
        ::close(m_file);
        m_file = -1;
        if (!isLocked) return journalProblem(kBusy, kBusyAdvice);
    }
    m_manifest.frames.clear();
    m_hasEarlier = false;
    m_areAlike = true;
    // A run of all frames and a shard would write the same files.
    auto alone = refuseOthers(journalsIn(m_folder), m_range);
    if (!alone) unlock();
    return alone;
}

void FrameLedger::unlock() {
    if (m_file < 0) return;
    sync();
    struct stat journal {};
    const bool isEmpty = ::fstat(m_file, &journal) == 0 && journal.st_size == 0;
    if (isEmpty && isFileOf(journalPath(), m_file)) ::unlink(journalPath().c_str());
    ::close(m_file);
    m_file = -1;
}

base::Result<base::Done> FrameLedger::begin() {
    assert(m_file >= 0);
    const auto text = base::readFile(journalPath(), kLargestJournal);
    if (!text) return text.problems();
    const std::size_t whole = parseJournal(*text).size;
    const std::string head = lineOf({{"settings", m_manifest.settings}});
    const bool isReady =
        ::ftruncate(m_file, static_cast<off_t>(whole)) == 0 &&
        (whole > 0 || ::write(m_file, head.data(), head.size()) == static_cast<ssize_t>(head.size()));
    if (isReady) return base::Done{};
    return cannotBeWritten(errno, "make room and go on");
}

void FrameLedger::sync() {
    // Without it the frames since the last sync would be drawn again after a power cut, no more.
    [[maybe_unused]] const int failed = ::fdatasync(m_file);
    m_unsynced = 0;
}

void FrameLedger::add(FrameRecord record) {
    const std::string line = lineOf(jsonOf(record));
    const std::lock_guard guard(m_mutex);
    m_manifest.frames.insert_or_assign(record.frame, std::move(record));
    if (m_file < 0 || m_error != 0) return;
    // One write for a line: a kill leaves whole lines, but for the last.
    errno = 0;
    if (::write(m_file, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        m_error = errno != 0 ? errno : ENOSPC;
    if (++m_unsynced >= kSyncEvery) sync();
}

bool FrameLedger::has(std::int64_t frame) const {
    const std::lock_guard guard(m_mutex);
    return m_manifest.frames.contains(frame);
}

bool FrameLedger::isComplete(FrameRange range) const {
    const auto first = m_manifest.frames.lower_bound(range.first);
    const auto end = m_manifest.frames.upper_bound(range.last);
    return std::distance(first, end) == range.count();
}

// Of runs that have ended: every frame that the journal is for is in the manifest, and nobody makes it anew.
void FrameLedger::removeEndedJournals() const {
    std::error_code ignored;
    for (const auto& [frames, path] : journalsIn(m_folder)) {
        const bool isOwn = m_file >= 0 && isFileOf(path, m_file);
        if (isComplete(frames) && (isOwn || !isHeld(path))) fs::remove(path, ignored);
    }
}

base::Result<base::Done> FrameLedger::close() {
    const std::lock_guard guard(m_mutex);
    if (m_file >= 0) sync();
    if (m_error != 0) return cannotBeWritten(m_error, "make room and go on with --resume");
    FileLock manifestLock;
    constexpr double kPatience = 60;  // seconds: each holds it for as long as it takes to write the manifest
    if (auto taken = manifestLock.take(manifestPath() + ".lock", manifestPath() + ": is just being written",
                                       kPatience);
        !taken)
        return taken;
    // Others may have finished their parts meanwhile.
    if (const auto read = readEarlier(); !read) return read;
    if (!isComplete(m_whole)) return base::Done{};
    const std::string text = toJson(m_manifest);
    WholeFile file(manifestPath());
    file.write(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (const auto written = file.finish(); !written) return written;
    removeEndedJournals();
    return base::Done{};
}

}  // namespace video
