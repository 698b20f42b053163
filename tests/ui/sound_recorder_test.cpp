// The sound of a take: its file's head, and a machine without a microphone.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "temporary_path.h"
#include "ui/sound_recorder.h"

TEST(SoundRecorder, TheHeadSaysHowLongItIs) {
    const std::string head = ui::wavHead(0x010203);
    ASSERT_EQ(head.size(), 44U);
    EXPECT_EQ(head.substr(0, 4), "RIFF");
    EXPECT_EQ(head.substr(8, 8), "WAVEfmt ");
    EXPECT_EQ(head.substr(24, 4), std::string("\x80\xbb\0\0", 4));  // 48,000
    EXPECT_EQ(head.substr(36, 4), "data");
    EXPECT_EQ(head.substr(40, 4), std::string("\x06\x04\x02\0", 4));
    EXPECT_EQ(head.substr(4, 4), std::string("\x2a\x04\x02\0", 4));
}

TEST(SoundRecorder, WithoutAMicrophoneNoFileIsLeft) {
    const std::string path = temporaryPath("none.wav");
    ::setenv("SDL_AUDIODRIVER", "no such driver", 1);
    {
        auto sound = ui::SoundRecorder::make(path, true);
        ASSERT_TRUE(sound.ok());
        EXPECT_FALSE(sound->begin());
        sound->pass(5);
        EXPECT_FALSE(ui::SoundRecorder::make(path, false).ok());
    }
    ::unsetenv("SDL_AUDIODRIVER");
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(SoundRecorder, AFileThatIsFullEndsIt) {
    const std::string path = temporaryPath("full.wav");
    ::setenv("SDL_AUDIODRIVER", "dummy", 1);
    {
        auto sound = ui::SoundRecorder::make(path, true);
        ASSERT_TRUE(sound.ok());
        ASSERT_TRUE(sound->begin());
        sound->pass(12 * 3600.0);
        EXPECT_FALSE(sound->isFull());
        sound->pass(3600);
        EXPECT_TRUE(sound->isFull());
        sound->pass(3600);
    }
    ::unsetenv("SDL_AUDIODRIVER");
    // All but its last sample is a hole, which takes no place on the disk.
    EXPECT_EQ(std::filesystem::file_size(path), 0x100000000U - 2);
    EXPECT_EQ(std::filesystem::remove(path), true);
}
