#include "base/media_ending.h"

#include <gtest/gtest.h>

TEST(MediaEnding, KindsThatAreNotMadeAreKnownInAnyCase) {
    EXPECT_EQ(base::foreignMediaEnding("out/film.m4v"), ".m4v");
    EXPECT_EQ(base::foreignMediaEnding("film.GIF"), ".GIF");
    EXPECT_EQ(base::foreignMediaEnding("film.mp4.ts"), ".ts");
}

TEST(MediaEnding, VideosThatAreMadeAndFoldersAreNotForeign) {
    for (const char* path : {"film.mp4", "film.MOV", "out/v1.2", "out", "film.avi/", "film.avi/out", "ts",
                             ".ts", "", "out/####.png"})
        EXPECT_EQ(base::foreignMediaEnding(path), "") << path;
}
