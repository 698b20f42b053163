#include "geo/shapefile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/countries.h"
#include "geo/gdal_scope.h"
#include "small_geodata.h"

namespace geo {
namespace {

// In world/countries.shp: the first record's content begins at 108 with its type, its points at 108 + 48.
constexpr std::size_t kFirstType = 108, kFirstPoints = 156;

class ShapefileTest : public testing::Test {
  protected:
    ShapefileTest() { registerDrivers(); }

    base::Result<ShapeTable> read() const {
        return readShapefile(countryQuery(data.path("world/countries.shp")));
    }

    // The one problem there is: where, and what.
    std::string problem() const {
        const auto result = read();
        if (result) return "no problem";
        EXPECT_EQ(result.problems().size(), 1u);
        const base::Problem& first = result.problems().front();
        EXPECT_EQ(first.severity, base::Severity::Error);
        EXPECT_EQ(first.trouble, base::Trouble::Data);
        EXPECT_FALSE(first.advice.empty());
        return std::filesystem::path(first.file).filename().string() + ": " + first.what;
    }

    // The one warning there is.
    std::string warning() const {
        const auto result = read();
        if (!result) return "an error: " + base::toString(result.problems().front());
        if (result->warnings.size() != 1) return std::to_string(result->warnings.size()) + " warnings";
        EXPECT_EQ(result->warnings[0].severity, base::Severity::Warning);
        EXPECT_EQ(result->warnings[0].file, data.path("world/countries.shp"));
        return result->warnings[0].what;
    }

    SmallGeodata data;
};

TEST_F(ShapefileTest, GivesRingsAndFieldsAsTheyAre) {
    const auto table = read();
    ASSERT_TRUE(table);
    EXPECT_TRUE(table->warnings.empty());
    ASSERT_EQ(table->shapes.size(), 4u);
    ASSERT_EQ(table->parts.size(), 6u);
    EXPECT_EQ(table->shapes[0].values[2].text, "Pays sec");
    EXPECT_EQ(table->shapes[2].values[2].text, "Pays perc\xc3\xa9") << "UTF-8";
    EXPECT_EQ(table->shapes[2].values[6].number, 9);
    EXPECT_EQ(table->shapes[2].values[7].number, 1);
    std::vector<std::uint32_t> counts, owners;
    for (const ShapePart& part : table->parts) {
        counts.push_back(part.count);
        owners.push_back(part.shape);
    }
    EXPECT_EQ(counts, (std::vector<std::uint32_t>{5, 4, 4, 4, 4, 4}));
    EXPECT_EQ(owners, (std::vector<std::uint32_t>{0, 1, 1, 2, 2, 3}));
}

TEST_F(ShapefileTest, NamesTheFileThatIsMissing) {
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj"}) {
        const SmallGeodata whole;
        whole.remove(std::string("world/countries") + extension);
        const auto result = readShapefile(countryQuery(whole.path("world/countries.shp")));
        ASSERT_FALSE(result);
        ASSERT_EQ(result.problems().size(), 1u);
        EXPECT_EQ(result.problems()[0].file, whole.path(std::string("world/countries") + extension));
        EXPECT_EQ(result.problems()[0].what, "the file is missing");
        EXPECT_NE(result.problems()[0].advice.find("geodata/build"), std::string::npos);
    }
}

TEST_F(ShapefileTest, NamesAllFilesThatAreMissingAtOnce) {
    data.remove("world/countries.shx");
    data.remove("world/countries.prj");
    EXPECT_EQ(problem(), "countries.shx: the file is missing, and so is countries.prj");
}

TEST_F(ShapefileTest, DoesNotWriteAMissingIndex) {
    data.remove("world/countries.shx");
    EXPECT_FALSE(read());
    EXPECT_FALSE(std::filesystem::exists(data.path("world/countries.shx")));
}

TEST_F(ShapefileTest, NoticesTruncatedFiles) {
    const std::size_t size = data.read("world/countries.shp").size();
    data.truncate("world/countries.shp", 700);
    EXPECT_EQ(problem(), "countries.shp: the file is damaged: its header tells of " + std::to_string(size) +
                             " bytes, it has 700");
    data.truncate("world/countries.shp", 50);
    EXPECT_EQ(problem(), "countries.shp: this is no shapefile");
    data.truncate("world/countries.shp", 0);
    EXPECT_EQ(problem(), "countries.shp: this is no shapefile");
}

TEST_F(ShapefileTest, NoticesATruncatedIndexAndATruncatedTable) {
    data.truncate("world/countries.dbf", 400);
    EXPECT_EQ(problem(),
              "countries.dbf: the file is damaged: its header tells of 4 rows, but it ends before the last");
    data.truncate("world/countries.dbf", 10);
    EXPECT_EQ(problem(), "countries.dbf: this is no dBASE table");
    data.truncate("world/countries.shx", 120);
    EXPECT_EQ(problem(), "countries.shx: the file is damaged: its header tells of 132 bytes, it has 120");
}

TEST_F(ShapefileTest, NoticesATableOfAnotherFile) {
    data.write("world/countries.dbf", data.read("sahel/countries.dbf"));
    EXPECT_EQ(problem(), "countries.dbf: the file has 1 rows, but countries.shx has 4 shapes");
}

TEST_F(ShapefileTest, NoticesOtherCoordinateSystems) {
    for (const char* prj :
         {"", "nonsense",
          "GEOGCS[\"GCS_North_American_1927\",DATUM[\"D_North_American_1927\",SPHEROID["
          "\"Clarke_1866\",6378206.4,294.9786982]],PRIMEM[\"Greenwich\",0.0],"
          "UNIT[\"Degree\",0.0174532925199433]]",
          "PROJCS[\"Mercator\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\","
          "6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          "PROJECTION[\"Mercator\"],UNIT[\"Meter\",1.0]]"}) {
        data.write("world/countries.prj", std::string(prj));
        EXPECT_EQ(problem(),
                  "countries.prj: the coordinates are not longitude and latitude on WGS 84 (EPSG:4326)");
    }
}

TEST_F(ShapefileTest, NamesAFieldThatIsMissing) {
    auto table = data.read("world/countries.dbf");
    table[32 + 32 + 1] = 'Z';  // A3 becomes AZ
    data.write("world/countries.dbf", table);
    EXPECT_EQ(problem(), "countries.shp: the table has no field A3");
}

TEST_F(ShapefileTest, NoticesLinesWhereAreasAreAsked) {
    const auto result = readShapefile({data.path("borders.shp"), ShapeKind::Areas, {}, {}});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.problems()[0].what, "it holds no areas");
    EXPECT_FALSE(readShapefile({data.path("lakes.shp"), ShapeKind::Lines, {}, {}}));
}

TEST_F(ShapefileTest, LeavesOutAFeatureWithoutGeometry) {
    auto bytes = data.read("world/countries.shp");
    bytes[kFirstType] = 0;
    data.write("world/countries.shp", bytes);
    EXPECT_EQ(warning(), "feature 0 is left out: it has no geometry");
    EXPECT_EQ(read()->shapes.size(), 3u);
}

TEST_F(ShapefileTest, LeavesOutAFeatureWithANumberThatIsNone) {
    for (const double value : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        data.writeDouble("world/countries.shp", kFirstPoints + 16, value);
        EXPECT_EQ(warning(), "feature 0 is left out: it has a coordinate that is not a number");
        EXPECT_EQ(read()->shapes.size(), 3u);
    }
}

TEST_F(ShapefileTest, LeavesOutAFeatureOutsideOfTheGlobe) {
    data.writeDouble("world/countries.shp", kFirstPoints + 16, 1e300);
    EXPECT_EQ(warning(), "feature 0 is left out: it reaches outside of the globe");
    data.writeDouble("world/countries.shp", kFirstPoints + 16, 10);
    data.writeDouble("world/countries.shp", kFirstPoints + 24, -91);
    EXPECT_EQ(warning(), "feature 0 is left out: it reaches outside of the globe");
}

TEST_F(ShapefileTest, LeavesOutARingOfTooFewPoints) {
    for (std::size_t i = 0; i < 12; ++i) data.writeDouble("world/countries.shp", kFirstPoints + 8 * i, 10);
    EXPECT_EQ(warning(), "feature 0 is left out: it has a ring of fewer than 3 points");
}

TEST_F(ShapefileTest, LeavesOutAFeatureThatPointsOutsideOfTheFile) {
    auto index = data.read("world/countries.shx");
    index[100] = 0x7f;  // the first record's offset
    data.write("world/countries.shx", index);
    EXPECT_EQ(warning().substr(0, 41), "feature 0 is left out: it cannot be read:");
}

TEST_F(ShapefileTest, SaysLittleAboutManyBadFeatures) {
    auto index = data.read("world/countries.shx");
    const auto result = [&] {
        for (std::size_t i = 0; i < 4; ++i) index[100 + 8 * i] = 0x7f;
        data.write("world/countries.shx", index);
        return read();
    }();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->shapes.size(), 0u);
    EXPECT_EQ(result->warnings.size(), 4u);
}

