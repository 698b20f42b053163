// Where the frames of an export go: a sequence of files or a video. The export draws, a sink encodes and
// writes on threads of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "base/image.h"
#include "base/result.h"

namespace video {

/// A frame on its way to an encoder. Its pixels are shared and never changed once handed over; two frames
/// with the same `image` look the same.
struct Frame {
    std::int64_t number = 1;  ///< from 1
    /// 4 channels, straight alpha; or, for videos, 1 channel: already planes of 4:2:0 (render/yuv_layout.h).
    std::shared_ptr<const base::Image> image;
};

class FrameSink {
  public:
    virtual ~FrameSink() = default;

    /// False for a frame that an earlier run has finished: it need not be drawn.
    virtual bool wants(std::int64_t frame) const = 0;

    /// Hands over the next frame that is wanted; numbers rise. Waits while the queue is full. False once
    /// something failed: then no more frames are taken, and finish() says what it was.
    virtual bool push(Frame frame) = 0;

    /// Waits until everything that can be finished with the frames handed over is on disk; the first problem
    /// if there was one. What is finished stays in any case.
    virtual std::optional<base::Problem> finish() = 0;

    /// Frames that it has finished: they are on disk, and need not be made again; from any thread.
    virtual std::int64_t finishedFrames() const = 0;

    /// Bytes written so far; from any thread.
    virtual std::uint64_t bytesWritten() const = 0;

    /// Seconds of work of its threads, for --stats; after finish().
    virtual double convertSeconds() const { return 0; }
    virtual double encodeSeconds() const = 0;
    virtual double writeSeconds() const { return 0; }
};

}  // namespace video
