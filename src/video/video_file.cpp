#include "video/video_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

extern "C" {
#include <libavutil/timecode.h>
}

#include "video/caption_packets.h"
#include "video/video_encoders.h"

namespace video {

namespace {

const char* formatName(VideoContainer container) {
    constexpr const char* kNames[] = {"mp4", "mov", "webm", "matroska"};
    return kNames[static_cast<std::size_t>(container)];
}

/// The first frame's time of day, as editors count it: with a semicolon when numbers are dropped so that it
/// keeps up with the clock. "" for rates that no timecode can count.
std::string timecodeOf(FrameRange range, AVRational rate) {
    AVTimecode timecode;
    const bool drops = rate.den == 1001 && rate.num % 30000 == 0;
    const int flags = drops ? AV_TIMECODE_FLAG_DROPFRAME : 0;
    constexpr int kMostFrames = 255;  // a second, in a timecode track
    if (av_q2d(rate) > kMostFrames || range.first > INT32_MAX) return {};
    if (av_timecode_init(&timecode, rate, flags, static_cast<int>(range.first - 1), nullptr) < 0) return {};
    char text[AV_TIMECODE_STR_SIZE];
    return av_timecode_make_string(&timecode, text, 0);
}

}  // namespace

VideoFile::~VideoFile() {
    m_output.reset();
    if (!m_isDone) ::unlink(m_part.c_str());
}

base::Problem VideoFile::failed(int error) const {
    if (!m_soundProblems.empty()) return m_soundProblems.front();
    return av::failure(m_path, "cannot be written", error,
                       error == AVERROR(ENOSPC)
                           ? "make room and go on with --assemble; finished segments are kept"
                           : "check the folder; finished segments are kept");
}

bool VideoFile::addVideo(const PacketLog& log) {
    const EncoderRow& row = *encoderRow(m_settings);
    const AVCodec* codec = avcodec_find_encoder_by_name(std::string(row.name).c_str());
    const av::Codec context(avcodec_alloc_context3(codec));
    AVStream* stream = avformat_new_stream(m_output.get(), nullptr);
    if (!codec || !context || !stream) return false;
    describePictures(row, m_settings, *context);
    avcodec_parameters_from_context(stream->codecpar, context.get());
    log.describe(*stream->codecpar);
    // Apple's players take no other tag for HEVC.
    if (isQuickTime(m_settings.container) && stream->codecpar->codec_id == AV_CODEC_ID_HEVC)
        stream->codecpar->codec_tag = MKTAG('h', 'v', 'c', '1');
    stream->time_base = frameTime();
    stream->avg_frame_rate = stream->r_frame_rate = av_inv_q(frameTime());
    stream->sample_aspect_ratio = {1, 1};
    stream->disposition = AV_DISPOSITION_DEFAULT;
    const std::string timecode = timecodeOf(m_range, av_inv_q(frameTime()));
    if (m_settings.container == VideoContainer::Mov && !timecode.empty())
        av_dict_set(&stream->metadata, "timecode", timecode.c_str(), 0);
    return true;
}

bool VideoFile::addCaptions(const std::vector<CaptionTrack>& tracks) {
    for (const CaptionTrack& track : tracks) {
        if (track.captions.empty()) continue;
        const AVStream* stream = addCaptionStream(*m_output, m_settings.container, track.language);
        if (!stream) return false;
        m_captions.push_back({stream->index, captionPackets(track.captions, m_settings.container), 0});
    }
    return true;
}

bool VideoFile::addChapters(const std::vector<ChapterMark>& chapters) {
    for (const ChapterMark& mark : chapters) {
        auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
        if (!chapter) return false;
        chapter->id = m_output->nb_chapters + 1;
        chapter->time_base = frameTime();
        chapter->start = mark.begin;
        chapter->end = mark.end;
        av_dict_set(&chapter->metadata, "title", mark.title.c_str(), 0);
        int count = static_cast<int>(m_output->nb_chapters);
        if (av_dynarray_add_nofree(&m_output->chapters, &count, chapter) < 0) return false;
        m_output->nb_chapters = static_cast<unsigned>(count);
    }
    return true;
}

base::Result<base::Done> VideoFile::begin(const VideoParts& parts, const PacketLog& log) {
    av::listen();
    // "file:" so that a colon in a name names no protocol.
    const std::string url = "file:" + m_part;
    AVFormatContext* output = nullptr;
    int error =
        avformat_alloc_output_context2(&output, nullptr, formatName(m_settings.container), url.c_str());
    m_output.reset(output);
    if (error < 0) return failed(error);
    output->flags |= AVFMT_FLAG_BITEXACT;
    m_language = parts.metadata.language;
    av_dict_set(&output->metadata, "title", parts.metadata.title.c_str(), 0);
    av_dict_set(&output->metadata, "comment", parts.metadata.comment.c_str(), 0);
    if (!addVideo(log) || !addCaptions(parts.captions) || !addChapters(parts.chapters))
        return failed(AVERROR(ENOMEM));
    if (!parts.audio.empty()) {
        auto audio = AudioTrack::open(parts.audio, m_settings, m_range, parts.audioAt);
        if (!audio) return audio.problems();
        m_audio.emplace(std::move(*audio));
        if (!m_audio->addStream(*output)) return failed(AVERROR(ENOMEM));
    }
    av::Options options;
    if (m_settings.container == VideoContainer::Mp4) options.set("movflags", "+faststart");
    if (!isQuickTime(m_settings.container)) {
        options.set("default_mode", "infer_no_subs");
        // What Opus needs to start lies before time 0; pictures must not move for it.
        output->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
    }
    error = avio_open(&output->pb, url.c_str(), AVIO_FLAG_WRITE);
    if (error >= 0) error = avformat_write_header(output, options.entries());
    if (error < 0) return failed(error);
    return base::Done{};
}

int VideoFile::put(AVPacket& packet, int stream, AVRational time) {
    packet.stream_index = stream;
    packet.pos = -1;
    av_packet_rescale_ts(&packet, time, m_output->streams[stream]->time_base);
    const int error = av_write_frame(m_output.get(), &packet);
    return error < 0 ? error : m_output->pb->error;
}

/// Matroska counts a block's time with what the encoder put in front of the sound (CodecDelay), and the muxer
/// leaves that to us.
void VideoFile::shiftSound(AVPacket& packet) const {
    if (isQuickTime(m_settings.container)) return;
    packet.pts += m_audio->padding();
    packet.dts += m_audio->padding();
    // At least a millisecond: for none the muxer would put in a whole packet.
    constexpr std::int64_t kShortest = kAudioRate / 1000;
    packet.duration = std::max(kShortest, std::min(packet.duration, m_audio->samples() - packet.pts));
}

/// Captions and sound that begin before frame `frame` of the video, counted from 0.
int VideoFile::putOthersUntil(std::int64_t frame) {
    for (Track& track : m_captions) {
        for (; track.next < track.packets.size(); ++track.next) {
            AVPacket& packet = *track.packets[track.next];
            if (av_compare_ts(packet.pts, {1, 1000}, frame, frameTime()) >= 0) break;
            if (const int error = put(packet, track.stream, {1, 1000}); error < 0) return error;
            track.packets[track.next].reset();
        }
    }
    const int stream = static_cast<int>(m_output->nb_streams) - 1;
    while (m_audio) {
        if (!m_nextSound) {
            auto next = m_audio->next();
            if (!next) m_soundProblems = next.problems();
            if (!next) return AVERROR_EXTERNAL;
            m_nextSound = std::move(*next);
            if (!m_nextSound) m_audio.reset();
            if (!m_nextSound) break;
            shiftSound(*m_nextSound);
        }
        if (av_compare_ts(m_nextSound->pts, {1, kAudioRate}, frame, frameTime()) >= 0) break;
        if (const int error = put(*m_nextSound, stream, {1, kAudioRate}); error < 0) return error;
        m_nextSound.reset();
    }
    return 0;
}

base::Result<base::Done> VideoFile::write(std::vector<PacketLog>& logs) {
    std::int64_t delay = 0, written = 0, begin = 0;
    for (const PacketLog& log : logs) delay = std::max(delay, log.delay());
    for (PacketLog& log : logs) {
        const auto count = static_cast<std::int64_t>(log.pixels().size());
        for (; written < begin + count; ++written) {
            const av::Packet packet = log.next();
            if (!packet)
                return base::Problem{base::Severity::Error,
                                     base::Trouble::Failure,
                                     segmentFolder(m_path),
                                     0,
                                     0,
                                     "cannot be read any more",
                                     "try again"};
            // Decoding time by rank: encoders of short segments leave no room for pictures that others
            // reorder.
            packet->pts += begin;
            packet->dts = written - delay;
            packet->duration = 1;
            int error = putOthersUntil(written - delay);
            if (error >= 0) error = put(*packet, 0, frameTime());
            if (error < 0) return failed(error);
        }
        begin += count;
        log = {};
    }
    if (const int error = putOthersUntil(INT32_MAX); error < 0) return failed(error);
    return base::Done{};
}

base::Result<base::Done> VideoFile::finish() {
    int error = av_write_trailer(m_output.get());
    avio_flush(m_output->pb);
    if (error >= 0) error = m_output->pb->error;
    if (error >= 0) error = avio_closep(&m_output->pb);
    if (error < 0) return failed(error);
    const bool hasTexts = !m_captions.empty() || m_output->nb_chapters > 0;
    if (isQuickTime(m_settings.container) && hasTexts && !settleTextTracks(m_part, m_language))
        return failed(AVERROR(EIO));
    const int file = ::open(m_part.c_str(), O_WRONLY | O_CLOEXEC);
    const bool isKept = file >= 0 && ::fsync(file) == 0;
    const int reason = errno;
    if (file >= 0) ::close(file);
    if (!isKept) return failed(AVERROR(reason));
    if (::rename(m_part.c_str(), m_path.c_str()) != 0) return failed(AVERROR(errno));
    m_isDone = true;
    return base::Done{};
}

}  // namespace video
