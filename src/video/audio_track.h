// The sound of a video: the part of a file that belongs to the frames, encoded as its container wants it.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "video/audio_source.h"
#include "video/video_segments.h"
#include "video/video_settings.h"

namespace video {

class AudioTrack {
  public:
    /// The file's sound from the time of frame `range.first` to the end of frame `range.last`; the file's
    /// first sample is at `fileAt` seconds of the film, and before it is silence. At 48 kHz, in the file's
    /// channels where the encoder takes them, else in stereo: AAC at 192 kbit/s for two channels (MP4), PCM
    /// of 16 or 24 bits (MOV), Opus (WebM), FLAC (MKV). Problems: as AudioSource::open, and Failure when the
    /// encoder does not start.
    static base::Result<AudioTrack> open(const std::string& path, const VideoSettings& settings,
                                         FrameRange range, double fileAt = 0);

    /// Adds the track to a file that is not begun yet; its time base is 1/48000. nullptr: no memory.
    AVStream* addStream(AVFormatContext& output) const;

    /// How many samples before the first the encoder puts in front, which players leave out.
    int padding() const { return m_encoder->initial_padding; }
    /// Samples of the whole track, when its file is long enough.
    std::int64_t samples() const { return m_samples; }

    /// How many of them the file really has: a damaged or shorter one ends before. Decodes what belongs to
    /// the frames, instead of next(). A problem of kind Failure when the file cannot be read on.
    base::Result<std::int64_t> countSamples();

    /// The next packet, its times in samples from the video's first frame (the first may lie before it: what
    /// the encoder needs to start); nullptr after the last.
    base::Result<av::Packet> next();

  private:
    base::Result<base::Done> openEncoder(const VideoSettings& settings, const AVChannelLayout& layout);
    base::Result<base::Done> feed();

    explicit AudioTrack(AudioSource source) : m_source(std::move(source)) {}
    AudioSource m_source;
    av::Codec m_encoder;
    std::int64_t m_samples = 0;  // of the whole track
    std::int64_t m_fed = 0;
};

}  // namespace video
