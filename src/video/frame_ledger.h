// Which frames of a sequence are finished, kept on disk while an export runs: after a crash it says where to
// go on. Several machines may export parts of one sequence into one folder; each keeps a journal of its own.
//
//   manifest.json                       when every frame of the film, or of what was asked for, is there
//   export-000001-000250.journal        while frames 1 to 250 are being exported, a line for each
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.h"
#include "video/frame_range.h"
#include "video/manifest.h"
#include "video/ranged_files.h"

namespace video {

class FrameLedger {
  public:
    /// The records of `folder`: its manifest and journals. `range` is what this run exports, of `whole`.
    FrameLedger(std::string folder, FrameRange range, FrameRange whole, nlohmann::ordered_json settings);
    ~FrameLedger();
    FrameLedger(const FrameLedger&) = delete;
    FrameLedger& operator=(const FrameLedger&) = delete;

    /// Reads what earlier runs have recorded. Problems: Usage when they were made with other settings;
    /// Failure when a record cannot be read.
    base::Result<base::Done> readEarlier();

    /// True when earlier runs have left records.
    bool hasEarlier() const { return m_hasEarlier; }

    /// False when earlier runs had other settings.
    bool areAlike() const { return m_areAlike; }

    /// Removes the records of all earlier runs from the disk and from memory. A problem of kind Failure, and
    /// nothing is removed, while another export writes frames of the same folder.
    base::Result<base::Done> forgetEarlier();

    /// Drops a frame that is recorded but no longer as recorded.
    void forget(std::int64_t frame);

    /// Whether a frame is finished; from any thread.
    bool has(std::int64_t frame) const;

    /// For use before frames are added.
    const FrameRecords& frames() const { return m_manifest.frames; }
    const nlohmann::ordered_json& settings() const { return m_manifest.settings; }

    /// Keeps runs that would write some of the same frames out until the ledger goes, and forgets what was
    /// read before: they may have finished frames. A problem of kind Failure when another run is writing some
    /// of them and has not ended within `patience` seconds, or the journal cannot be made.
    base::Result<base::Done> lock(double patience = 2);

    /// After lock(): begins the journal of this run, or goes on with that of a run of the same range. A
    /// problem of kind Failure when it cannot be written.
    base::Result<base::Done> begin();

    /// Adds a frame that is finished; from any thread. It is on disk within the next frames, or when the
    /// ledger is closed.
    void add(FrameRecord record);

    /// Once every frame of `whole` is recorded, by this or by other runs, writes the manifest and removes the
    /// journals. A problem of kind Failure when the disk does not take it.
    base::Result<base::Done> close();

    std::string manifestPath() const { return m_folder + "/manifest.json"; }

  private:
    base::Result<base::Done> take(const nlohmann::ordered_json& settings, const FrameRecords& frames,
                                  const std::string& path);
    base::Result<base::Done> readJournals();
    std::string journalPath() const;
    base::Problem journalProblem(const std::string& what, const std::string& advice) const;
    base::Problem cannotBeWritten(int error, const std::string& advice) const;
    base::Result<base::Done> refuseOthers(const std::vector<RangedFile>& journals, FrameRange range) const;
    void unlock();
    bool isComplete(FrameRange range) const;
    void removeEndedJournals() const;
    void sync();

    std::string m_folder;
    FrameRange m_range, m_whole;
    Manifest m_manifest;
    bool m_hasEarlier = false, m_areAlike = true;
    mutable std::mutex m_mutex;
    int m_file = -1;
    int m_error = 0;
    int m_unsynced = 0;
};

}  // namespace video
