// One segment on its way: an encoder, and the file its packets go to.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "video/packet_log.h"
#include "video/video_encoder.h"

namespace video {

class SegmentWriter {
  public:
    static base::Result<std::unique_ptr<SegmentWriter>> open(const std::string& path,
                                                             const VideoSettings& settings,
                                                             const Segment& segment);

    /// The next frame of the segment, `pixels` its pixelHash. A problem of kind Failure when the encoder or
    /// the disk fails.
    base::Result<base::Done> add(AVFrame* frame, const std::string& pixels);

    /// True when all its frames are in.
    bool isFull() const { return m_added == m_segment.frames.count(); }

    /// Of its file so far.
    std::uint64_t bytes() const { return m_log.bytes(); }

    /// Takes the last packets out of the encoder and completes the file.
    base::Result<base::Done> finish();

  private:
    SegmentWriter(VideoEncoder encoder, const std::string& path, const std::string& fingerprint,
                  const Segment& segment)
        : m_segment(segment),
          m_encoder(std::move(encoder)),
          m_log(path, fingerprint, segment.frames, *m_encoder.parameters()) {}
    base::Result<base::Done> encode(AVFrame* frame);

    Segment m_segment;
    VideoEncoder m_encoder;
    PacketLogWriter m_log;
    std::int64_t m_added = 0, m_packets = 0;
};

}  // namespace video
