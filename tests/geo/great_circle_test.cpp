#include "geo/great_circle.h"

#include <gtest/gtest.h>

namespace geo {
namespace {

using base::LonLat;

constexpr LonLat kNiamey{2.1098, 13.5137}, kMoscow{37.6173, 55.7558}, kBamako{-8.0029, 12.6392},
    kParis{2.3522, 48.8566}, kOuagadougou{-1.5197, 12.3714};

void expectNear(LonLat a, LonLat b, double degrees) {
    EXPECT_NEAR(a.lon, b.lon, degrees);
    EXPECT_NEAR(a.lat, b.lat, degrees);
}

// The numbers were computed apart, with the spherical law of cosines.
TEST(GreatCircle, KnowsTheDistancesBetweenCities) {
    EXPECT_NEAR(distanceKm(kNiamey, kMoscow), 5594.7995, 0.001);
    EXPECT_NEAR(distanceKm(kParis, kBamako), 4138.6222, 0.001);
    EXPECT_NEAR(distanceKm(kOuagadougou, kMoscow), 5880.3609, 0.001);
}

TEST(GreatCircle, MeasuresAQuarterFromEquatorToPoleAndNothingToItself) {
    EXPECT_NEAR(distanceKm({77, 0}, {-12, 90}), 10007.5572, 0.001);
    EXPECT_EQ(distanceKm(kNiamey, kNiamey), 0);
    EXPECT_NEAR(distanceKm({0, 0}, {180, 0}), 2 * 10007.5572, 0.001);
}

TEST(GreatCircle, MeetsItsEndsExactly) {
    EXPECT_EQ(alongGreatCircle(kNiamey, kMoscow, 0), kNiamey);
    EXPECT_EQ(alongGreatCircle(kNiamey, kMoscow, 1), kMoscow);
    EXPECT_EQ(greatCircle(kNiamey, kMoscow, 2), (std::vector<LonLat>{kNiamey, kMoscow}));
}

TEST(GreatCircle, IsTheSameWayThereAndBack) {
    for (int i = 1; i < 10; ++i) {
        expectNear(alongGreatCircle(kNiamey, kMoscow, i / 10.0),
                   alongGreatCircle(kMoscow, kNiamey, 1 - i / 10.0), 1e-9);
    }
}

TEST(GreatCircle, SpacesItsPointsEqually) {
    const auto points = greatCircle(kParis, kBamako, 9);
    ASSERT_EQ(points.size(), 9u);
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_NEAR(distanceKm(points[i - 1], points[i]), distanceKm(kParis, kBamako) / 8, 1e-6);
    }
}

TEST(GreatCircle, CrossesTheAntimeridianTheShortWay) {
    expectNear(alongGreatCircle({170, 0}, {-170, 0}, 0.25), {175, 0}, 1e-9);
    expectNear(alongGreatCircle({170, 0}, {-170, 0}, 0.75), {-175, 0}, 1e-9);
}

TEST(GreatCircle, GoesNorthBetweenAntipodes) {
    expectNear(alongGreatCircle({20, 0}, {-160, 0}, 0.25), {20, 45}, 1e-6);
    expectNear(alongGreatCircle({20, 30}, {-160, -30}, 1.0 / 3), {20, 90}, 180);
    EXPECT_NEAR(alongGreatCircle({20, 30}, {-160, -30}, 1.0 / 3).lat, 90, 1e-6);
    const LonLat fromPole = alongGreatCircle({0, 90}, {0, -90}, 0.5);
    EXPECT_NEAR(fromPole.lat, 0, 1e-9);
}

TEST(GreatCircle, StaysPutBetweenEqualPoints) {
    EXPECT_EQ(alongGreatCircle(kNiamey, kNiamey, 0.5), kNiamey);
}

TEST(GreatCircle, ReachesADestinationAtItsDistance) {
    for (int bearing = 0; bearing < 360; bearing += 30) {
        EXPECT_NEAR(distanceKm(kNiamey, destination(kNiamey, bearing, 1234)), 1234, 1e-6);
    }
    expectNear(destination({10, 0}, 90, kEarthRadiusKm * base::radians(20)), {30, 0}, 1e-9);
    expectNear(destination({10, 0}, 0, kEarthRadiusKm * base::radians(20)), {10, 20}, 1e-9);
    expectNear(destination({175, 0}, 90, kEarthRadiusKm * base::radians(10)), {-175, 0}, 1e-9);
}

TEST(GreatCircle, SetsOutInTheDirectionThatLeadsThere) {
    EXPECT_NEAR(initialBearing({0, 0}, {10, 0}), 90, 1e-9);
    EXPECT_NEAR(initialBearing({5, 10}, {5, 20}), 0, 1e-9);
    const base::LonLat gao{-0.05, 16.25}, niger{0.76, 14.88};
    const base::LonLat there = destination(gao, initialBearing(gao, niger), distanceKm(gao, niger));
    EXPECT_NEAR(there.lon, niger.lon, 1e-9);
    EXPECT_NEAR(there.lat, niger.lat, 1e-9);
}

}  // namespace
}  // namespace geo
