// One video being written from its segments: the muxer with everything that goes into the file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "video/audio_track.h"
#include "video/av.h"
#include "video/packet_log.h"
#include "video/video_mux.h"

namespace video {

/// A video file being written: the pictures in stream 0, then a track for each language, then sound.
class VideoFile {
  public:
    /// Keeps references: `settings` must outlive it.
    VideoFile(const std::string& path, const VideoSettings& settings, FrameRange range)
        : m_path(path), m_part(path + ".part"), m_settings(settings), m_range(range) {}
    ~VideoFile();
    VideoFile(const VideoFile&) = delete;
    VideoFile& operator=(const VideoFile&) = delete;

    /// Opens "path.part" and writes what stands before the packets; `log`: one of the segments.
    base::Result<base::Done> begin(const VideoParts& parts, const PacketLog& log);

    /// The packets of all segments in order, with captions and sound between them; empties `logs`.
    base::Result<base::Done> write(std::vector<PacketLog>& logs);

    /// Completes the file, flushes it to the disk and gives it its name; without it nothing stays.
    base::Result<base::Done> finish();

  private:
    AVRational frameTime() const {
        return {static_cast<int>(m_settings.rate.denominator), static_cast<int>(m_settings.rate.numerator)};
    }
    bool addVideo(const PacketLog& log);
    bool addCaptions(const std::vector<CaptionTrack>& tracks);
    bool addChapters(const std::vector<ChapterMark>& chapters);
    int put(AVPacket& packet, int stream, AVRational time);
    int putOthersUntil(std::int64_t frame);
    void shiftSound(AVPacket& packet) const;
    base::Problem failed(int error) const;

    struct Track {
        int stream = 0;
        std::vector<av::Packet> packets;
        std::size_t next = 0;
    };

    std::string m_path, m_part, m_language;
    const VideoSettings& m_settings;
    FrameRange m_range;
    av::Output m_output;
    std::vector<Track> m_captions;
    std::optional<AudioTrack> m_audio;
    av::Packet m_nextSound;
    base::Problems m_soundProblems;
    bool m_isDone = false;
};

}  // namespace video