TEST_F(ShapefileTest, SurvivesFilesCutAnywhere) {
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        const std::string name = std::string("world/countries") + extension;
        const auto whole = data.read(name);
        for (std::size_t size = 0; size < whole.size(); size += 3) {
            data.write(name, std::vector<unsigned char>(whole.begin(),
                                                        whole.begin() + static_cast<std::ptrdiff_t>(size)));
            const auto result = read();
            EXPECT_TRUE(result || result.problems().size() == 1) << name << " " << size;
        }
        data.write(name, whole);
    }
}

TEST_F(ShapefileTest, SurvivesAFileCutWithAHeaderThatAgrees) {
    const auto whole = data.read("world/countries.shp");
    for (std::size_t size = 100; size < whole.size(); size += 2) {
        std::vector<unsigned char> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        cut[26] = static_cast<unsigned char>(size / 2 >> 8);
        cut[27] = static_cast<unsigned char>(size / 2);
        data.write("world/countries.shp", cut);
        const auto result = read();
        ASSERT_TRUE(result) << size;
        EXPECT_FALSE(result->warnings.empty()) << size;
    }
}

TEST_F(ShapefileTest, SurvivesAnyByteChanged) {
    std::uint32_t state = 7;
    const auto random = [&] { return state = state * 1664525 + 1013904223, state >> 8; };
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj"}) {
        const std::string name = std::string("world/countries") + extension;
        const auto whole = data.read(name);
        for (int i = 0; i < 300; ++i) {
            auto changed = whole;
            for (int j = 0; j < 1 + i % 4; ++j)
                changed[random() % changed.size()] = static_cast<unsigned char>(random());
            data.write(name, changed);
            const auto result = read();
            EXPECT_TRUE(result || result.problems().size() == 1) << name << " " << i;
        }
        data.write(name, whole);
    }
}

}  // namespace
}  // namespace geo
