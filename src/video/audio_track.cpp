#include "video/audio_track.h"

#include <algorithm>
#include <cmath>

namespace video {

namespace {

constexpr int kPcmPiece = 4800;  // a tenth of a second: encoders of PCM take any number of samples

/// The number of samples before frame `frame` begins.
std::int64_t samplesBefore(std::int64_t frame, film::FrameRate rate) {
    return av_rescale((frame - 1) * rate.denominator, kAudioRate, rate.numerator);
}

const char* encoderName(VideoContainer container, bool isDeep) {
    switch (container) {
        case VideoContainer::Mp4:
            return "aac";
        case VideoContainer::Mov:
            return isDeep ? "pcm_s24le" : "pcm_s16le";
        case VideoContainer::WebM:
            return "libopus";
        case VideoContainer::Mkv:
            return "flac";
    }
    return "";
}

AVSampleFormat sampleFormat(VideoContainer container, bool isDeep) {
    if (container == VideoContainer::Mp4) return AV_SAMPLE_FMT_FLTP;
    if (container == VideoContainer::WebM) return AV_SAMPLE_FMT_FLT;
    return isDeep ? AV_SAMPLE_FMT_S32 : AV_SAMPLE_FMT_S16;
}

}  // namespace

base::Result<AudioTrack> AudioTrack::open(const std::string& path, const VideoSettings& settings,
                                          FrameRange range, double fileAt) {
    auto source = AudioSource::open(path);
    if (!source) return source.problems();
    AudioTrack track(std::move(*source));
    const std::int64_t begin = samplesBefore(range.first, settings.rate);
    track.m_samples = samplesBefore(range.last + 1, settings.rate) - begin;
    const AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
    const bool isUsual = track.m_source.layout().order == AV_CHANNEL_ORDER_NATIVE;
    auto opened = track.openEncoder(settings, isUsual ? track.m_source.layout() : stereo);
    if (!opened) opened = track.openEncoder(settings, stereo);
    if (!opened) return opened.problems();
    const std::int64_t skip = begin - std::llround(fileAt * kAudioRate);
    const auto shaped = track.m_source.shape(track.m_encoder->sample_fmt, track.m_encoder->ch_layout, skip);
    if (!shaped) return shaped.problems();
    return track;
}

base::Result<base::Done> AudioTrack::openEncoder(const VideoSettings& settings,
                                                 const AVChannelLayout& layout) {
    av::listen();
    const std::string name = encoderName(settings.container, m_source.isDeep());
    const AVCodec* codec = avcodec_find_encoder_by_name(name.c_str());
    if (!codec)
        return base::Problem{base::Severity::Error,
                             base::Trouble::Failure,
                             "",
                             0,
                             0,
                             "this build of libavcodec has no encoder " + name,
                             "leave --audio out, or write another kind of video"};
    m_encoder.reset(avcodec_alloc_context3(codec));
    m_encoder->sample_rate = kAudioRate;
    m_encoder->time_base = {1, kAudioRate};
    m_encoder->sample_fmt = sampleFormat(settings.container, m_source.isDeep());
    if (m_encoder->sample_fmt == AV_SAMPLE_FMT_S32) m_encoder->bits_per_raw_sample = 24;
    av_channel_layout_copy(&m_encoder->ch_layout, &layout);
    m_encoder->bit_rate = 96000LL * std::max(layout.nb_channels, 1);
    m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
    const int error = avcodec_open2(m_encoder.get(), codec, nullptr);
    if (error < 0) return av::failure("", name + " does not start", error, "leave --audio out");
    return base::Done{};
}

AVStream* AudioTrack::addStream(AVFormatContext& output) const {
    AVStream* stream = avformat_new_stream(&output, nullptr);
    if (!stream || avcodec_parameters_from_context(stream->codecpar, m_encoder.get()) < 0) return nullptr;
    stream->time_base = m_encoder->time_base;
    stream->disposition = AV_DISPOSITION_DEFAULT;
    return stream;
}

base::Result<std::int64_t> AudioTrack::countSamples() {
    std::int64_t count = 0;
    while (count < m_samples) {
        const av::Frame frame(av_frame_alloc());
        const auto got =
            m_source.read(*frame, static_cast<int>(std::min<std::int64_t>(kPcmPiece, m_samples - count)));
        if (!got) return got.problems();
        if (*got == 0) break;
        count += *got;
    }
    return count;
}

base::Result<base::Done> AudioTrack::feed() {
    const int piece = m_encoder->frame_size > 0 ? m_encoder->frame_size : kPcmPiece;
    const av::Frame frame(av_frame_alloc());
    const auto got =
        m_source.read(*frame, static_cast<int>(std::min<std::int64_t>(piece, m_samples - m_fed)));
    if (!got) return got.problems();
    frame->pts = m_fed;
    m_fed += *got;
    const int error = avcodec_send_frame(m_encoder.get(), *got > 0 ? frame.get() : nullptr);
    if (error < 0) return av::failure("", "the sound cannot be encoded", error, "leave --audio out");
    return base::Done{};
}

base::Result<av::Packet> AudioTrack::next() {
    av::Packet packet(av_packet_alloc());
    while (true) {
        const int error = avcodec_receive_packet(m_encoder.get(), packet.get());
        if (error >= 0) return packet;
        if (error == AVERROR_EOF) return av::Packet();
        if (error != AVERROR(EAGAIN))
            return av::failure("", "the sound cannot be encoded", error, "leave --audio out");
        if (const auto fed = feed(); !fed) return fed.problems();
    }
}

}  // namespace video
