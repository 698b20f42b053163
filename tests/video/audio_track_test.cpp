#include "video/audio_track.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cmath>
#include <cstring>

#include "video_fixture.h"

namespace {

void put(std::string& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
}

/// A WAV file of 16 bits with a click of one millisecond at `clickAt` seconds.
void writeClick(const std::string& path, double seconds, double clickAt, int rate, int channels) {
    const auto samples = static_cast<std::uint32_t>(seconds * rate);
    std::string wav = "RIFF";
    put(wav, 36 + samples * 2 * static_cast<std::uint32_t>(channels), 4);
    wav += "WAVEfmt ";
    put(wav, 16, 4);
    put(wav, 1, 2);
    put(wav, static_cast<std::uint32_t>(channels), 2);
    put(wav, static_cast<std::uint32_t>(rate), 4);
    put(wav, static_cast<std::uint32_t>(rate * channels * 2), 4);
    put(wav, static_cast<std::uint32_t>(channels * 2), 2);
    put(wav, 16, 2);
    wav += "data";
    put(wav, samples * 2 * static_cast<std::uint32_t>(channels), 4);
    const auto first = static_cast<std::uint32_t>(clickAt * rate);
    for (std::uint32_t i = 0; i < samples; ++i) {
        const bool isClick = i >= first && i < first + static_cast<std::uint32_t>(rate / 1000);
        for (int c = 0; c < channels; ++c) put(wav, isClick ? 24000u : 0u, 2);
    }
    std::ofstream(path, std::ios::binary) << wav;
}

double valueAt(const AVFrame& frame, int i) {
    const bool isPlanar = av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) != 0;
    const int at = isPlanar ? i : i * frame.ch_layout.nb_channels;
    switch (av_get_packed_sample_fmt(static_cast<AVSampleFormat>(frame.format))) {
        case AV_SAMPLE_FMT_FLT:
            return reinterpret_cast<const float*>(frame.data[0])[at];
        case AV_SAMPLE_FMT_S16:
            return reinterpret_cast<const std::int16_t*>(frame.data[0])[at] / 32768.0;
        default:
            return reinterpret_cast<const std::int32_t*>(frame.data[0])[at] / 2147483648.0;
    }
}

struct Sound {
    double clickAt = -1;  ///< seconds of the loudest sample's click, where it reaches half its height
    double end = 0;       ///< seconds
};

/// The sound of a video as a player hears it: decoded, in its time stamps.
Sound heard(const std::string& path) {
    const ReadVideo read(path);
    const int stream = av_find_best_stream(read.input.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    Sound sound;
    if (stream < 0) return sound;
    for (const auto& frame : read.decoded(stream)) {
        const double start = read.seconds(stream, frame->pts);
        for (int i = 0; i < frame->nb_samples; ++i) {
            const double at = start + static_cast<double>(i) / frame->sample_rate;
            if (sound.clickAt < 0 && at >= 0 && std::abs(valueAt(*frame, i)) > 0.3) sound.clickAt = at;
        }
        sound.end = start + static_cast<double>(frame->nb_samples) / frame->sample_rate;
    }
    return sound;
}

const std::vector<std::pair<VideoContainer, double>> kContainers = {{VideoContainer::Mp4, 0.003},
                                                                    {VideoContainer::Mov, 0.0005},
                                                                    {VideoContainer::WebM, 0.003},
                                                                    {VideoContainer::Mkv, 0.001}};

}  // namespace

TEST_F(VideoFiles, SoundIsInSyncAndEndsWithThePictures) {
    writeClick(path("click.wav"), 12, 2.25, 44100, 1);
    for (const auto& [container, limit] : kContainers) {
        const VideoSettings settings = smallVideo(container, {32, 32});
        const std::string file = path("film" + std::string(video::endingOf(container)));
        writeVideo(file, settings, {1, 10}, {{}, {}, path("click.wav"), {}});
        const Sound sound = heard(file);
        EXPECT_NEAR(sound.clickAt, 2.25, limit) << file;
        const ReadVideo read(file);
        EXPECT_NEAR(static_cast<double>(read.input->duration) / AV_TIME_BASE, 5, 0.0021) << file;
        EXPECT_EQ(read.packets.at(0).front()->pts, 0) << file;
        EXPECT_EQ(read.codec(1).sample_rate, 48000) << file;
        // AAC decodes whole frames; the file says where to stop.
        EXPECT_NEAR(sound.end, 5, container == VideoContainer::Mp4 ? 0.022 : 0.002) << file;
    }
}

TEST_F(VideoFiles, ARangeHasItsPartOfTheSound) {
    writeClick(path("click.wav"), 12, 7.5, 48000, 2);
    for (const auto& [container, limit] : kContainers) {
        const VideoSettings settings = smallVideo(container, {32, 32});
        const std::string file = path("film" + std::string(video::endingOf(container)));
        writeVideo(file, settings, {11, 20}, {{}, {}, path("click.wav"), {}});  // 5 s to 10 s
        EXPECT_NEAR(heard(file).clickAt, 2.5, limit) << file;
    }
}

