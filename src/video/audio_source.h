// Sound from a file, as samples at 48 kHz in the shape that an encoder takes.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "video/av.h"

namespace video {

inline constexpr int kAudioRate = 48000;

class AudioSource {
  public:
    /// Opens the file's best audio stream. Problems of kind Usage: not there, not readable, no sound in it.
    static base::Result<AudioSource> open(const std::string& path);

    int channels() const { return m_decoder->ch_layout.nb_channels; }
    const AVChannelLayout& layout() const { return m_decoder->ch_layout; }
    /// True when the samples are finer than 16 bits.
    bool isDeep() const { return av_get_bytes_per_sample(m_decoder->sample_fmt) > 2; }

    /// Gives samples at kAudioRate in this format and layout from now on, without the first `skip` of them; below
    /// 0: after so many of silence.
    base::Result<base::Done> shape(AVSampleFormat format, const AVChannelLayout& layout, std::int64_t skip);

    /// Fills `frame` with the next `samples` samples; fewer at the end, 0 when there are no more. Its format,
    /// layout and rate are set. The file's first sample is the first, whatever its time stamp; later gaps in
    /// the time stamps are silent. Damaged parts of the file are passed over.
    base::Result<int> read(AVFrame& frame, int samples);

  private:
    int feed();
    int feedSilence();
    int decode();
    int convert(const AVFrame* decoded);
    void fillGap(const AVFrame& decoded);

    std::string m_path;
    av::Input m_input;
    av::Codec m_decoder;
    int m_stream = 0;
    av::Resampler m_resampler;
    av::AudioFifo m_samples;
    AVSampleFormat m_format = AV_SAMPLE_FMT_NONE;
    AVChannelLayout m_layout = {};
    av::Packet m_packet{av_packet_alloc()};
    av::Frame m_frame{av_frame_alloc()};
    std::int64_t m_skip = 0;           // samples still to be thrown away
    std::int64_t m_silence = 0;        // samples of silence still to come before the file's first
    std::int64_t m_start = INT64_MIN;  // time stamp of the first sample, in samples of the file
    std::int64_t m_heard = 0;          // samples of the file so far
    bool m_ended = false;
};

/// What is wrong with the file as sound for a video (as open says), by decoding its beginning. Empty when all
/// is well.
base::Problems checkAudio(const std::string& path);

}  // namespace video
