#include "base/file.h"

#include <gtest/gtest.h>

#include "temporary_path.h"

#include <filesystem>
#include <fstream>

namespace base {
namespace {

std::string written(const std::string& name, const std::string& bytes) {
    const auto path = std::filesystem::path(temporaryPath(name));
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
}

TEST(ReadFile, GivesEveryByte) {
    const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200'000, 'x');
    EXPECT_EQ(*readFile(written("file-bytes", bytes), 1 << 20), bytes);
    EXPECT_EQ(*readFile(written("file-empty", ""), 0), "");
}

TEST(ReadFile, TakesAFileOfExactlyTheLimit) {
    const std::string path = written("file-limit", std::string(1 << 20, 'x'));
    EXPECT_TRUE(readFile(path, 1 << 20));
    const auto tooLarge = readFile(path, (1 << 20) - 1);
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.problems()[0].trouble, Trouble::Data);
}

TEST(ReadFile, SaysWhyItCannot) {
    const auto missing = readFile("/nowhere/a.toml", 100);
    ASSERT_FALSE(missing);
    EXPECT_EQ(toString(missing.problems()[0]),
              "/nowhere/a.toml: the file cannot be read: No such file or directory; check the path");
    EXPECT_EQ(missing.problems()[0].trouble, Trouble::Failure);
    const auto folder = readFile("/", 100);
    ASSERT_FALSE(folder);
    EXPECT_EQ(toString(folder.problems()[0]), "/: the file cannot be read: Is a directory; check the path");
}

}  // namespace
}  // namespace base
