#include "video/audio_source.h"

#include <algorithm>
#include <filesystem>

namespace video {

namespace {

constexpr int kMostChannels = 8;
constexpr int kPiece = 4096;           // samples
constexpr std::int64_t kMostGap = 60;  // seconds

base::Problem usage(const std::string& path, const std::string& what) {
    return {base::Severity::Error,
            base::Trouble::Usage,
            path,
            0,
            0,
            what,
            "give --audio a file with sound, such as WAV, FLAC, MP3 or M4A"};
}

}  // namespace

base::Result<AudioSource> AudioSource::open(const std::string& path) {
    av::listen();
    AudioSource source;
    source.m_path = path;
    // It is read more than once, and a pipe may never end.
    std::error_code none;
    if (std::filesystem::exists(path, none) && !std::filesystem::is_regular_file(path, none))
        return usage(path, "is not a file");
    AVFormatContext* input = nullptr;
    av::Options options;
    // A playlist must not make the program open addresses.
    options.set("protocol_whitelist", "file");
    int error = avformat_open_input(&input, ("file:" + path).c_str(), nullptr, options.entries());
    source.m_input.reset(input);
    if (error == AVERROR(ENOENT)) return usage(path, "there is no such file");
    if (error >= 0) error = avformat_find_stream_info(input, nullptr);
    if (error < 0) return usage(path, "cannot be read as sound: " + av::reason(error));
    const AVCodec* codec = nullptr;
    source.m_stream = av_find_best_stream(input, AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0);
    if (source.m_stream == AVERROR_DECODER_NOT_FOUND)
        return usage(path, "its sound is in a format that this build of libavcodec does not read");
    if (source.m_stream < 0) return usage(path, "has no sound");
    for (unsigned i = 0; i < input->nb_streams; ++i)
        input->streams[i]->discard =
            static_cast<int>(i) == source.m_stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;

    source.m_decoder.reset(avcodec_alloc_context3(codec));
    AVCodecContext& decoder = *source.m_decoder;
    avcodec_parameters_to_context(&decoder, input->streams[source.m_stream]->codecpar);
    decoder.pkt_timebase = input->streams[source.m_stream]->time_base;
    error = avcodec_open2(&decoder, codec, nullptr);
    if (error < 0) return usage(path, "cannot be read as sound: " + av::reason(error));
    if (decoder.sample_rate < 1 || decoder.ch_layout.nb_channels < 1) return usage(path, "has no sound");
    if (decoder.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC && decoder.ch_layout.nb_channels <= kMostChannels)
        av_channel_layout_default(&decoder.ch_layout, decoder.ch_layout.nb_channels);
    return source;
}

base::Result<base::Done> AudioSource::shape(AVSampleFormat format, const AVChannelLayout& layout,
                                            std::int64_t skip) {
    m_format = format;
    m_layout = layout;
    m_skip = std::max<std::int64_t>(skip, 0);
    m_silence = std::max<std::int64_t>(-skip, 0);
    SwrContext* resampler = nullptr;
    int error = swr_alloc_set_opts2(&resampler, &m_layout, format, kAudioRate, &m_decoder->ch_layout,
                                    m_decoder->sample_fmt, m_decoder->sample_rate, 0, nullptr);
    m_resampler.reset(resampler);
    if (error >= 0) error = swr_init(resampler);
    m_samples.reset(av_audio_fifo_alloc(format, layout.nb_channels, kPiece));
    if (error < 0 || !m_samples)
        return av::failure(m_path, "its sound cannot be converted", error, "convert it to a WAV file first");
    return base::Done{};
}

base::Result<int> AudioSource::read(AVFrame& frame, int samples) {
    while (!m_ended && av_audio_fifo_size(m_samples.get()) < samples) {
        if (const int error = m_silence > 0 ? feedSilence() : feed(); error < 0)
            return av::failure(m_path, "its sound cannot be read", error, "convert it to a WAV file first");
    }
    frame.nb_samples = std::min(samples, av_audio_fifo_size(m_samples.get()));
    if (frame.nb_samples == 0) return 0;
    frame.format = m_format;
    frame.sample_rate = kAudioRate;
    av_channel_layout_copy(&frame.ch_layout, &m_layout);
    const int error = av_frame_get_buffer(&frame, 0);
    if (error < 0) return av::failure(m_path, "its sound cannot be read", error, "");
    return av_audio_fifo_read(m_samples.get(), reinterpret_cast<void**>(frame.extended_data),
                              frame.nb_samples);
}

/// A piece of what lies before the file's first sample.
int AudioSource::feedSilence() {
    const av::Frame piece(av_frame_alloc());
    piece->format = m_format;
    piece->nb_samples = static_cast<int>(std::min<std::int64_t>(m_silence, kPiece));
    av_channel_layout_copy(&piece->ch_layout, &m_layout);
    if (const int error = av_frame_get_buffer(piece.get(), 0); error < 0) return error;
    av_samples_set_silence(piece->extended_data, 0, piece->nb_samples, m_layout.nb_channels, m_format);
    m_silence -= piece->nb_samples;
    return std::min(av_audio_fifo_write(m_samples.get(), reinterpret_cast<void**>(piece->extended_data),
                                        piece->nb_samples),
                    0);
}

/// One more packet of the file, or the end of it.
int AudioSource::feed() {
    const int error = av_read_frame(m_input.get(), m_packet.get());
    if (error == AVERROR(ENOMEM)) return error;
    // A file that cannot be read on ends here, like one that is cut short.
    m_ended = error < 0;
    const bool isOurs = m_ended || m_packet->stream_index == m_stream;
    if (isOurs) avcodec_send_packet(m_decoder.get(), m_ended ? nullptr : m_packet.get());
    av_packet_unref(m_packet.get());
    return isOurs ? decode() : 0;
}

int AudioSource::decode() {
    while (avcodec_receive_frame(m_decoder.get(), m_frame.get()) >= 0) {
        // A stream may not change its shape half-way: what is of another is passed over.
        const bool fits = m_frame->format == m_decoder->sample_fmt &&
                          m_frame->ch_layout.nb_channels == m_decoder->ch_layout.nb_channels;
        int error = 0;
        if (fits) {
            fillGap(*m_frame);
            m_heard += m_frame->nb_samples;
            error = convert(m_frame.get());
        }
        av_frame_unref(m_frame.get());
        if (error < 0) return error;
    }
    return m_ended ? convert(nullptr) : 0;
}

/// Silence where the file's time stamps leave more than a tenth of a second out.
void AudioSource::fillGap(const AVFrame& decoded) {
    if (decoded.pts == AV_NOPTS_VALUE) return;
    const std::int64_t at = av_rescale_q(decoded.pts, m_decoder->pkt_timebase, {1, m_decoder->sample_rate});
    if (m_start == INT64_MIN) m_start = at - m_heard;
    const std::int64_t gap = std::min(at - m_start - m_heard, kMostGap * m_decoder->sample_rate);
    if (gap < m_decoder->sample_rate / 10) return;
    swr_inject_silence(m_resampler.get(),
                       static_cast<int>(av_rescale(gap, kAudioRate, m_decoder->sample_rate)));
    m_heard += gap;
}

/// Resamples into the queue; nullptr: what the resampler still holds.
int AudioSource::convert(const AVFrame* decoded) {
    const int given = decoded ? decoded->nb_samples : 0;
    const av::Frame piece(av_frame_alloc());
    piece->format = m_format;
    piece->nb_samples = swr_get_out_samples(m_resampler.get(), given);
    av_channel_layout_copy(&piece->ch_layout, &m_layout);
    if (piece->nb_samples <= 0) return piece->nb_samples;
    if (const int error = av_frame_get_buffer(piece.get(), 0); error < 0) return error;
    const int got =
        swr_convert(m_resampler.get(), piece->extended_data, piece->nb_samples,
                    decoded ? const_cast<const std::uint8_t**>(decoded->extended_data) : nullptr, given);
    if (got <= 0) return got;
    const int written =
        av_audio_fifo_write(m_samples.get(), reinterpret_cast<void**>(piece->extended_data), got);
    // While samples are skipped the queue holds none but these.
    const int skipped = static_cast<int>(std::min<std::int64_t>(m_skip, got));
    m_skip -= skipped;
    if (skipped > 0) av_audio_fifo_drain(m_samples.get(), skipped);
    return std::min(written, 0);
}

base::Problems checkAudio(const std::string& path) {
    auto source = AudioSource::open(path);
    if (!source) return source.problems();
    const AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
    if (const auto shaped = source->shape(AV_SAMPLE_FMT_FLTP, stereo, 0); !shaped) return shaped.problems();
    const av::Frame frame(av_frame_alloc());
    const auto read = source->read(*frame, kPiece);
    if (!read) return read.problems();
    return *read > 0 ? base::Problems{} : base::Problems{usage(path, "no sound in it can be read")};
}

}  // namespace video
