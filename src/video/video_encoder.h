// One run of an encoder of libavcodec: pictures in, packets out, from a key frame to the last packet.
#pragma once

#include <functional>

#include "base/result.h"
#include "video/av.h"
#include "video/video_encoders.h"

namespace video {

class VideoEncoder {
  public:
    /// A problem when it does not start: Usage for encoders that run on any processor (the settings ask too
    /// much of them), Failure for hardware. The settings' names must be known (see checkVideo).
    static base::Result<VideoEncoder> open(const EncoderRow& row, const VideoSettings& settings);

    /// What the packets are: codec, size, colour, extradata.
    av::Parameters parameters() const;

    /// Encodes the next picture and calls `take` for each packet that is ready; `frame` nullptr: nothing more
    /// comes, all that is left is given. Packets count their time in frames from 0. A problem of kind Failure
    /// when the encoder fails.
    base::Result<base::Done> encode(AVFrame* frame, const std::function<void(const AVPacket&)>& take);

  private:
    explicit VideoEncoder(const EncoderRow& row) : m_row(&row) {}
    int openDevice();
    int upload(av::Frame& onDevice, AVFrame* frame);
    base::Problem failure(int error) const;

    const EncoderRow* m_row;
    av::Codec m_context;
    av::Packet m_packet{av_packet_alloc()};
    std::int64_t m_frames = 0;
};

}  // namespace video
