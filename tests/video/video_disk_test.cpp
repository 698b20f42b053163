// Disks that are full, and folders that cannot be written to.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "video_fixture.h"

namespace {

namespace fs = std::filesystem;

constexpr FrameRange kRange{1, 45};  // segments of 20, 20 and 5 frames

}  // namespace

TEST_F(VideoFiles, AFolderThatCannotBeMadeIsAFailure) {
    std::ofstream(path("file")) << "";
    const auto sink =
        video::openVideoSink(path("file/film.mp4"), smallVideo(VideoContainer::Mp4), kRange, kRange);
    ASSERT_FALSE(sink.ok());
    EXPECT_EQ(sink.problems().front().trouble, base::Trouble::Failure);
    EXPECT_NE(sink.problems().front().file.find("film.mp4.parts"), std::string::npos);
}

TEST_F(VideoFiles, AFolderOfSegmentsThatVanishesIsAFailure) {
    const VideoSettings settings = smallVideo(VideoContainer::Mp4);
    auto sink = video::openVideoSink(path("film.mp4"), settings, kRange, kRange);
    ASSERT_TRUE(sink.ok());
    fs::remove_all(video::segmentFolder(path("film.mp4")));
    pushFrames(**sink, settings, kRange);
    const auto problem = (*sink)->finish();
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->trouble, base::Trouble::Failure);
    EXPECT_FALSE(problem->advice.empty());
}

TEST_F(VideoFiles, AFullDiskIsAFailureAndKeepsWhatIsFinished) {
    const VideoSettings settings = smallVideo(VideoContainer::Mkv);
    const std::string file = path("film.mkv");
    writePart(file, settings, kRange, {1, 20});
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4000, 4000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        auto sink = video::openVideoSink(file, settings, kRange, kRange);
        if (!sink) ::_exit(2);
        pushFrames(**sink, settings, kRange);
        const auto problem = (*sink)->finish();
        ::_exit(problem && problem->trouble == base::Trouble::Failure && !problem->advice.empty() ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    const std::vector<video::Segment> missing = {{2, {21, 40}}, {3, {41, 45}}};
    EXPECT_EQ(video::missingSegments(file, settings, kRange), missing);
    EXPECT_FALSE(fs::exists(video::segmentPath(file, missing[0]) + ".part"));
}

TEST_F(VideoFiles, AFullDiskWhileJoiningKeepsTheSegments) {
    const VideoSettings settings = smallVideo(VideoContainer::Mkv);
    const std::string file = path("film.mkv");
    writePart(file, settings, kRange, kRange);
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4000, 4000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto joined = video::muxVideo(file, settings, kRange, {});
        ::_exit(!joined && joined.problems().front().trouble == base::Trouble::Failure ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_FALSE(fs::exists(file));
    EXPECT_FALSE(fs::exists(file + ".part"));
    EXPECT_TRUE(video::missingSegments(file, settings, kRange).empty());
}
