#include <gtest/gtest.h>

#include <algorithm>

#include "video/packet_log.h"
#include "video/pixel_hash.h"
#include "video_fixture.h"

namespace {

namespace fs = std::filesystem;

constexpr FrameRange kRange{1, 45};  // segments of 20, 20 and 5 frames

const std::vector<VideoContainer> kContainers = {VideoContainer::Mp4, VideoContainer::Mov,
                                                 VideoContainer::WebM, VideoContainer::Mkv};

std::string nameOf(VideoContainer container) {
    return "film" + std::string(video::endingOf(container));
}

void overwrite(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

TEST_F(VideoFiles, TwoRunsGiveTheSameBytes) {
    for (const VideoContainer container : kContainers) {
        const VideoSettings settings = smallVideo(container);
        const std::string a = path("a" + nameOf(container)), b = path("b" + nameOf(container));
        writeVideo(a, settings, kRange);
        writeVideo(b, settings, kRange);
        EXPECT_GT(fs::file_size(a), 500u);
        EXPECT_TRUE(bytesOfFile(a) == bytesOfFile(b)) << nameOf(container);
    }
}

TEST_F(VideoFiles, EveryFrameHasItsExactTime) {
    for (const VideoContainer container : kContainers) {
        for (const film::FrameRate rate : {film::FrameRate{2, 1}, {30000, 1001}, {24, 1}}) {
            VideoSettings settings = smallVideo(container, {32, 32});
            settings.rate = rate;
            // One frame in the last segment is the hard case: its encoder reorders nothing.
            const FrameRange range{1, video::segmentLength(rate) + 1};
            const std::string file = path(nameOf(container));
            writeVideo(file, settings, range);
            const ReadVideo read(file);
            const AVRational unit = read.stream(0).time_base;
            std::vector<std::int64_t> times;
            for (const auto& packet : read.packets.at(0)) times.push_back(packet->pts);
            ASSERT_EQ(static_cast<std::int64_t>(times.size()), range.count());
            std::sort(times.begin(), times.end());
            for (std::size_t i = 0; i < times.size(); ++i) {
                const AVRational frame{static_cast<int>(rate.denominator), static_cast<int>(rate.numerator)};
                const bool isQuickTime = container == VideoContainer::Mp4 || container == VideoContainer::Mov;
                EXPECT_EQ(times[i], av_rescale_q(static_cast<std::int64_t>(i), frame, unit));
                // Matroska counts milliseconds; MP4 and MOV are exact.
                if (isQuickTime) {
                    EXPECT_EQ(times[i] * unit.num * rate.numerator,
                              static_cast<std::int64_t>(i) * rate.denominator * unit.den);
                }
            }
            const double seconds = film::timeOfFrame(range.count() + 1, rate);
            EXPECT_NEAR(static_cast<double>(read.input->duration) / AV_TIME_BASE, seconds, 0.0011)
                << nameOf(container) << " " << rate.numerator;
            EXPECT_EQ(static_cast<std::int64_t>(read.decoded(0).size()), range.count());
        }
    }
}

TEST_F(VideoFiles, ColourAndShapeAreSaid) {
    for (const VideoContainer container : kContainers) {
        writeVideo(path(nameOf(container)), smallVideo(container), {1, 3});
        const ReadVideo read(path(nameOf(container)));
        const AVCodecParameters& codec = read.codec(0);
        EXPECT_EQ(codec.width, 64);
        EXPECT_EQ(codec.height, 48);
        EXPECT_EQ(codec.color_primaries, AVCOL_PRI_BT709);
        if (container == VideoContainer::Mkv) {
            EXPECT_EQ(codec.color_space, AVCOL_SPC_RGB);
            continue;
        }
        EXPECT_EQ(codec.color_trc, AVCOL_TRC_BT709) << nameOf(container);
        EXPECT_EQ(codec.field_order, AV_FIELD_PROGRESSIVE) << nameOf(container);
        EXPECT_EQ(codec.color_space, AVCOL_SPC_BT709);
        EXPECT_EQ(codec.color_range, AVCOL_RANGE_MPEG);
        if (container == VideoContainer::Mp4) {
            EXPECT_EQ(codec.chroma_location, AVCHROMA_LOC_LEFT);
        }
    }
}

TEST_F(VideoFiles, MovHasATimecodeThatCountsTheFilmsFrames) {
    VideoSettings settings = smallVideo(VideoContainer::Mov, {32, 32});
    const auto timecode = [&](film::FrameRate rate, FrameRange range) {
        settings.rate = rate;
        writeVideo(path("film.mov"), settings, range);
        const ReadVideo read(path("film.mov"));
        return read.tag(read.stream(0).metadata, "timecode");
    };
    EXPECT_EQ(timecode({25, 1}, {1, 3}), "00:00:00:00");
    EXPECT_EQ(timecode({30000, 1001}, {1, 3}), "00:00:00;00");
    EXPECT_EQ(timecode({24, 1}, {1441, 1443}), "00:01:00:00");
    EXPECT_EQ(timecode({30000, 1001}, {1801, 1802}), "00:01:00;02");  // two numbers are dropped
    EXPECT_EQ(timecode({500, 1}, {1, 3}), "");
}

TEST_F(VideoFiles, AnExportThatIsKilledAndResumedGivesTheSameBytes) {
    for (const VideoContainer container : kContainers) {
        const VideoSettings settings = smallVideo(container);
        const std::string whole = path("whole" + nameOf(container)), file = path(nameOf(container));
        writeVideo(whole, settings, kRange);
        for (const std::int64_t killedAt : {5, 19, 21, 40, 43}) {
            auto sink = video::openVideoSink(file, settings, kRange, kRange);
            ASSERT_TRUE(sink.ok());
            pushFrames(**sink, settings, {1, killedAt});
            sink->reset();
        }
        // What a killed process leaves behind.
        overwrite(video::segmentPath(file, {3, {}}) + ".part", "half a segment");
        writeVideo(file, settings, kRange);
        EXPECT_TRUE(bytesOfFile(file) == bytesOfFile(whole)) << nameOf(container);
        video::removeSegments(file);
        EXPECT_FALSE(fs::exists(video::segmentFolder(file)));
    }
}

TEST_F(VideoFiles, FinishedSegmentsAreNotDrawnAgain) {
    const VideoSettings settings = smallVideo(VideoContainer::Mp4);
    const std::string file = path("film.mp4");
    writePart(file, settings, kRange, {1, 20});
    const auto sink = video::openVideoSink(file, settings, kRange, kRange);
    EXPECT_FALSE((*sink)->wants(1));
    EXPECT_FALSE((*sink)->wants(20));
    EXPECT_TRUE((*sink)->wants(21));
    EXPECT_TRUE((*sink)->wants(45));
    EXPECT_FALSE((*sink)->wants(46));
    EXPECT_FALSE((*sink)->finish());
    const std::vector<video::Segment> missing = {{2, {21, 40}}, {3, {41, 45}}};
    EXPECT_EQ(video::missingSegments(file, settings, kRange), missing);
}

TEST_F(VideoFiles, ShardsInAnyOrderGiveTheBytesOfOneRun) {
    for (const VideoContainer container : kContainers) {
        const VideoSettings settings = smallVideo(container);
        const std::string whole = path("whole" + nameOf(container)), file = path(nameOf(container));
        const FrameRange range{4, 95};
        writeVideo(whole, settings, range);
        for (const int shard : {3, 1, 4, 2})
            writePart(file, settings, range, video::segmentRangeOfShard(range, settings.rate, shard, 4));
        joinVideo(file, settings, range);
        EXPECT_TRUE(bytesOfFile(file) == bytesOfFile(whole)) << nameOf(container);
    }
}

TEST_F(VideoFiles, SegmentsThatCannotBeTrustedAreMadeAgain) {
    const VideoSettings settings = smallVideo(VideoContainer::WebM);
    const std::string file = path("film.webm");
    writePart(file, settings, kRange, kRange);
    const std::string segment = video::segmentPath(file, {2, {}});
    const std::string good = bytesOfFile(segment);
    std::vector<std::string> bad = {"",
                                    "HMTNSEG1",
                                    good.substr(0, good.size() - 1),
                                    good + "x",
                                    good.substr(0, good.size() / 2),
                                    bytesOfFile(video::segmentPath(file, {1, {}}))};
    for (const std::size_t at : {std::size_t{3}, std::size_t{20}, good.size() / 2, good.size() - 5}) {
        bad.push_back(good);
        bad.back()[at] = static_cast<char>(bad.back()[at] ^ 1);
    }
    const std::vector<video::Segment> second = {{2, {21, 40}}};
    for (const std::string& bytes : bad) {
        overwrite(segment, bytes);
        EXPECT_EQ(video::missingSegments(file, settings, kRange), second);
        const auto joined = video::muxVideo(file, settings, kRange, {});
        ASSERT_FALSE(joined.ok());
        EXPECT_NE(joined.problems().front().what.find("frames 21-40"), std::string::npos);
        EXPECT_FALSE(fs::exists(file));
    }
    writeVideo(file, settings, kRange);
    EXPECT_EQ(bytesOfFile(segment), good);

    VideoSettings other = settings;
    other.content = "another film";
    EXPECT_EQ(video::missingSegments(file, other, kRange).size(), 3u);
    EXPECT_EQ(video::missingSegments(file, settings, {1, 44}).size(), 1u);  // its last segment is shorter
}

// With the right checksum the numbers in a file can still lie.
TEST_F(VideoFiles, SegmentsWithHugeNumbersAreRefused) {
    const VideoSettings settings = smallVideo(VideoContainer::Mkv);
    const std::string file = path("film.mkv");
    writePart(file, settings, {1, 5}, {1, 5});
    const std::string segment = video::segmentPath(file, {1, {}});
    const std::string good = bytesOfFile(segment);
    for (std::size_t at = 56; at + 36 < good.size(); at += at < 400 ? 1 : 997) {
        std::string lie = good.substr(0, good.size() - 32);
        for (std::size_t i = 0; i < 4; ++i) lie[at + i] = '\x7f';
        overwrite(segment, lie + video::byteHash(lie));
        auto log = video::PacketLog::open(segment, fingerprintOf(settings), {1, 5});
        if (!log) continue;
        int packets = 0;
        while (log->next()) ++packets;
        EXPECT_LE(packets, 5);
    }
}

TEST_F(VideoFiles, EachFramesFingerprintIsKept) {
    const VideoSettings settings = smallVideo(VideoContainer::Mp4);
    const std::string file = path("film.mp4");
    writePart(file, settings, kRange, {21, 45});
    const auto pixels = video::framePixels(file, settings, kRange);
    ASSERT_EQ(pixels.size(), 45u);
    EXPECT_EQ(pixels[19], "");
    EXPECT_EQ(pixels[20], video::pixelHash(pictureOfFrame(settings.size, 21)));
    EXPECT_EQ(pixels[44], video::pixelHash(pictureOfFrame(settings.size, 45)));
}

TEST_F(VideoFiles, OtherEncodersThatFitWriteFilesThatPlay) {
    for (const auto& [container, encoder] : {std::pair{VideoContainer::Mp4, "libx265"},
                                             {VideoContainer::Mov, "libx264"},
                                             {VideoContainer::Mkv, "libvpx-vp9"},
                                             {VideoContainer::Mkv, "prores_ks"}}) {
        if (!avcodec_find_encoder_by_name(encoder)) continue;
        VideoSettings settings = smallVideo(container, {128, 96});
        settings.encoder = encoder;
        settings.preset = "";
        writeVideo(path(nameOf(container)), settings, {1, 25});
        EXPECT_EQ(ReadVideo(path(nameOf(container))).decoded(0).size(), 25u) << encoder;
    }
}
