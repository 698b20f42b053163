#include "video/video_settings.h"

#include <gtest/gtest.h>

#include "video/av.h"
#include "video_fixture.h"

namespace {

std::string firstProblem(const VideoSettings& settings) {
    const base::Problems problems = video::checkVideo(settings);
    if (problems.empty()) return "";
    EXPECT_EQ(problems.front().trouble, base::Trouble::Usage);
    return toString(problems.front());
}

VideoSettings with(VideoContainer container, const std::string& encoder) {
    VideoSettings settings = smallVideo(container);
    settings.preset = "";
    settings.encoder = encoder;
    return settings;
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(VideoSettings, TheEndingOfAPathChoosesTheContainer) {
    EXPECT_EQ(video::videoFormatOf("out/film.mp4"), VideoContainer::Mp4);
    EXPECT_EQ(video::videoFormatOf("FILM.MOV"), VideoContainer::Mov);
    EXPECT_EQ(video::videoFormatOf("a.b.webm"), VideoContainer::WebM);
    EXPECT_EQ(video::videoFormatOf("a.mkv"), VideoContainer::Mkv);
    for (const char* path : {"out", "out/####.png", ".mp4", "mp4", "film.mp4/", ""})
        EXPECT_FALSE(video::videoFormatOf(path)) << path;
}

TEST(VideoSettings, EachContainersOwnEncoderStarts) {
    for (const auto container :
         {VideoContainer::Mp4, VideoContainer::Mov, VideoContainer::WebM, VideoContainer::Mkv}) {
        VideoSettings settings = with(container, "");
        EXPECT_EQ(firstProblem(settings), "");
        if (container == VideoContainer::Mp4) continue;
        settings.alpha = video::VideoAlpha::Straight;
        EXPECT_EQ(firstProblem(settings), "");
    }
}

TEST(VideoSettings, OddSizesAreRefusedWithTheNearestEvenOne) {
    VideoSettings settings = with(VideoContainer::Mp4, "");
    settings.size = {1921, 1081};
    EXPECT_EQ(firstProblem(settings), "1921x1081 is odd; libx264 needs even sides; use --size 1920x1080");
    settings.size = {1920, 1081};
    EXPECT_TRUE(says(firstProblem(settings), "use --size 1920x1080"));
    settings.size = {1, 48};
    EXPECT_TRUE(says(firstProblem(settings), "use --size 2x48"));
    settings.size = {65, 49};
    settings.container = VideoContainer::Mov;
    EXPECT_EQ(firstProblem(settings), "");
    settings.container = VideoContainer::Mkv;
    EXPECT_EQ(firstProblem(settings), "");
}

TEST(VideoSettings, AlphaIsRefusedWhereThereIsNone) {
    VideoSettings settings = with(VideoContainer::Mp4, "");
    settings.alpha = video::VideoAlpha::Straight;
    EXPECT_TRUE(says(firstProblem(settings), "libx264 in .mp4 has no transparency; write .mov, .webm or .mkv"));
    settings = with(VideoContainer::Mkv, "libx264");
    settings.alpha = video::VideoAlpha::Straight;
    EXPECT_TRUE(says(firstProblem(settings), "use --encoder ffv1"));
}

TEST(VideoSettings, UnknownEncodersAreNamedWithThoseThatFit) {
    EXPECT_TRUE(says(firstProblem(with(VideoContainer::Mp4, "libx246")), "did you mean libx264?"));
    const std::string list = firstProblem(with(VideoContainer::WebM, "quicktime"));
    EXPECT_TRUE(says(list, "there is no such encoder")) << list;
    EXPECT_TRUE(says(list, "for .webm use libvpx-vp9")) << list;
    EXPECT_TRUE(says(firstProblem(with(VideoContainer::WebM, "libx264")), "libx264: does not fit .webm"));
}

TEST(VideoSettings, QualityAndSpeedAreInTheEncodersScale) {
    VideoSettings settings = with(VideoContainer::Mp4, "");
    settings.quality = 23.5;
    settings.preset = "ultrafast";
    EXPECT_EQ(firstProblem(settings), "");
    settings.quality = 52;
    EXPECT_TRUE(says(firstProblem(settings), "from 0 (best) to 51"));
    settings.quality.reset();
    settings.preset = "turbo";
    EXPECT_TRUE(says(firstProblem(settings), "libx264 has no speed 'turbo'; use ultrafast, superfast"));
    settings.preset = "";
    settings.threads = 0;
    EXPECT_TRUE(says(firstProblem(settings), "0 threads"));
    settings = with(VideoContainer::Mkv, "");
    settings.quality = 3;
    EXPECT_TRUE(says(firstProblem(settings), "ffv1 has no quality to choose"));
}

TEST(VideoSettings, SizesAboveTheCodecsLimitAreRefused) {
    VideoSettings settings = with(VideoContainer::Mp4, "");
    settings.size = {16384, 16384};
    EXPECT_TRUE(says(firstProblem(settings), "larger than H.264 allows"));
    settings = with(VideoContainer::WebM, "");
    settings.size = {70000, 64};
    EXPECT_TRUE(says(firstProblem(settings), "choose another --size"));
}

TEST(VideoSettings, EncodersOfOtherKindsWorkWhenAskedFor) {
    for (const char* encoder : {"libx265", "libvpx-vp9"}) {
        if (avcodec_find_encoder_by_name(encoder)) {
            EXPECT_EQ(firstProblem(with(VideoContainer::Mp4, encoder)), "");
        }
    }
}

TEST(VideoSettings, HardwareThatIsNotThereIsAFailureWithAdvice) {
    for (const char* encoder : {"h264_nvenc", "hevc_nvenc", "h264_vaapi", "hevc_vaapi"}) {
        const base::Problems problems = video::checkVideo(with(VideoContainer::Mp4, encoder));
        if (problems.empty()) continue;  // this machine has it
        EXPECT_TRUE(says(toString(problems.front()), std::string("--encoder ") + encoder));
        if (!avcodec_find_encoder_by_name(encoder)) continue;
        EXPECT_EQ(problems.front().trouble, base::Trouble::Failure);
        EXPECT_TRUE(says(problems.front().advice, "leave --encoder out"));
    }
}

TEST(VideoSettings, WhateverChangesTheBytesChangesTheFingerprint) {
    const VideoSettings one = smallVideo(VideoContainer::Mp4);
    std::vector<VideoSettings> others(8, one);
    others[0].size.w += 2;
    others[1].rate = {30000, 1001};
    others[2].quality = 20;
    others[3].preset = "fast";
    others[4].threads = 3;
    others[5].content = "another film";
    others[6].encoder = "libx265";
    others[7].container = VideoContainer::Mov;
    EXPECT_EQ(fingerprintOf(one), fingerprintOf(smallVideo(VideoContainer::Mp4)));
    for (const VideoSettings& other : others) EXPECT_NE(fingerprintOf(one), fingerprintOf(other));
}
