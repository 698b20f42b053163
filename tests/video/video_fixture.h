// Small videos for tests: pictures to encode, and files read back with libav.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "temporary_path.h"
#include "video/av.h"
#include "video/video_mux.h"
#include "video/video_sink.h"

using video::FrameRange;
using video::VideoContainer;
using video::VideoSettings;

inline VideoSettings smallVideo(VideoContainer container, base::Size size = {64, 48}) {
    VideoSettings settings;
    settings.container = container;
    settings.size = size;
    settings.rate = {2, 1};  // segments of 20 frames
    settings.threads = 2;
    settings.content = "a film";
    if (container == VideoContainer::Mp4) settings.preset = "medium";  // B-frames that refer to each other
    if (container == VideoContainer::WebM) settings.preset = "5";
    return settings;
}

/// A picture of its own for each frame: a gradient, and a box that moves.
inline base::Image pictureOfFrame(base::Size size, std::int64_t frame) {
    base::Image image{size.w, size.h, 4, {}};
    for (int y = 0; y < size.h; ++y) {
        for (int x = 0; x < size.w; ++x) {
            const bool isBox = (x + frame * 3) % size.w < 12 && y > 8 && y < 24;
            const auto value = [&](std::int64_t v) { image.bytes.push_back(static_cast<std::uint8_t>(v)); };
            value(isBox ? 250 : x * 3);
            value(isBox ? 120 : y * 4);
            value(isBox ? 40 : 60 + frame);
            value(255);
        }
    }
    return image;
}

inline std::string bytesOfFile(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Hands the sink the wanted frames of `frames`; false when it takes no more.
inline bool pushFrames(video::FrameSink& sink, const VideoSettings& settings, FrameRange frames) {
    for (std::int64_t n = frames.first; n <= frames.last; ++n) {
        if (!sink.wants(n)) continue;
        if (!sink.push({n, std::make_shared<const base::Image>(pictureOfFrame(settings.size, n))}))
            return false;
    }
    return true;
}

/// Writes the missing segments of `part`.
inline void writePart(const std::string& path, const VideoSettings& settings, FrameRange range,
                      FrameRange part) {
    auto sink = video::openVideoSink(path, settings, range, part);
    ASSERT_TRUE(sink.ok());
    ASSERT_TRUE(pushFrames(**sink, settings, part));
    const auto problem = (*sink)->finish();
    ASSERT_FALSE(problem) << toString(*problem);
}

inline void joinVideo(const std::string& path, const VideoSettings& settings, FrameRange range,
                      const video::VideoParts& parts = {}) {
    const auto done = video::muxVideo(path, settings, range, parts);
    ASSERT_TRUE(done.ok()) << toString(done.problems().front());
}

inline void writeVideo(const std::string& path, const VideoSettings& settings, FrameRange range,
                       const video::VideoParts& parts = {}) {
    writePart(path, settings, range, range);
    joinVideo(path, settings, range, parts);
}

/// A file as libavformat reads it.
struct ReadVideo {
    video::av::Input input;
    std::map<int, std::vector<video::av::Packet>> packets;  // of each stream, in the order of the file

    explicit ReadVideo(const std::string& path) {
        AVFormatContext* context = nullptr;
        EXPECT_GE(avformat_open_input(&context, ("file:" + path).c_str(), nullptr, nullptr), 0) << path;
        input.reset(context);
        if (!context) return;
        EXPECT_GE(avformat_find_stream_info(context, nullptr), 0);
        while (true) {
            video::av::Packet packet(av_packet_alloc());
            if (av_read_frame(context, packet.get()) < 0) break;
            const int stream = packet->stream_index;
            packets[stream].push_back(std::move(packet));
        }
    }
    const AVStream& stream(int i) const { return *input->streams[i]; }
    const AVCodecParameters& codec(int i) const { return *stream(i).codecpar; }
    double seconds(int i, std::int64_t time) const { return time * av_q2d(stream(i).time_base); }
    std::string tag(const AVDictionary* metadata, const char* key) const {
        const AVDictionaryEntry* entry = av_dict_get(metadata, key, nullptr, 0);
        return entry ? entry->value : "";
    }

    /// Every frame of a stream, decoded (by `decoder` when one is named).
    std::vector<video::av::Frame> decoded(int i, const char* decoder = nullptr) const {
        std::vector<video::av::Frame> frames;
        const AVCodec* codec = decoder ? avcodec_find_decoder_by_name(decoder)
                                       : avcodec_find_decoder(stream(i).codecpar->codec_id);
        const video::av::Codec context(avcodec_alloc_context3(codec));
        avcodec_parameters_to_context(context.get(), stream(i).codecpar);
        context->pkt_timebase = stream(i).time_base;
        EXPECT_GE(avcodec_open2(context.get(), codec, nullptr), 0);
        const auto take = [&] {
            while (true) {
                video::av::Frame frame(av_frame_alloc());
                if (avcodec_receive_frame(context.get(), frame.get()) < 0) return;
                frames.push_back(std::move(frame));
            }
        };
        if (const auto found = packets.find(i); found != packets.end()) {
            for (const auto& packet : found->second) {
                EXPECT_GE(avcodec_send_packet(context.get(), packet.get()), 0);
                take();
            }
        }
        avcodec_send_packet(context.get(), nullptr);
        take();
        return frames;
    }
};

class VideoFiles : public testing::Test {
  protected:
    VideoFiles() : m_folder(temporaryPath("video")) {
        std::filesystem::create_directories(m_folder);
        video::av::listen();
    }
    ~VideoFiles() override { std::filesystem::remove_all(m_folder); }
    std::string path(const std::string& name) const { return m_folder + "/" + name; }

  private:
    std::string m_folder;
};
