#include "geo/projection.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "geo/great_circle.h"

namespace geo {
namespace {

using base::LonLat;
using base::Vec2;

// In degrees: as exact as PROJ's inverse of Mollweide, which iterates. The others are a thousand times
// better.
constexpr double kTwoMetres = 2e-5;

const char* const kSahel = "+proj=laea +lat_0=24 +lon_0=9";

Projection made(const std::string& definition) {
    auto result = Projection::make(definition);
    if (!result) {
        ADD_FAILURE() << base::toString(result.problems().front());
        std::abort();
    }
    return std::move(*result);
}

class ThereAndBack : public testing::TestWithParam<const char*> {};

TEST_P(ThereAndBack, ReturnsToTheSamePoint) {
    const Projection projection = made(GetParam());
    int count = 0;
    for (double lon = -20; lon <= 40; lon += 7.5) {
        for (double lat = -30; lat <= 60; lat += 7.5) {
            const auto plane = projection.forward({lon, lat});
            ASSERT_TRUE(plane) << lon << " " << lat;
            const auto back = projection.inverse(*plane);
            ASSERT_TRUE(back) << lon << " " << lat;
            EXPECT_NEAR(back->lon, lon, kTwoMetres);
            EXPECT_NEAR(back->lat, lat, kTwoMetres);
            ++count;
        }
    }
    EXPECT_EQ(count, 9 * 13);
}

INSTANTIATE_TEST_SUITE_P(
    Projections, ThereAndBack,
    testing::Values(kSahel, "EPSG:3857", "+proj=merc +lon_0=9", "+proj=robin +lon_0=9",
                    "+proj=lcc +lat_1=5 +lat_2=30 +lon_0=9", "+proj=aeqd +lat_0=15 +lon_0=2",
                    "+proj=eqc +lat_ts=15", "+proj=stere +lat_0=90", "+proj=moll",
                    "+proj=laea +lat_0=24 +lon_0=9 +datum=WGS84 +units=m +no_defs +type=crs"));

TEST(Projection, PutsItsCentreAtTheOrigin) {
    const auto origin = made(kSahel).forward({9, 24});
    ASSERT_TRUE(origin);
    EXPECT_NEAR(origin->x, 0, 1e-6);
    EXPECT_NEAR(origin->y, 0, 1e-6);
}

// EPSG Guidance Note 7-2, example of Popular Visualisation Pseudo Mercator.
TEST(Projection, KnowsThePublishedExampleOfWebMercator) {
    const auto plane = made("EPSG:3857").forward({-(100 + 20 / 60.0), 24 + 22 / 60.0 + 54.433 / 3600});
    ASSERT_TRUE(plane);
    EXPECT_NEAR(plane->x, -11169055.58, 0.01);
    EXPECT_NEAR(plane->y, 2800000.00, 0.01);
}

TEST(Projection, ProjectsManyPointsAsItProjectsEach) {
    const Projection projection = made("+proj=ortho +lat_0=15");
    std::vector<LonLat> points;
    for (int i = 0; i < 400; ++i) points.push_back({i * 0.9 - 180, std::sin(i) * 90});
    const auto plane = projection.forwardAll(points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto one = projection.forward(points[i]);
        EXPECT_EQ(one.has_value(), !std::isnan(plane[i].x)) << i;
        EXPECT_TRUE(!one || *one == plane[i]) << i;
    }
    EXPECT_TRUE(projection.forwardAll({}).empty());
}

TEST(Projection, GivesTheSameFromACopy) {
    const Projection projection = made("EPSG:3857");
    const Projection copy = projection.copy();
    EXPECT_EQ(copy.forward({2.1, 13.5}), projection.forward({2.1, 13.5}));
    EXPECT_EQ(copy.cutLongitude(), projection.cutLongitude());
    EXPECT_EQ(copy.isContinuousAcrossCut(), projection.isContinuousAcrossCut());
    EXPECT_EQ(copy.definition(), "EPSG:3857");
}

TEST(Projection, HasNothingWhereItIsNotDefined) {
    EXPECT_FALSE(made("+proj=ortho").forward({180, 0}));
    EXPECT_FALSE(made("+proj=merc").forward({0, 90}));
    EXPECT_FALSE(made(kSahel).forward({std::nan(""), 0}));
    EXPECT_FALSE(made(kSahel).forward({0, 100}));
    EXPECT_FALSE(made(kSahel).inverse({3e7, 0}));
    EXPECT_FALSE(made("EPSG:3857").inverse({3e7, 0}));
    EXPECT_FALSE(made(kSahel).inverse({std::nan(""), 0}));
}

TEST(Projection, KnowsWhereThePlaneIsCut) {
    EXPECT_NEAR(made(kSahel).cutLongitude(), -171, 1e-9);
    EXPECT_NEAR(made("+proj=merc +lon_0=-100").cutLongitude(), 80, 1e-9);
    EXPECT_NEAR(std::abs(made("EPSG:3857").cutLongitude()), 180, 1e-9);
    EXPECT_NEAR(made("+proj=utm +zone=31").cutLongitude(), -177, 1e-9);
    EXPECT_NEAR(made("+proj=merc +pm=paris").cutLongitude(), -177.6627708, 1e-6);
}

TEST(Projection, KnowsWhetherThePlaneIsContinuousThere) {
    for (const char* azimuthal :
         {kSahel, "+proj=aeqd +lat_0=15", "+proj=ortho +lat_0=15", "+proj=stere +lat_0=90",
          "+proj=laea +lat_0=90", "+proj=laea +lat_0=33.3 +lon_0=2"}) {
        EXPECT_TRUE(made(azimuthal).isContinuousAcrossCut()) << azimuthal;
    }
    for (const char* cut : {"EPSG:3857", "+proj=merc +lon_0=9", "+proj=robin", "+proj=moll +lon_0=10.5",
                            "+proj=eqc", "+proj=lcc +lat_1=10 +lat_2=20"}) {
        EXPECT_FALSE(made(cut).isContinuousAcrossCut()) << cut;
    }
}

TEST(Projection, IsTrueToScaleWhereItShouldBe) {
    EXPECT_NEAR(made(kSahel).scaleAt({9, 24}), 1, 1e-4);
    EXPECT_NEAR(made("+proj=merc").scaleAt({2, 60}), 1.9950, 1e-3);  // sqrt(1 - e2 sin2(60)) / cos(60)
    EXPECT_NEAR(made("EPSG:3857").scaleAt({2, 0}), 1, 1e-4);
    EXPECT_NEAR(made("+proj=merc").scaleAt({180, 60}), 1.9950, 1e-3) << "at the cut";
    EXPECT_EQ(made("+proj=ortho").scaleAt({180, 0}), 1) << "undefined";
    EXPECT_TRUE(std::isfinite(made(kSahel).scaleAt({0, 90})));
}

TEST(Projection, KnowsItsHorizon) {
    constexpr double kQuarter = 10007.5;  // km from a pole to the equator
    EXPECT_NEAR(made("+proj=ortho +lat_0=15 +lon_0=9").horizon()->km, kQuarter, 2);
    EXPECT_NEAR(made("+proj=nsper +h=6378137 +lat_0=15").horizon()->km, kQuarter * 2 / 3, 2) << "60 degrees";
    EXPECT_EQ(made("+proj=geos +h=35785831 +lon_0=-60").horizon()->center, (LonLat{-60, 0}));
    EXPECT_FALSE(made("+proj=nsper +h=0.05").horizon()) << "nothing but the viewer's feet";
    for (const char* definition : {"+proj=ortho +lat_0=15 +lon_0=9", "+proj=nsper +h=3000000 +lat_0=15",
                                   "+proj=tpers +h=3000000 +lat_0=15", "+proj=geos +h=35785831", kSahel}) {
        const Projection projection = made(definition);
        const Horizon horizon = *projection.horizon();
        for (int bearing = 0; bearing < 360; bearing += 15)
            EXPECT_TRUE(projection.forward(destination(horizon.center, bearing, horizon.km)))
                << definition << " " << bearing;
    }
}

TEST(Projection, KnowsTheAntipodeOfAzimuthalMapsAndTheLimitOfMercator) {
    EXPECT_EQ(made("+proj=laea +lat_0=-40 +lon_0=176").horizon()->center, (LonLat{176, -40}));
    EXPECT_FALSE(made("+proj=laea +lat_0=90").horizon());
    EXPECT_FALSE(made("+proj=merc").horizon());
    EXPECT_EQ(made("+proj=merc").maximumLatitude(), 85.06);
    EXPECT_EQ(made("EPSG:3857").maximumLatitude(), 85.06);
    EXPECT_EQ(made(kSahel).maximumLatitude(), 90);
    EXPECT_NEAR(made("+proj=laea +lat_0=90").maximumLatitude(), 90, 1e-4);
    EXPECT_TRUE(made("+proj=laea +lat_0=90").forward({77, -made("+proj=laea +lat_0=90").maximumLatitude()}));
}

TEST(Projection, RefusesWhatReadsFilesOrTheNetworkAndWhatIsNoMap) {
    for (const char* bad : {"",
                            " ",
                            "laea",
                            "+proj=",
                            "+proj=nothing",
                            "+lat_0=24",
                            "EPSG:",
                            "EPSG:999999",
                            "EPSG:4326",
                            "EPSG:4978",
                            "EPSG:5773",
                            "+proj=longlat",
                            "+proj=laea +units=km",
                            "+proj=laea +units=us-ft",
                            "+proj=laea +to_meter=2",
                            "+init=epsg:3857",
                            "+proj=merc +nadgrids=@null",
                            "+proj=merc +nadgrids=conus",
                            "+proj=merc +geoidgrids=egm96_15.gtx",
                            "+proj=hgridshift +grids=a.gsb",
                            "+proj=pipeline +step +proj=merc",
                            "@/etc/passwd",
                            "/etc/passwd",
                            "urn:ogc:def:crs:EPSG::3857",
                            "{\"type\":\"ProjectedCRS\"}",
                            "PROJCRS[\"x\"]",
                            "ESRI:102022",
                            "+proj=merc +file=/etc/passwd",
                            "+proj=merc +ellps=/etc/passwd",
                            "+proj=merc +datum=@x",
                            "+proj=cart",
                            "+proj=defmodel +model=a.json",
                            "+proj=laea +lat_0=24; rm",
                            "https://example.org",
                            "+proj=laea +lat_0=200",
                            "+proj=laea +lat_0=\n@x",
                            "+proj=geocent",
                            "WGS84",
                            "+proj=merc\xff"}) {
        const auto result = Projection::make(bad);
        ASSERT_FALSE(result) << bad;
        ASSERT_EQ(result.problems().size(), 1u) << bad;
        EXPECT_EQ(result.problems()[0].trouble, base::Trouble::Data);
        EXPECT_EQ(result.problems()[0].severity, base::Severity::Error);
        EXPECT_FALSE(result.problems()[0].what.empty());
    }
}

TEST(Projection, SaysWhichParameterIsWrongAndWhatWasMeant) {
    const auto result = Projection::make("+proj=laea +lat0=24");
    ASSERT_FALSE(result);
    EXPECT_EQ(
        result.problems()[0].what,
        "the projection \"+proj=laea +lat0=24\" cannot be used: +lat0 is not allowed, did you mean +lat_0?");
}

TEST(Projection, SaysWhatDegreesAndOtherUnitsShouldBe) {
    const auto told = [](const char* definition) {
        const auto result = Projection::make(definition);
        return result ? std::string("made") : base::toString(result.problems()[0]);
    };
    const std::string degrees =
        "cannot be used: it is longitude and latitude in degrees, not a map in metres; write \"+proj=eqc\" "
        "for "
        "a map whose degrees are squares, or \"EPSG:3857\" for the web's";
    EXPECT_EQ(told("EPSG:4326"), "the projection \"EPSG:4326\" " + degrees);
    EXPECT_EQ(told("+proj=longlat"), "the projection \"+proj=longlat\" " + degrees);
    EXPECT_EQ(told("+proj=laea +units=km"),
              "the projection \"+proj=laea +units=km\" cannot be used: it is not in metres but in kilometre; "
              "leave out +units and +to_meter");
    EXPECT_EQ(told("EPSG:2263"),
              "the projection \"EPSG:2263\" cannot be used: it is not in metres but in US survey foot; use a "
              "code of the same region in metres");
    EXPECT_NE(told("EPSG:4978").find("it is not a map projection; use for example "), std::string::npos);
    EXPECT_EQ(told("+proj=eqc"), "made");
}

TEST(Projection, MayBeAnyTextWithoutHarm) {
    std::uint32_t state = 1;
    const std::string alphabet = "+proj=laeamerc lat_0=24 lon_0=-9e7.'\"@/,:[]{}EPSG\n\t";
    for (int i = 0; i < 500; ++i) {
        std::string text = i % 2 ? "+proj=laea +" : "";
        for (int j = 0; j < 20; ++j) {
            state = state * 1664525 + 1013904223;
            text += alphabet[(state >> 16) % alphabet.size()];
        }
        const auto result = Projection::make(text);
        EXPECT_TRUE(result || !result.problems().empty());
    }
}

}  // namespace
}  // namespace geo
