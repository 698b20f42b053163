#include "video/frame_pattern.h"

#include <gtest/gtest.h>

using video::parsePattern;

TEST(FramePatternTest, AFolderAndEveryPatternNameTheirFrames) {
    const struct {
        const char* out;
        std::int64_t last;
        std::int64_t frame;
        const char* path;
    } rows[] = {{"out", 90, 7, "out/0007.png"},
                {"out/", 90, 7, "out/0007.png"},
                {"out", 123456, 7, "out/000007.png"},
                {"out/a####.png", 90, 7, "out/a0007.png"},
                {"out/a######.png", 90, 7, "out/a000007.png"},
                {"out/a%05d.png", 90, 7, "out/a00007.png"},
                {"a%d.png", 90, 7, "a0007.png"},
                {"out/a.{frame}.png", 90, 7, "out/a.0007.png"},
                {"100%d#/a##.png", 90, 7, "100%d#/a07.png"},
                {"100%/out/", 90, 7, "100%/out/0007.png"}};
    for (const auto& row : rows) {
        const auto pattern = parsePattern(row.out, row.last);
        ASSERT_TRUE(pattern.ok()) << row.out;
        EXPECT_EQ(pattern->path(row.frame), row.path);
    }
}

TEST(FramePatternTest, ThePaddingIsThatOfTheWholeFilm) {
    const auto pattern = parsePattern("out", 20000);
    EXPECT_EQ(pattern->path(1), "out/00001.png");
    EXPECT_EQ(pattern->path(20000), "out/20000.png");
}

TEST(FramePatternTest, BrokenPatternsAreUsage) {
    for (const char* out : {"", "a.png", "a%x.png", "a##.jpg", "a####", "a##.png", "a.gif", "out/film.M4V"}) {
        const auto pattern = parsePattern(out, 100);
        ASSERT_FALSE(pattern.ok()) << out;
        EXPECT_EQ(pattern.problems()[0].trouble, base::Trouble::Usage);
        EXPECT_FALSE(pattern.problems()[0].advice.empty());
    }
}

TEST(FramePatternTest, TheFolderIsKnown) {
    EXPECT_EQ(parsePattern("out/x/a####.png", 9)->folder(), "out/x");
    EXPECT_EQ(parsePattern("a####.png", 9)->folder(), ".");
    EXPECT_EQ(parsePattern("out", 9)->folder(), "out");
}
