// Who makes the segments of a video, and joins them? One process at a time for each of them.
#pragma once

#include <string>

#include "base/result.h"
#include "video/file_lock.h"
#include "video/frame_range.h"

namespace video {

/// Whose segments a process keeps others from.
enum class Share {
    Part,   ///< those of a shard: others may make the rest
    Whole,  ///< of a whole video, which may also remove them all or join them
};

/// Lock files frames-FIRST-LAST.lock in the folder of segments, which is made, and removed when it is empty.
class SegmentLock {
  public:
    /// `output`: path of the video.
    explicit SegmentLock(std::string output);
    ~SegmentLock() { release(); }
    SegmentLock(const SegmentLock&) = delete;
    SegmentLock& operator=(const SegmentLock&) = delete;

    /// Takes the segments of `range` of the video. Problems of kind Failure: another process makes or joins
    /// the same ones and has not ended within `patience` seconds, or makes some of them, of a whole video any
    /// segment at all, and has not ended within two; the folder cannot be made.
    base::Result<base::Done> take(FrameRange range, Share share, double patience = 2);

    void release();

  private:
    std::string m_output;
    FileLock m_lock;
    bool m_isTaken = false;
};

}  // namespace video
