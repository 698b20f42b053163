#include "video/whole_file.h"

#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "temporary_path.h"
#include "video/file_lock.h"

namespace {

namespace fs = std::filesystem;

std::string contentOf(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

base::Result<base::Done> write(const std::string& path, const std::string& text) {
    return video::writeWhole(path, {text.begin(), text.end()});
}

class Files : public testing::Test {
  protected:
    void SetUp() override { fs::create_directories(m_folder); }
    void TearDown() override { fs::remove_all(m_folder); }
    std::string path(const std::string& name) const { return m_folder + "/" + name; }

  private:
    const std::string m_folder = temporaryPath("whole-file");
};

}  // namespace

TEST_F(Files, APartThatIsASecondNameOfAFinishedFrameLeavesTheFrameAlone) {
    ASSERT_TRUE(write(path("0122.png"), "a whole frame"));
    // As a kill between linking and renaming leaves it.
    fs::create_hard_link(path("0122.png"), path("0123.png.part"));
    ASSERT_TRUE(write(path("0123.png"), "another"));
    EXPECT_EQ(contentOf(path("0122.png")), "a whole frame");
    EXPECT_EQ(contentOf(path("0123.png")), "another");
    EXPECT_FALSE(fs::exists(path("0123.png.part")));
}

TEST_F(Files, APartThatWasLeftIsWrittenAnew) {
    std::ofstream(path("a.part")) << "longer than what comes now";
    ASSERT_TRUE(write(path("a"), "short"));
    EXPECT_EQ(contentOf(path("a")), "short");
}

TEST_F(Files, WhatAnotherOneWritesIsLeftToIt) {
    video::WholeFile first(path("a"));
    video::WholeFile second(path("a"));
    ASSERT_TRUE(second.problem());
    EXPECT_NE(second.problem()->what.find("another export"), std::string::npos);
    first.write(reinterpret_cast<const std::uint8_t*>("first"), 5);
    EXPECT_FALSE(second.finish());
    ASSERT_TRUE(first.finish());
    EXPECT_EQ(contentOf(path("a")), "first");
}

TEST_F(Files, ALockIsHeldByOneAtATime) {
    video::FileLock first, second;
    ASSERT_TRUE(first.take(path("lock"), "held"));
    const auto refused = second.take(path("lock"), "somebody works", 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().front().what, "somebody works");
    first.release();
    EXPECT_TRUE(second.take(path("lock"), "held", 0));
    second.release();
    EXPECT_FALSE(fs::exists(path("lock")));
}

TEST_F(Files, ALockWhoseFileWasRemovedKeepsNobodyOut) {
    video::FileLock first, second, third;
    ASSERT_TRUE(first.take(path("lock"), "held"));
    fs::remove(path("lock"));
    ASSERT_TRUE(second.take(path("lock"), "held", 0));
    EXPECT_FALSE(third.take(path("lock"), "held", 0)) << "the new file is the lock now";
    first.release();
    EXPECT_FALSE(third.take(path("lock"), "held", 0)) << "and stays when the old one is given back";
}

TEST_F(Files, ALockThatCannotBeMadeIsAnotherFailure) {
    video::FileLock lock;
    const auto taken = lock.take(path("no/such/folder/lock"), "somebody works", 0);
    ASSERT_FALSE(taken);
    EXPECT_NE(taken.problems().front().what.find("cannot be made"), std::string::npos);
}
