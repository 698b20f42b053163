#include "base/image.h"

#include <gtest/gtest.h>

#include "temporary_path.h"

#include <filesystem>
#include <fstream>

namespace base {
namespace {

// A PNG of 2 x 1 pixels: red, and green at half alpha.
constexpr unsigned char kTwoPixels[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
    0x52, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0xf4,
    0x22, 0x7f, 0x8a, 0x00, 0x00, 0x00, 0x0f, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0xf8,
    0xcf, 0xc0, 0xf0, 0x1f, 0x08, 0x1b, 0x00, 0x10, 0x79, 0x03, 0x7e, 0xc4, 0x18, 0x72, 0x90,
    0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

/// A file that is there while the test runs.
class TemporaryFile {
  public:
    TemporaryFile(const std::string& name, const unsigned char* bytes, std::size_t size)
        : m_path(std::filesystem::path(temporaryPath(name))) {
        std::ofstream(m_path, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes), static_cast<long>(size));
    }
    ~TemporaryFile() { std::filesystem::remove(m_path); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    std::string path() const { return m_path.string(); }

  private:
    std::filesystem::path m_path;
};

TEST(ReadImage, ReadsPixelsWithStraightAlphaFromTheTop) {
    const TemporaryFile file("two-pixels.png", kTwoPixels, sizeof kTwoPixels);
    const auto image = readImage(file.path());
    ASSERT_TRUE(image);
    EXPECT_EQ(*image, (Image{2, 1, 4, {255, 0, 0, 255, 0, 255, 0, 128}}));
}

TEST(ReadImage, GivesTheChannelsAskedFor) {
    const TemporaryFile file("two-pixels-rgb.png", kTwoPixels, sizeof kTwoPixels);
    EXPECT_EQ(readImage(file.path(), 3)->bytes, (std::vector<std::uint8_t>{255, 0, 0, 0, 255, 0}));
}

TEST(ReadImage, SaysThatAFileIsMissing) {
    const auto image = readImage("/nowhere/a.png");
    ASSERT_FALSE(image);
    EXPECT_EQ(toString(image.problems()[0]),
              "/nowhere/a.png: the file cannot be read: No such file or directory; check the path");
    EXPECT_EQ(image.problems()[0].trouble, Trouble::Failure);
}

TEST(ReadImage, SaysThatAFileIsNoPicture) {
    const TemporaryFile text("text.png", reinterpret_cast<const unsigned char*>("hello"), 5);
    EXPECT_FALSE(readImage(text.path()));
    const TemporaryFile empty("empty.png", kTwoPixels, 0);
    EXPECT_FALSE(readImage(empty.path()));
    EXPECT_FALSE(readImage(testing::TempDir()));
}

TEST(ReadImage, RefusesEveryBeginningOfAPicture) {
    for (std::size_t size = 0; size + 20 < sizeof kTwoPixels; ++size) {
        const TemporaryFile file("cut.png", kTwoPixels, size);
        EXPECT_FALSE(readImage(file.path())) << size;
    }
}

TEST(EncodeJpeg, GivesNearlyTheSamePixelsBackAndTheSameBytesAgain) {
    Image image{64, 32, 4, {}};
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            for (const int v : {40 + 2 * x, 60 + 3 * y, 90, 255})
                image.bytes.push_back(static_cast<std::uint8_t>(v));
        }
    }
    const std::vector<std::uint8_t> jpeg = encodeJpeg(image, 90);
    EXPECT_EQ(jpeg, encodeJpeg(image, 90));
    ASSERT_GT(jpeg.size(), 100u);
    EXPECT_EQ(jpeg[0], 0xff);
    EXPECT_EQ(jpeg[1], 0xd8);
    const TemporaryFile file("encoded.jpg", jpeg.data(), jpeg.size());
    const auto back = readImage(file.path());
    ASSERT_TRUE(back);
    const ImageDifference difference = compare(image, *back);
    EXPECT_TRUE(difference.sameSize);
    EXPECT_LT(difference.mean, 2.0);
}

TEST(Compare, FindsTheWorstAndTheMeanDifference) {
    const Image a = {2, 1, 2, {0, 10, 255, 4}}, b = {2, 1, 2, {0, 13, 250, 4}};
    const auto difference = compare(a, b);
    EXPECT_TRUE(difference.sameSize);
    EXPECT_EQ(difference.worst, 5);
    EXPECT_EQ(difference.mean, 2);
    EXPECT_EQ(compare(b, a).worst, 5);
    EXPECT_EQ(compare(a, a).worst, 0);
}

TEST(Compare, SaysWhenTheSizesDiffer) {
    const Image wide = {2, 1, 1, {1, 2}}, high = {1, 2, 1, {1, 2}};
    EXPECT_FALSE(compare(wide, high).sameSize);
}

TEST(Hash, DependsOnSizeAndBytes) {
    const Image wide = {2, 1, 1, {1, 2}}, high = {1, 2, 1, {1, 2}}, other = {2, 1, 1, {1, 3}};
    EXPECT_EQ(hashOf(wide), hashOf(Image(wide)));
    EXPECT_NE(hashOf(wide), hashOf(high));
    EXPECT_NE(hashOf(wide), hashOf(other));
}

TEST(Hash, IsTheSameOnEveryMachine) {
    EXPECT_EQ(hashOf({1, 1, 4, {10, 20, 30, 255}}), 9938611775108643876u);
}

}  // namespace
}  // namespace base
