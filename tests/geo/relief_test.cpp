#include "geo/relief.h"

#include <gtest/gtest.h>

#include "geo/gdal_scope.h"
#include "small_geodata.h"

namespace geo {
namespace {

class ReliefTest : public testing::Test {
  protected:
    ReliefTest() { registerDrivers(); }

    std::string warning(const std::string& path) const {
        const auto result = readRelief(path);
        if (result) return "none";
        EXPECT_EQ(result.problems().size(), 1u);
        EXPECT_EQ(result.problems()[0].severity, base::Severity::Warning);
        EXPECT_EQ(result.problems()[0].file, path);
        return result.problems()[0].what;
    }

    SmallGeodata data;
};

TEST_F(ReliefTest, IsReadWithItsPlaceOnTheGlobe) {
    const auto relief = readRelief(data.path("relief_sahel.tif"));
    ASSERT_TRUE(relief);
    EXPECT_EQ(relief->shade.width, 12);
    EXPECT_EQ(relief->shade.height, 6);
    EXPECT_EQ(relief->shade.channels, 1);
    ASSERT_EQ(relief->shade.bytes.size(), 72u);
    EXPECT_EQ(relief->shade.bytes[0], 100) << "north west";
    EXPECT_EQ(relief->shade.bytes[71], 116) << "south east";
    EXPECT_EQ(relief->west, -20);
    EXPECT_EQ(relief->south, 0);
    EXPECT_EQ(relief->east, 40);
    EXPECT_EQ(relief->north, 30);
}

TEST_F(ReliefTest, IsAWarningWhenItIsMissing) {
    EXPECT_EQ(warning(data.path("nothing.tif")), "the file is missing, the map has no relief there");
}

TEST_F(ReliefTest, IsAWarningWhenItIsNoGeoTiff) {
    data.write("relief_sahel.tif", std::string("not a raster"));
    EXPECT_EQ(warning(data.path("relief_sahel.tif")).substr(0, 17), "it cannot be read");
    EXPECT_EQ(warning(data.path("lakes.shp")).substr(0, 17), "it cannot be read");
}

TEST_F(ReliefTest, SurvivesAFileCutAnywhere) {
    const std::size_t size = data.read("relief_sahel.tif").size();
    for (std::size_t cut = size; cut-- > 0;) {
        data.truncate("relief_sahel.tif", cut);
        const auto result = readRelief(data.path("relief_sahel.tif"));
        EXPECT_TRUE(result || result.problems().size() == 1) << cut;
    }
}

TEST_F(ReliefTest, SurvivesAnyByteChanged) {
    const auto whole = data.read("relief_sahel.tif");
    std::uint32_t state = 11;
    const auto random = [&] { return state = state * 1664525 + 1013904223, state >> 8; };
    for (int i = 0; i < 400; ++i) {
        auto changed = whole;
        changed[random() % changed.size()] = static_cast<unsigned char>(random());
        data.write("relief_sahel.tif", changed);
        const auto result = readRelief(data.path("relief_sahel.tif"));
        EXPECT_TRUE(result || result.problems().size() == 1) << i;
    }
}

}  // namespace
}  // namespace geo
