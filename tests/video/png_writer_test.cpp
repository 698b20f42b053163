#include "video/png_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;

base::Image gradient(int width, int height, std::uint8_t alpha) {
    base::Image image{width, height, 4, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (const int v : {x * 5, y * 3, x * y}) image.bytes.push_back(static_cast<std::uint8_t>(v));
            image.bytes.push_back(alpha);
        }
    }
    return image;
}

class PngWriter : public testing::Test {
  protected:
    PngWriter() : m_folder(fs::temp_directory_path() / ("harmattan-png-" + std::to_string(::getpid()))) {
        fs::create_directories(m_folder);
    }
    ~PngWriter() override { fs::remove_all(m_folder); }
    std::string path(const std::string& name) const { return (m_folder / name).string(); }

  private:
    fs::path m_folder;
};

}  // namespace

TEST_F(PngWriter, WhatIsWrittenIsReadBack) {
    for (const std::uint8_t alpha : {255, 100}) {
        for (const auto& [w, h] : {std::pair{1, 1}, {7, 5}, {640, 3}, {3, 640}}) {
            const base::Image image = gradient(w, h, alpha);
            ASSERT_TRUE(video::writeWhole(path("a.png"), video::encodePng(image)).ok());
            const auto back = base::readImage(path("a.png"));
            ASSERT_TRUE(back.ok());
            EXPECT_EQ(*back, image) << w << "x" << h;
        }
    }
}

TEST_F(PngWriter, OpaquePicturesHaveNoAlphaChannel) {
    EXPECT_EQ(video::encodePng(gradient(4, 4, 255))[25], 2);  // colour type: RGB
    EXPECT_EQ(video::encodePng(gradient(4, 4, 254))[25], 6);  // RGBA
}

TEST_F(PngWriter, TheSameImageGivesTheSameBytes) {
    EXPECT_EQ(video::encodePng(gradient(33, 21, 255)), video::encodePng(gradient(33, 21, 255)));
}

TEST_F(PngWriter, ASequenceGivesTheBytesOfEachImageByItself) {
    // What is kept from one image to the next must not be seen in the file.
    video::Workers workers(3);
    video::PngEncoder sequence(workers, video::PngColor::Rgb, {});
    base::Image image = gradient(700, 300, 255);
    const auto bytesOf = [](const video::PngPieces& pieces) {
        std::vector<std::uint8_t> all;
        for (const auto& piece : pieces) all.insert(all.end(), piece->begin(), piece->end());
        return all;
    };
    for (const std::size_t changed : {0u, 5u, 700u * 4u * 46u, 700u * 4u * 46u - 4u, 700u * 4u * 299u}) {
        image.bytes[changed] ^= 1;
        const auto pieces = sequence.encode(std::make_shared<const base::Image>(image));
        EXPECT_EQ(bytesOf(pieces), video::encodePng(image)) << changed;
    }
    const std::size_t before = sequence.packedStrips();
    sequence.encode(std::make_shared<const base::Image>(image));
    EXPECT_EQ(sequence.packedStrips(), before) << "an image like the last is packed again";
    image.bytes[700 * 4 * 150] ^= 1;
    sequence.encode(std::make_shared<const base::Image>(image));
    EXPECT_LE(sequence.packedStrips(), before + 2);
}

TEST_F(PngWriter, CarriesTextsAndTheColourSpace) {
    const auto bytes = video::encodePng(gradient(4, 4, 255), {{"Title", "Été au Sahel"}});
    const std::string file(bytes.begin(), bytes.end());
    EXPECT_NE(file.find(std::string("iTXtTitle\0\0\0\0\0Été au Sahel", 26)), std::string::npos);
    EXPECT_NE(file.find("sRGB"), std::string::npos);
    EXPECT_LT(file.find("sRGB"), file.find("IDAT"));
}

TEST_F(PngWriter, AFullDiskLeavesNothingBehind) {
    fs::create_symlink("/dev/full", path("a.png.part"));
    const auto result = video::writeWhole(path("a.png"), video::encodePng(gradient(64, 64, 255)));
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.problems()[0].trouble, base::Trouble::Failure);
    EXPECT_NE(result.problems()[0].what.find("No space left"), std::string::npos);
    EXPECT_FALSE(fs::exists(path("a.png")));
    EXPECT_FALSE(fs::is_symlink(path("a.png.part")));
}

TEST_F(PngWriter, AMissingFolderIsAFailure) {
    const auto result = video::writeWhole(path("no/such/a.png"), {1, 2, 3});
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.problems()[0].file, path("no/such/a.png"));
}