TEST_F(VideoFiles, AShorterFileJustEnds) {
    writeClick(path("click.wav"), 2, 1, 48000, 2);
    for (const auto& [container, limit] : kContainers) {
        const std::string file = path("film" + std::string(video::endingOf(container)));
        writeVideo(file, smallVideo(container, {32, 32}), {1, 10}, {{}, {}, path("click.wav"), {}});
        EXPECT_NEAR(heard(file).end, 2, 0.022) << file;
        // And one that is over before the range begins is silent.
        video::removeSegments(file);
        writeVideo(file, smallVideo(container, {32, 32}), {11, 20}, {{}, {}, path("click.wav"), {}});
        EXPECT_EQ(heard(file).clickAt, -1) << file;
    }
}

TEST_F(VideoFiles, HowMuchSoundThereIsIsCountedNotBelieved) {
    const auto seconds = [&](const std::string& name, video::FrameRange range, double fileAt) {
        auto track = video::AudioTrack::open(path(name), smallVideo(VideoContainer::Mp4), range, fileAt);
        return track ? static_cast<double>(track->countSamples().value()) / 48000 : -1.0;
    };
    writeClick(path("click.wav"), 3, 1, 44100, 2);
    EXPECT_NEAR(seconds("click.wav", {1, 4}, 0), 2, 0.001) << "two frames a second";
    EXPECT_NEAR(seconds("click.wav", {1, 10}, 0), 3, 0.001);
    EXPECT_NEAR(seconds("click.wav", {5, 10}, 0), 1, 0.001);
    EXPECT_NEAR(seconds("click.wav", {1, 10}, 1.5), 4.5, 0.001) << "silence before it counts";
    EXPECT_EQ(seconds("click.wav", {11, 20}, 0), 0);
    const std::string bytes = bytesOfFile(path("click.wav"));
    std::ofstream(path("cut.wav"), std::ios::binary) << bytes.substr(0, bytes.size() / 3);
    EXPECT_NEAR(seconds("cut.wav", {1, 10}, 0), 1, 0.01) << "its header says 3 s";
}

TEST_F(VideoFiles, TheSoundOfAVideoCanBeUsedAgain) {
    writeClick(path("click.wav"), 5, 2.25, 48000, 2);
    const VideoSettings settings = smallVideo(VideoContainer::Mov, {32, 32});
    for (const auto& [container, limit] : kContainers) {
        const std::string from = path("from" + std::string(video::endingOf(container)));
        writeVideo(from, smallVideo(container, {32, 32}), {1, 10}, {{}, {}, path("click.wav"), {}});
        writeVideo(path("film.mov"), settings, {1, 10}, {{}, {}, from, {}});
        EXPECT_NEAR(heard(path("film.mov")).clickAt, 2.25, limit + 0.001) << from;
    }
}

TEST_F(VideoFiles, TheSameSoundGivesTheSameBytes) {
    writeClick(path("click.wav"), 6, 2.25, 44100, 2);
    for (const auto& [container, limit] : kContainers) {
        const VideoSettings settings = smallVideo(container, {32, 32});
        const std::string file = path("film" + std::string(video::endingOf(container)));
        writeVideo(file, settings, {1, 10}, {{}, {}, path("click.wav"), {}});
        const std::string first = bytesOfFile(file);
        joinVideo(file, settings, {1, 10}, {{}, {}, path("click.wav"), {}});
        EXPECT_TRUE(bytesOfFile(file) == first) << file;
    }
}

TEST_F(VideoFiles, SoundThatCannotBeReadIsRefusedBeforehand) {
    const auto wrong = [&](const std::string& name) {
        const base::Problems problems = video::checkAudio(path(name));
        EXPECT_FALSE(problems.empty()) << name;
        if (problems.empty()) return std::string();
        EXPECT_EQ(problems.front().trouble, base::Trouble::Usage);
        return problems.front().what;
    };
    EXPECT_EQ(wrong("none.wav"), "there is no such file");
    ASSERT_EQ(mkfifo(path("pipe.wav").c_str(), 0600), 0);
    EXPECT_EQ(wrong("pipe.wav"), "is not a file") << "and nobody waits for who writes into it";
    std::ofstream(path("text.wav")) << "this is no sound";
    EXPECT_NE(wrong("text.wav").find("cannot be read as sound"), std::string::npos);
    writeVideo(path("silent.mp4"), smallVideo(VideoContainer::Mp4), {1, 3});
    EXPECT_EQ(wrong("silent.mp4"), "has no sound");
    writeClick(path("empty.wav"), 0, 0, 48000, 2);
    EXPECT_NE(wrong("empty.wav"), "");
    writeClick(path("click.wav"), 1, 0.5, 48000, 2);
    EXPECT_TRUE(video::checkAudio(path("click.wav")).empty());
}

TEST_F(VideoFiles, ADamagedSoundFileNeverBreaksTheVideo) {
    writeClick(path("click.wav"), 5, 2.25, 48000, 2);
    writeVideo(path("from.mkv"), smallVideo(VideoContainer::Mkv, {32, 32}), {1, 10}, {{}, {}, path("click.wav"), {}});
    std::string bytes = bytesOfFile(path("from.mkv"));
    for (std::size_t i = bytes.size() / 3; i < bytes.size(); i += 101) bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
    std::ofstream(path("broken.mkv"), std::ios::binary) << bytes.substr(0, bytes.size() * 9 / 10);
    if (!video::checkAudio(path("broken.mkv")).empty()) return;
    writeVideo(path("film.mp4"), smallVideo(VideoContainer::Mp4), {1, 10}, {{}, {}, path("broken.mkv"), {}});
    EXPECT_EQ(ReadVideo(path("film.mp4")).packets.at(0).size(), 10u);
}
