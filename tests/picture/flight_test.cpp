#include "picture/flight.h"

#include <gtest/gtest.h>

using picture::Flight;
using picture::FlightPoint;

namespace {

const FlightPoint kWide{{0, 0}, 8000};
const FlightPoint kClose{{3000, -1000}, 500};

}  // namespace

TEST(FlightTest, MeetsBothEndsExactly) {
    const Flight flight(kWide, kClose);
    EXPECT_EQ(flight.at(0).center, kWide.center);
    EXPECT_EQ(flight.at(0).width, kWide.width);
    EXPECT_EQ(flight.at(1).center, kClose.center);
    EXPECT_EQ(flight.at(1).width, kClose.width);
}

TEST(FlightTest, ArrivesWithoutAJump) {
    const Flight flight(kWide, kClose);
    EXPECT_NEAR(flight.at(1 - 1e-9).width, kClose.width, 1e-3);
    EXPECT_NEAR(flight.at(1 - 1e-9).center.x, kClose.center.x, 1e-3);
    EXPECT_NEAR(flight.at(1e-9).width, kWide.width, 1e-3);
}

TEST(FlightTest, TheWayBackIsTheSameWay) {
    const Flight there(kWide, kClose), back(kClose, kWide);
    EXPECT_NEAR(there.length(), back.length(), 1e-9);
    for (double t = 0; t <= 1; t += 0.125) {
        EXPECT_NEAR(there.at(t).width, back.at(1 - t).width, 1e-6);
        EXPECT_NEAR(there.at(t).center.x, back.at(1 - t).center.x, 1e-6);
    }
}

TEST(FlightTest, AFarPanZoomsOutOnTheWay) {
    const Flight flight({{0, 0}, 1000}, {{50000, 0}, 1000});
    EXPECT_GT(flight.at(0.5).width, 10000);
    EXPECT_NEAR(flight.at(0.5).center.x, 25000, 1e-6);
}

TEST(FlightTest, APureZoomIsGeometric) {
    const Flight flight({{7, 7}, 100}, {{7, 7}, 400});
    EXPECT_NEAR(flight.at(0.5).width, 200, 1e-9);
    EXPECT_EQ(flight.at(0.5).center, (base::Vec2{7, 7}));
}

TEST(FlightTest, NoFlightStaysWhereItIs) {
    const Flight flight(kClose, kClose);
    EXPECT_EQ(flight.length(), 0);
    EXPECT_EQ(flight.at(0.3).width, kClose.width);
}
