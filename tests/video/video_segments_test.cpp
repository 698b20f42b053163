#include "video/video_segments.h"

#include <gtest/gtest.h>

using video::FrameRange;
using video::Segment;

TEST(VideoSegments, AreTenSecondsLong) {
    EXPECT_EQ(video::segmentLength({30, 1}), 300);
    EXPECT_EQ(video::segmentLength({24000, 1001}), 240);
    EXPECT_EQ(video::segmentLength({30000, 1001}), 300);
    EXPECT_EQ(video::segmentLength({1, 1}), 10);
}

TEST(VideoSegments, EveryRangeIsCutAtTheSameFrames) {
    const std::vector<Segment> whole = {{1, {1, 300}}, {2, {301, 600}}, {3, {601, 610}}};
    EXPECT_EQ(video::segmentsOf({1, 610}, {30, 1}), whole);
    const std::vector<Segment> part = {{1, {250, 300}}, {2, {301, 301}}};
    EXPECT_EQ(video::segmentsOf({250, 301}, {30, 1}), part);
    EXPECT_TRUE(video::segmentsOf({5, 4}, {30, 1}).empty());
}

TEST(VideoSegments, ShardsAreWholeSegmentsAndTogetherTheWhole) {
    for (const int shards : {1, 2, 3, 7, 50}) {
        std::int64_t next = 100;
        for (int i = 1; i <= shards; ++i) {
            const FrameRange part = video::segmentRangeOfShard({100, 2000}, {30, 1}, i, shards);
            if (part.count() == 0) continue;
            EXPECT_EQ(part.first, next);
            EXPECT_TRUE(part.last == 2000 || part.last % 300 == 0);
            next = part.last + 1;
        }
        EXPECT_EQ(next, 2001) << shards;
    }
}

TEST(VideoSegments, FileNamesSortInTheOrderOfTheFilm) {
    EXPECT_EQ(video::segmentPath("out/film.mp4", {7, {}}), "out/film.mp4.parts/segment-000007.packets");
    EXPECT_EQ(video::segmentPath("a.mov", {1234567, {}}), "a.mov.parts/segment-1234567.packets");
}

TEST(VideoSegments, MissingFramesAreNamedInRuns) {
    EXPECT_EQ(video::framesText({{1, {1, 300}}, {2, {301, 600}}, {4, {901, 950}}}), "1-600, 901-950");
}
