#include "geo/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/great_circle.h"
#include "plane_layers.h"
#include "small_geodata.h"

namespace geo {
namespace {

const char* const kSahel = "+proj=laea +lat_0=24 +lon_0=9";

Projection projectionOf(const std::string& definition) {
    auto projection = Projection::make(definition);
    EXPECT_TRUE(projection) << definition;
    return std::move(*projection);
}

World loaded(const std::string& definition, const std::string& folder = smallGeodata()) {
    auto world = loadWorld(folder, projectionOf(definition));
    if (!world) {
        for (const base::Problem& problem : world.problems()) ADD_FAILURE() << base::toString(problem);
        std::abort();
    }
    return std::move(*world);
}

bool isLand(const World& world, base::LonLat at) {
    const auto p = world.projection.forward(at);
    return p && isFilled(world.land, *p);
}

TEST(World, HasEveryLayerOfItsFolder) {
    const World world = loaded(kSahel);
    EXPECT_EQ(world.layers,
              (std::vector<std::string>{"admin1", "borders", "countries", "lakes", "relief", "rivers"}));
    EXPECT_TRUE(world.warnings.empty());
    EXPECT_EQ(world.land.rings.size(), 7u);
    EXPECT_EQ(world.lakes.rings.size(), 1u);
    EXPECT_EQ(world.reliefs.size(), 2u);
}

TEST(World, SortsItsCountriesByCode) {
    const World world = loaded(kSahel);
    ASSERT_EQ(world.countries.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(world.countries[i].a3, std::string(3, static_cast<char>('A' + i)));
    EXPECT_EQ(world.countryIndex("CCC"), 2);
    EXPECT_EQ(world.countryIndex("ZZZ"), -1);
    EXPECT_EQ(world.countries[0].name.in("fr"), "Pays c\xc3\xb4tier");
    EXPECT_EQ(world.countries[0].name.in("en"), "Coast land");
    EXPECT_EQ(world.countries[0].label, (base::LonLat{5, 15}));
    EXPECT_EQ(world.countries[0].rank, 1);
    EXPECT_EQ(world.countries[3].rank, 6) << "9 in the file, 6 is the least important";
    EXPECT_FALSE(world.countries[0].disputed);
    EXPECT_TRUE(world.countries[3].disputed);
}

TEST(World, KnowsWhatEachLineIs) {
    const World world = loaded(kSahel);
    for (const LineLevel& level : world.borders.levels) {
        ASSERT_EQ(level.lines.size(), 4u);
        EXPECT_EQ(level.lines[0].kind, LineKind::Border);
        EXPECT_EQ(level.lines[0].left, 0);
        EXPECT_EQ(level.lines[0].right, 1);
        EXPECT_EQ(level.lines[1].kind, LineKind::Coast);
        EXPECT_EQ(level.lines[1].right, -1);
        EXPECT_EQ(level.lines[2].kind, LineKind::Disputed);
        EXPECT_EQ(level.lines[2].right, -1) << "no country has that code";
    }
    EXPECT_EQ(world.admin1.levels[0].lines[0].kind, LineKind::Admin);
    EXPECT_EQ(world.admin1.levels[0].lines[0].left, 0);
    const auto& rivers = world.rivers.levels[0].lines;
    ASSERT_EQ(rivers.size(), 3u);
    EXPECT_EQ(rivers[0].toKm, 4000) << "by its weight, 1";
    EXPECT_EQ(rivers[1].toKm, 120) << "9 in the file: the least weight";
    EXPECT_EQ(rivers[2].kind, LineKind::LakeShore);
}

TEST(World, JoinsNeighboursFromBothFilesWithoutASeam) {
    const World world = loaded(kSahel);
    const auto a = edgesOf(world, "AAA"), b = edgesOf(world, "BBB");
    std::vector<Edge> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    EXPECT_EQ(shared.size(), 20u) << "10 degrees of border in steps of half a degree";
    const LineLevel& borders = world.borders.levels[0];
    for (std::uint32_t i = borders.lines[0].first; i + 1 < borders.lines[0].first + borders.lines[0].count;
         ++i) {
        EXPECT_TRUE(a.contains(edgeBetween(borders.points[i], borders.points[i + 1])));
    }
}

// Filled or not: what no projection may change.
const std::vector<base::LonLat> kOnLand = {{6, 13},       {15, 15},  {175, 65},  {-175, 65}, {179.9, 61},
                                           {-179.9, 61},  {32, 2},   {38, 8},    {0, -84},   {179.5, -84},
                                           {-179.5, -84}, {90, -82}, {-120, -81}};
const std::vector<base::LonLat> kOnWater = {{-5, 15}, {25, 15},  {165, 65}, {-165, 65}, {180, 55},
                                            {35, 5},  {0, -78},  {179, 0},  {-179, 0},  {-20, 5},
                                            {60, 30}, {60, -40}, {-100, 40}};

class LandEverywhere : public testing::TestWithParam<const char*> {};

TEST_P(LandEverywhere, IsFilledAndWaterIsNot) {
    const World world = loaded(GetParam());
    for (const base::LonLat at : kOnLand) EXPECT_TRUE(isLand(world, at)) << at.lon << " " << at.lat;
    for (const base::LonLat at : kOnWater) EXPECT_FALSE(isLand(world, at)) << at.lon << " " << at.lat;
}

// The last four are cut through land or have their antipode in a country.
INSTANTIATE_TEST_SUITE_P(Projections, LandEverywhere,
                         testing::Values("+proj=laea +lat_0=24 +lon_0=9", "EPSG:3857", "+proj=robin",
                                         "+proj=moll", "+proj=eqc +lat_ts=15 +lon_0=9",
                                         "+proj=laea +lat_0=90", "+proj=merc +lon_0=-175",
                                         "+proj=robin +lon_0=-174.6", "+proj=merc +lon_0=-5.3",
                                         "+proj=merc +lon_0=174d59'59.99999999\"W",
                                         "+proj=laea +lat_0=-14.7 +lon_0=-175.2"));

class LandToTheHorizon : public testing::TestWithParam<const char*> {};

TEST_P(LandToTheHorizon, IsFilledWhereItIsSeen) {
    const World world = loaded(GetParam());
    const Horizon horizon = *world.projection.horizon();
    int seen = 0;
    const auto isSeen = [&](base::LonLat at) { return distanceKm(horizon.center, at) < horizon.km - 5; };
    for (const auto& [points, land] : {std::pair(kOnLand, true), std::pair(kOnWater, false)}) {
        for (const base::LonLat at : points) {
            if (!isSeen(at)) continue;
            ++seen;
            EXPECT_EQ(isLand(world, at), land) << at.lon << " " << at.lat;
        }
    }
    EXPECT_GT(seen, 2);
}

// The horizon cuts through land, land lies all round it, or the antipode is on land.
INSTANTIATE_TEST_SUITE_P(
    Projections, LandToTheHorizon,
    testing::Values("+proj=ortho +lat_0=15", "+proj=ortho +lat_0=15 +lon_0=94",
                    "+proj=ortho +lat_0=-14 +lon_0=-84", "+proj=ortho +lat_0=-8 +lon_0=-110",
                    "+proj=ortho +lat_0=-14 +lon_0=-174.5", "+proj=ortho +lat_0=90",
                    "+proj=ortho +lat_0=-90 +lon_0=40", "+proj=ortho +lat_0=6 +lon_0=179",
                    "+proj=nsper +h=3000000 +lat_0=15 +lon_0=-22",
                    "+proj=nsper +h=1500000 +lat_0=-60 +lon_0=30", "+proj=geos +h=35785831 +lon_0=-60"));

TEST(World, DrawsLinesNearlyToTheHorizonFromEveryHeight) {
    for (const char* definition :
         {"+proj=ortho +lat_0=15 +lon_0=5", "+proj=nsper +h=20000 +lat_0=15 +lon_0=10"}) {
        const World world = loaded(definition);
        const Horizon horizon = *world.projection.horizon();
        double farthest = 0;
        for (const PlanePoint p : world.borders.levels[0].points) {
            if (const auto at = world.projection.inverse({p.x, p.y}))
                farthest = std::max(farthest, distanceKm(horizon.center, *at));
        }
        EXPECT_GT(farthest, 0.7 * std::min(horizon.km, 1000.0)) << definition;
        EXPECT_LT(farthest, horizon.km) << definition;
    }
}

TEST(World, DrawsNoLineAlongTheCut) {
    const World world = loaded("+proj=merc +lon_0=-175");  // cut at 5 E, through AAA
    for (const Polyline& line : world.borders.levels[0].lines) {
        for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
            const PlanePoint a = world.borders.levels[0].points[i], b = world.borders.levels[0].points[i + 1];
            EXPECT_LT(std::hypot(a.x - b.x, a.y - b.y), 200e3);
            EXPECT_FALSE(std::abs(a.x) > 20037000 && std::abs(b.x) > 20037000);
        }
    }
}

TEST(World, DrawsNothingAcrossTheFrameInAnyProjection) {
    for (const char* definition :
         {"+proj=ortho +lat_0=15", "+proj=gnom +lat_0=20", "+proj=lcc +lat_1=10 +lat_2=20",
          "+proj=utm +zone=31", "+proj=stere +lat_0=90", "+proj=igh", "+proj=isea", "+proj=geos +h=35785831",
          "+proj=nsper +h=3000000 +lat_0=15"}) {
        const World world = loaded(definition);
        for (const PlanePoint p : world.land.points)
            ASSERT_TRUE(std::isfinite(p.x) && std::isfinite(p.y)) << definition;
        for (const Country& country : world.countries)
            EXPECT_LE(longestEdge(world, country.a3), 2e7) << definition;
    }
}

TEST(World, IsTheSameEachTime) {
    const World a = loaded("+proj=merc +lon_0=9"), b = loaded("+proj=merc +lon_0=9");
    EXPECT_EQ(a.land.points, b.land.points);
    EXPECT_EQ(a.coarserLand[2].points, b.coarserLand[2].points);
    EXPECT_EQ(a.borders.levels[1].points, b.borders.levels[1].points);
    EXPECT_EQ(a.reliefs[1].shade, b.reliefs[1].shade);
}

TEST(World, GivesOneProblemPerMissingLayer) {
    SmallGeodata data;
    data.remove("rivers.dbf");
    data.remove("sahel/countries.prj");
    const auto world = loadWorld(data.folder(), projectionOf(kSahel));
    ASSERT_FALSE(world);
    ASSERT_EQ(world.problems().size(), 2u);
    EXPECT_EQ(world.problems()[0].file, data.path("sahel/countries.prj"));
    EXPECT_EQ(world.problems()[1].file, data.path("rivers.dbf"));
}

TEST(World, NamesTheFolderWhenThereIsNone) {
    const auto world = loadWorld("/nowhere/geodata", projectionOf(kSahel));
    ASSERT_FALSE(world);
    ASSERT_EQ(world.problems().size(), 1u);
    EXPECT_EQ(world.problems()[0].file, "/nowhere/geodata");
    EXPECT_EQ(world.problems()[0].what, "there is no such folder");
}

TEST(World, DoesWithoutRelief) {
    SmallGeodata data;
    data.remove("relief_sahel.tif");
    data.remove("relief_world.tif");
    const World world = loaded(kSahel, data.folder());
    EXPECT_TRUE(world.reliefs.empty());
    EXPECT_EQ(world.layers, (std::vector<std::string>{"admin1", "borders", "countries", "lakes", "rivers"}));
    EXPECT_EQ(world.warnings.size(), 2u);
}

// From here on: the geodata that ships.

TEST(ShippedWorld, HasTheCountriesOfTheSahelWithTheirNames) {
    const World world = loaded(kSahel, shippedGeodata());
    const std::vector<std::pair<const char*, const char*>> names = {{"BFA", "Burkina Faso"},
                                                                    {"CMR", "Cameroun"},
                                                                    {"ERI",
                                                                     "\xc3\x89rythr\xc3\xa9"
                                                                     "e"},
                                                                    {"GIN",
                                                                     "Guin\xc3\xa9"
                                                                     "e"},
                                                                    {"GMB", "Gambie"},
                                                                    {"MLI", "Mali"},
                                                                    {"MRT", "Mauritanie"},
                                                                    {"NER", "Niger"},
                                                                    {"NGA", "Nigeria"},
                                                                    {"SDN", "Soudan"},
                                                                    {"SEN", "S\xc3\xa9n\xc3\xa9gal"},
                                                                    {"TCD", "Tchad"}};
    for (const auto& [a3, name] : names) {
        const int index = world.countryIndex(a3);
        ASSERT_GE(index, 0) << a3;
        const Country& country = world.countries[static_cast<std::size_t>(index)];
        EXPECT_EQ(country.name.in("fr"), name);
        EXPECT_FALSE(country.name.in("en").empty());
        EXPECT_TRUE(isLand(world, country.label)) << a3;
    }
    EXPECT_GE(world.countryIndex("RUS"), 0);
    EXPECT_GE(world.countryIndex("FRA"), 0);
}

TEST(ShippedWorld, LoadsWithoutAnyWarning) {
    for (const base::Problem& warning : loaded(kSahel, shippedGeodata()).warnings) {
        ADD_FAILURE() << base::toString(warning);
    }
}

TEST(ShippedWorld, ShowsNigerInFullDetail) {
    const World world = loaded(kSahel, shippedGeodata());
    std::uint32_t most = 0;
    for (const Ring& ring : world.land.rings) {
        if (ring.country == world.countryIndex("NER")) most = std::max(most, ring.count);
    }
    EXPECT_GE(most, 1000u);
}

TEST(ShippedWorld, SharesItsBordersToTheLastBit) {
    const World world = loaded(kSahel, shippedGeodata());
    const LineLevel& borders = world.borders.levels[0];
    std::vector<std::set<Edge>> edges;
    for (const Country& country : world.countries) edges.push_back(edgesOf(world, country.a3));
    int checked = 0;
    for (const Polyline& line : borders.lines) {
        if (line.kind != LineKind::Border || line.left < 0 || line.right < 0) continue;
        const auto &left = edges[static_cast<std::size_t>(line.left)],
                   &right = edges[static_cast<std::size_t>(line.right)];
        for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
            const Edge edge = edgeBetween(borders.points[i], borders.points[i + 1]);
            ASSERT_TRUE(left.contains(edge) && right.contains(edge))
                << world.countries[static_cast<std::size_t>(line.left)].a3 << " "
                << world.countries[static_cast<std::size_t>(line.right)].a3;
            ++checked;
        }
    }
    EXPECT_GT(checked, 10'000);
}

TEST(ShippedWorld, MeetsItsNeighboursAtTheEdgeOfTheSahelExactly) {
    const World world = loaded(kSahel, shippedGeodata());
    const auto niger = edgesOf(world, "NER");
    for (const auto& [neighbour, least] : {std::pair("DZA", 20), std::pair("BEN", 20), std::pair("LBY", 4)}) {
        const auto theirs = edgesOf(world, neighbour);
        std::vector<Edge> shared;
        std::set_intersection(niger.begin(), niger.end(), theirs.begin(), theirs.end(),
                              std::back_inserter(shared));
        EXPECT_GE(shared.size(), static_cast<std::size_t>(least)) << neighbour;
    }
}

TEST(ShippedWorld, HasNoEdgeOfRussiaAcrossTheMap) {
    EXPECT_LT(longestEdge(loaded(kSahel, shippedGeodata()), "RUS"), 300e3);
    EXPECT_LT(longestEdge(loaded("EPSG:3857", shippedGeodata()), "RUS"), 1000e3);
    EXPECT_LT(longestEdge(loaded("+proj=merc +lon_0=9", shippedGeodata()), "RUS"), 1000e3);
}

TEST(ShippedWorld, IsLandWhereCitiesAre) {
    for (const char* definition :
         {kSahel, "EPSG:3857", "+proj=laea +lat_0=-40 +lon_0=176", "+proj=robin +lon_0=-170"}) {
        const World world = loaded(definition, shippedGeodata());
        for (const base::LonLat city : {base::LonLat{2.1098, 13.5137},
                                        {-8.0029, 12.6392},
                                        {37.6173, 55.7558},
                                        {2.3522, 48.8566},
                                        {-100, 40},
                                        {-6, 37.4},
                                        {179, 67},
                                        {-175, 66.5},
                                        {0, -80}}) {
            EXPECT_TRUE(isLand(world, city)) << definition << " " << city.lon << " " << city.lat;
        }
        for (const base::LonLat sea :
             {base::LonLat{-30, 0}, {18, 35}, {-40, 45}, {170, 30}, {-170, -50}, {80, -20}}) {
            EXPECT_FALSE(isLand(world, sea)) << definition << " " << sea.lon << " " << sea.lat;
        }
    }
}

}  // namespace
}  // namespace geo
